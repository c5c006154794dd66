import { useCallback, useContext, useMemo, useRef } from 'react';
import { Chart, type ChartColours } from '../../../platform/charts/Chart.tsx';
import { inDigits } from '../../../platform/digits.ts';
import { localOf } from '../../../platform/room-time.ts';
import { colonIn, LanguageContext } from '../../../platform/text.ts';
import { useFigureNames } from '../figure-names.ts';
import { countIn, dayIn, monthIn, shortDayIn } from '../format.ts';
import { daysBefore } from '../overview-filters.ts';
import type { Overview } from '../use-overview.ts';
import { daysCounted, isNamed, weeksOf } from '../weeks.ts';
import { sayIn } from '../words.ts';
import { chartFrame } from './chart-frame.ts';
import { FigureCard } from './FigureCard.tsx';

type Rows = Overview['weeks']['result']['rows'];
const WEEKS_52 = 364;

function countsOf(rows: Rows, origin: string, shiftDays: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.keys.origin === origin) counts.set(daysBefore(String(row.keys.week), -shiftDays), row.count);
  }
  return counts;
}

function seriesOf(overview: Overview, today: string) {
  const now = overview.weeks.result.rows;
  const before = overview.lastYear.result.rows;
  const weeks = weeksOf(overview.weeks.measure.filters, today);
  const line = (rows: Rows, origin: string, shift: number) => {
    const counts = countsOf(rows, origin, shift);
    return weeks.map((week) => counts.get(week) ?? 0);
  };
  const old = [line(before, 'reported', WEEKS_52), line(before, 'police_initiated', WEEKS_52)];
  return {
    weeks,
    days: weeks.map((week) => daysCounted(week, overview.weeks.measure.filters, today)),
    reported: line(now, 'reported', 0),
    police: line(now, 'police_initiated', 0),
    lastYear: weeks.map((_, index) => (old[0]?.[index] ?? 0) + (old[1]?.[index] ?? 0)),
  };
}

/** Incidents by week, the two origins apart, with the same weeks of last year in grey; weeks counted in part stand apart. */
export function WeeksFigure({ overview }: { overview: Overview }) {
  const language = useContext(LanguageContext);
  const { timeZone } = useFigureNames();
  const holder = useRef<HTMLDivElement>(null);
  const today = localOf(overview.weeks.result.freshness.fedAt ?? Date.now(), timeZone).slice(0, 10);
  const series = useMemo(() => seriesOf(overview, today), [overview, today]);
  const { weeks, days } = series;
  const names = useMemo(
    () => [sayIn(language, 'reported'), sayIn(language, 'police_initiated'), sayIn(language, 'lastYear')] as const,
    [language],
  );
  const option = useCallback(
    (colours: ChartColours) => {
      const frame = chartFrame(language, colours);
      const axisName = (week: string): string => {
        if (weeks.length <= 14) return frame.text(shortDayIn(language, week));
        const withYear = week === weeks[0] || week.slice(5, 7) === '01' || weeks.length > 60;
        return frame.text(monthIn(language, week, withYear));
      };
      const whole = (values: readonly number[]) => values.map((value, index) => (days[index] === 7 ? value : null));
      const part = (values: readonly number[]) => values.map((value, index) => (days[index] === 7 ? null : value));
      const shown = [
        { name: names[2], values: series.lastYear, color: colours.context, dashed: true },
        { name: names[0], values: series.reported, color: colours.accent },
        { name: names[1], values: series.police, color: colours.second, symbol: 'diamond' },
      ];
      return {
        grid: frame.grid(50, { top: 34, bottom: 26 }),
        legend: frame.legend(names),
        tooltip: {
          ...frame.tooltip,
          trigger: 'axis',
          formatter: ([first]: { dataIndex: number }[]) => {
            const index = first?.dataIndex ?? 0;
            const partly = days[index] === 7 ? '' : ` (${inDigits(days[index] ?? 0)} ${sayIn(language, 'of7')})`;
            const lines = shown.map((one) => `${one.name}: <b>${countIn(language, one.values[index] ?? 0)}</b>`);
            return [`${sayIn(language, 'week')} ${dayIn(language, weeks[index] ?? '')}${partly}`, ...lines].join(
              '<br>',
            );
          },
        },
        xAxis: {
          type: 'category',
          inverse: frame.rtl,
          data: weeks,
          axisLabel: {
            color: colours.muted,
            hideOverlap: true,
            interval: (index: number, week: string) => isNamed(week, weeks[index - 1], weeks.length),
            formatter: axisName,
          },
          axisTick: { interval: (index: number, week: string) => isNamed(week, weeks[index - 1], weeks.length) },
          axisLine: { lineStyle: { color: colours.line } },
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          position: frame.side,
          axisLabel: { color: colours.muted, formatter: (value: number) => countIn(language, value) },
          splitLine: { lineStyle: { color: colours.line } },
        },
        series: shown.flatMap(({ name, values, color, dashed, symbol }) => [
          {
            name,
            type: 'line',
            data: whole(values),
            color,
            symbol: symbol ?? 'circle',
            symbolSize: 6,
            showSymbol: weeks.length < 30,
            ...(dashed && { lineStyle: { type: 'dashed' } }),
          },
          // A week counted in part is no fall: a hollow sign beside the line.
          {
            name,
            type: 'line',
            data: part(values),
            color,
            symbol: symbol ?? 'circle',
            symbolSize: 8,
            itemStyle: { color: colours.surface, borderColor: color, borderWidth: 1.5 },
            showSymbol: true,
            showAllSymbol: true,
            lineStyle: { width: 0 },
          },
        ]),
      };
    },
    [series, weeks, days, language, names],
  );
  const rows = [
    [sayIn(language, 'week'), ...names, sayIn(language, 'days')],
    ...weeks.map((week, index) => [
      week,
      series.reported[index] ?? 0,
      series.police[index] ?? 0,
      series.lastYear[index] ?? 0,
      days[index] ?? 0,
    ]),
  ];
  const parts = weeks.flatMap((week, index) =>
    days[index] === 7 ? [] : [`${dayIn(language, week)} (${inDigits(days[index] ?? 0)} ${sayIn(language, 'of7')})`],
  );
  return (
    <FigureCard
      title="weeksTitle"
      definition="countDefinition"
      measured={overview.weeks}
      rows={rows}
      file="weeks"
      holder={holder}
      wide
      note={
        parts.length > 0 &&
        `○ ${sayIn(language, 'partWeek')}${colonIn(language)}${parts.join(language === 'ar' ? '، ' : ', ')}`
      }
    >
      <Chart option={option} label={sayIn(language, 'weeksTitle')} height={240} holder={holder} />
    </FigureCard>
  );
}
