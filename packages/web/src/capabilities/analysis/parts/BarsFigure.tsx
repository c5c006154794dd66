import { useCallback, useContext, useMemo, useRef, useState } from 'react';
import { Chart, type ChartColours } from '../../../platform/charts/Chart.tsx';
import { LanguageContext } from '../../../platform/text.ts';
import { countIn, shareSaid } from '../format.ts';
import type { Measured } from '../use-overview.ts';
import { type AnalysisWord, sayIn } from '../words.ts';
import { chartFrame } from './chart-frame.ts';
import { FigureCard } from './FigureCard.tsx';

interface Props {
  title: AnalysisWord;
  file: string;
  measured: Measured;
  by: 'type' | 'room' | 'origin';
  nameOf(key: string | number | null): string;
}

const SHOWN_BARS = 12;

/** Counts as bars, the most first, the two origins apart in each bar. */
export function BarsFigure({ title, file, measured, by, nameOf }: Props) {
  const language = useContext(LanguageContext);
  const holder = useRef<HTMLDivElement>(null);
  const [whole, setWhole] = useState(false);
  const bars = useMemo(() => {
    const found = new Map<string, { name: string; reported: number; police: number }>();
    for (const row of measured.result.rows) {
      const key = row.keys[by] ?? null;
      const bar = found.get(String(key)) ?? { name: nameOf(key), reported: 0, police: 0 };
      if (row.keys.origin === 'police_initiated') bar.police += row.count;
      else bar.reported += row.count;
      found.set(String(key), bar);
    }
    return [...found.values()].sort((a, b) => b.reported + b.police - a.reported - a.police);
  }, [measured, by, nameOf]);
  const shown = useMemo(() => (whole ? bars : bars.slice(0, SHOWN_BARS)), [bars, whole]);
  const option = useCallback(
    (colours: ChartColours) => {
      const frame = chartFrame(language, colours);
      const series = (name: string, color: string, data: number[]) => ({
        name,
        type: 'bar',
        stack: 'all',
        color,
        data,
        barMaxWidth: 16,
      });
      return {
        grid: frame.grid(172, { top: 26, bottom: 22 }),
        legend: frame.legend([sayIn(language, 'reported'), sayIn(language, 'police_initiated')]),
        tooltip: {
          ...frame.tooltip,
          trigger: 'axis',
          valueFormatter: (value: unknown) => countIn(language, Number(value)),
        },
        xAxis: {
          type: 'value',
          inverse: frame.rtl,
          minInterval: 1,
          splitNumber: 4,
          axisLabel: {
            color: colours.muted,
            hideOverlap: true,
            formatter: (value: number) => countIn(language, value),
          },
          splitLine: { lineStyle: { color: colours.line } },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          position: frame.side,
          data: shown.map((bar) => bar.name),
          axisLabel: { color: colours.ink, width: 160, overflow: 'truncate' },
          axisTick: { show: false },
          axisLine: { lineStyle: { color: colours.line } },
        },
        series: [
          series(
            sayIn(language, 'reported'),
            colours.accent,
            shown.map((bar) => bar.reported),
          ),
          series(
            sayIn(language, 'police_initiated'),
            colours.second,
            shown.map((bar) => bar.police),
          ),
        ],
      };
    },
    [shown, language],
  );
  const table = [
    [sayIn(language, by), sayIn(language, 'reported'), sayIn(language, 'police_initiated')],
    ...bars.map((bar) => [bar.name, bar.reported, bar.police]),
  ];
  const height = 60 + Math.max(3, shown.length) * 22;
  return (
    <FigureCard
      title={title}
      definition="countDefinition"
      measured={measured}
      rows={table}
      file={file}
      holder={holder}
      note={
        bars.length > SHOWN_BARS && (
          <>
            {!whole && `${shareSaid(language, 'drawnOf', shown.length, bars.length)} `}
            <button type="button" className="chip" onClick={() => setWhole(!whole)}>
              {sayIn(language, whole ? 'drawFewer' : 'drawAll')}
            </button>
          </>
        )
      }
    >
      <Chart option={option} label={sayIn(language, title)} height={height} holder={holder} />
    </FigureCard>
  );
}
