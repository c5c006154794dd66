import { useCallback, useContext, useMemo, useRef } from 'react';
import { Chart, type ChartColours } from '../../../platform/charts/Chart.tsx';
import { LanguageContext } from '../../../platform/text.ts';
import { weekdaysIn } from '../format.ts';
import type { Overview } from '../use-overview.ts';
import { sayIn } from '../words.ts';
import { FigureCard } from './FigureCard.tsx';

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
    (colours: ChartColours) => ({
      grid: { left: 64, right: 14, top: 8, bottom: 26 },
      tooltip: { backgroundColor: colours.surface, textStyle: { color: colours.ink } },
      xAxis: {
        type: 'category',
        data: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
        axisLabel: { color: colours.muted, interval: 2 },
        axisTick: { show: false },
        axisLine: { show: false },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: days,
        axisLabel: { color: colours.muted },
        axisTick: { show: false },
        axisLine: { show: false },
      },
      visualMap: {
        show: false,
        min: 0,
        max: Math.max(1, ...cells.map((cell) => cell[2])),
        inRange: { color: [colours.surface, colours.accent] },
      },
      series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: colours.surface, borderWidth: 1 } }],
    }),
    [cells, days],
  );
  const rows = [
    [sayIn(language, 'weekday'), sayIn(language, 'hour'), sayIn(language, 'count')],
    ...cells.map(([hour, day, count]) => [days[day] ?? '', hour, count]),
  ];
  return (
    <FigureCard title="hoursTitle" definition="countDefinition" rows={rows} file="hours" holder={holder}>
      <Chart option={option} label={sayIn(language, 'hoursTitle')} height={330} holder={holder} />
    </FigureCard>
  );
}
