import { useCallback, useContext, useMemo, useRef } from 'react';
import { Chart, type ChartColours } from '../../../platform/charts/Chart.tsx';
import { LanguageContext } from '../../../platform/text.ts';
import { countIn, dayIn } from '../format.ts';
import { daysBefore } from '../overview-filters.ts';
import type { Overview } from '../use-overview.ts';
import { sayIn } from '../words.ts';
import { FigureCard } from './FigureCard.tsx';

type Rows = Overview['weeks']['result']['rows'];

// A week without incidents is a week of none, not a gap: every Monday from the first to the last has its number.
function mondays(first: string, last: string): string[] {
  const weeks: string[] = [];
  for (let week = first; week <= last; week = daysBefore(week, -7)) weeks.push(week);
  return weeks;
}

function countsOf(rows: Rows, origin: string, shiftDays: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.keys.origin === origin) counts.set(daysBefore(String(row.keys.week), -shiftDays), row.count);
  }
  return counts;
}

/** Incidents by week, the two origins apart, with the same weeks of last year in grey. */
export function WeeksFigure({ overview }: { overview: Overview }) {
  const language = useContext(LanguageContext);
  const holder = useRef<HTMLDivElement>(null);
  const series = useMemo(() => {
    const now = overview.weeks.result.rows;
    const before = overview.lastYear.result.rows;
    const days = now.map((row) => String(row.keys.week)).sort();
    const weeks = days[0] ? mondays(days[0], days.at(-1) ?? days[0]) : [];
    const line = (rows: Rows, origin: string, shift: number) => {
      const counts = countsOf(rows, origin, shift);
      return weeks.map((week) => counts.get(week) ?? 0);
    };
    const old = [line(before, 'reported', 364), line(before, 'police_initiated', 364)];
    return {
      weeks,
      reported: line(now, 'reported', 0),
      police: line(now, 'police_initiated', 0),
      lastYear: weeks.map((_, index) => (old[0]?.[index] ?? 0) + (old[1]?.[index] ?? 0)),
    };
  }, [overview]);
  const names = [
    sayIn(language, 'reported'),
    sayIn(language, 'police_initiated'),
    sayIn(language, 'lastYear'),
  ] as const;
  const option = useCallback(
    (colours: ChartColours) => ({
      grid: { left: 46, right: 14, top: 34, bottom: 26 },
      legend: { top: 0, textStyle: { color: colours.muted }, itemWidth: 16 },
      tooltip: { trigger: 'axis', backgroundColor: colours.surface, textStyle: { color: colours.ink } },
      xAxis: {
        type: 'category',
        data: series.weeks.map((week) => dayIn(language, week)),
        axisLabel: { color: colours.muted },
        axisLine: { lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: colours.muted, formatter: (value: number) => countIn(language, value) },
        splitLine: { lineStyle: { color: colours.line } },
      },
      series: [
        { name: names[2], type: 'line', data: series.lastYear, color: colours.context, lineStyle: { type: 'dashed' } },
        { name: names[0], type: 'line', data: series.reported, color: colours.accent },
        { name: names[1], type: 'line', data: series.police, color: colours.second, symbol: 'diamond' },
      ].map((one) => ({ ...one, showSymbol: series.weeks.length < 30, symbolSize: 6 })),
    }),
    [series, language, names],
  );
  const rows = [
    [sayIn(language, 'week'), ...names],
    ...series.weeks.map((week, index) => [
      week,
      series.reported[index] ?? 0,
      series.police[index] ?? 0,
      series.lastYear[index] ?? 0,
    ]),
  ];
  return (
    <FigureCard title="weeksTitle" definition="countDefinition" rows={rows} file="weeks" holder={holder} wide>
      <Chart option={option} label={sayIn(language, 'weeksTitle')} height={230} holder={holder} />
    </FigureCard>
  );
}
