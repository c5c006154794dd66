import { useCallback, useContext, useMemo, useRef } from 'react';
import { Chart, type ChartColours } from '../../../platform/charts/Chart.tsx';
import { inDigits } from '../../../platform/digits.ts';
import { colonIn, LanguageContext } from '../../../platform/text.ts';
import { countIn, weekdaysIn } from '../format.ts';
import type { Overview } from '../use-overview.ts';
import { sayIn } from '../words.ts';
import { chartFrame } from './chart-frame.ts';
import { FigureCard } from './FigureCard.tsx';

const hourName = (hour: number): string => inDigits(String(hour).padStart(2, '0'));

/** Incidents by hour of the day and day of the week, in the room's time. */
export function HoursFigure({ overview }: { overview: Overview }) {
  const language = useContext(LanguageContext);
  const holder = useRef<HTMLDivElement>(null);
  const days = useMemo(() => weekdaysIn(language), [language]);
  const cells = useMemo(() => {
    const counts = new Map<string, number>();
    for (const row of overview.hours.result.rows) counts.set(`${row.keys.weekday}/${row.keys.hour}`, row.count);
    return days.flatMap((_, day) =>
      Array.from({ length: 24 }, (_, hour) => [hour, day, counts.get(`${day + 1}/${hour}`) ?? 0] as const),
    );
  }, [overview, days]);
  const option = useCallback(
    (colours: ChartColours) => {
      const frame = chartFrame(language, colours);
      return {
        grid: frame.grid(64, { top: 8, bottom: 26 }),
        tooltip: {
          ...frame.tooltip,
          formatter: ({ value: [hour, day, count] }: { value: [number, number, number] }) =>
            `${days[day]} ${hourName(hour)}${colonIn(language)}<b>${countIn(language, count)}</b>`,
        },
        xAxis: {
          type: 'category',
          inverse: frame.rtl,
          data: Array.from({ length: 24 }, (_, hour) => hourName(hour)),
          axisLabel: { color: colours.muted, interval: 2 },
          axisTick: { show: false },
          axisLine: { show: false },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          position: frame.side,
          data: days,
          axisLabel: { color: colours.muted },
          axisTick: { show: false },
          axisLine: { show: false },
        },
        visualMap: {
          show: false,
          min: 0,
          max: Math.max(1, ...cells.map((cell) => cell[2])),
          inRange: { color: [colours.empty, colours.accent] },
        },
        series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: colours.surface, borderWidth: 2 } }],
      };
    },
    [cells, days, language],
  );
  const rows = [
    [sayIn(language, 'weekday'), sayIn(language, 'hour'), sayIn(language, 'count')],
    ...cells.map(([hour, day, count]) => [days[day] ?? '', hour, count]),
  ];
  return (
    <FigureCard
      title="hoursTitle"
      definition="countDefinition"
      measured={overview.hours}
      rows={rows}
      file="hours"
      holder={holder}
    >
      <Chart option={option} label={sayIn(language, 'hoursTitle')} height={330} holder={holder} />
    </FigureCard>
  );
}
