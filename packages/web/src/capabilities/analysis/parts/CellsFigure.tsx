import { cellToBoundary } from 'h3-js';
import { useContext, useMemo, useRef } from 'react';
import { LanguageContext } from '../../../platform/text.ts';
import { countIn } from '../format.ts';
import type { Overview } from '../use-overview.ts';
import { sayIn } from '../words.ts';
import { FigureCard } from './FigureCard.tsx';

const STEPS = [0.15, 0.35, 0.55, 0.75, 1];
const mercator = (latitude: number): number =>
  (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;

/** Which of the five strengths a count has: by rank among the cells, so that one hot cell does not pale the rest. */
function stepOf(count: number, sorted: readonly number[]): number {
  const below = sorted.findIndex((one) => one >= count);
  return STEPS[Math.min(STEPS.length - 1, Math.floor((below / sorted.length) * STEPS.length))] ?? 1;
}

/** Incidents by H3 cell, drawn without any outside map. */
export function CellsFigure({ overview }: { overview: Overview }) {
  const language = useContext(LanguageContext);
  const holder = useRef<HTMLDivElement>(null);
  const { cells, unplaced, box } = useMemo(() => {
    const counts = new Map<string, number>();
    let without = 0;
    for (const row of overview.cells.result.rows) {
      if (typeof row.keys.h3 === 'string') counts.set(row.keys.h3, (counts.get(row.keys.h3) ?? 0) + row.count);
      else without += row.count;
    }
    const sorted = [...counts.values()].sort((a, b) => a - b);
    const drawn = [...counts].map(([cell, count]) => {
      const ring = cellToBoundary(cell).map(([latitude, longitude]) => [longitude, -mercator(latitude)] as const);
      return { cell, count, ring, strength: stepOf(count, sorted) };
    });
    const xs = drawn.flatMap((one) => one.ring.map((point) => point[0]));
    const ys = drawn.flatMap((one) => one.ring.map((point) => point[1]));
    const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const [x, y] = [least(xs), least(ys)];
    return { cells: drawn, unplaced: without, box: [x, y, most(xs) - x, most(ys) - y] as const };
  }, [overview]);
  const rows = [
    [sayIn(language, 'cell'), sayIn(language, 'count')],
    ...cells.map(({ cell, count }) => [cell, count]).sort((a, b) => Number(b[1]) - Number(a[1])),
  ];
  const note =
    unplaced > 0 ? (
      <>
        {sayIn(language, 'unplaced')}: <bdi>{countIn(language, unplaced)}</bdi>
      </>
    ) : undefined;
  return (
    <FigureCard title="cellsTitle" definition="cellsDefinition" rows={rows} file="cells" holder={holder} note={note}>
      <div ref={holder} className="cells">
        {cells.length > 0 && (
          <svg viewBox={box.join(' ')} role="img" aria-label={sayIn(language, 'cellsTitle')}>
            {cells.map(({ cell, count, ring, strength }) => (
              <polygon
                key={cell}
                points={ring.map((point) => point.join(',')).join(' ')}
                fill="var(--accent)"
                fillOpacity={strength}
              >
                <title>{countIn(language, count)}</title>
              </polygon>
            ))}
          </svg>
        )}
      </div>
    </FigureCard>
  );
}
