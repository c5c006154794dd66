import { cellToBoundary, cellToLatLng } from 'h3-js';
import { useContext, useMemo, useRef, useState } from 'react';
import { inDigits } from '../../../platform/digits.ts';
import { AreaMap } from '../../../platform/map/AreaMap.tsx';
import { boundsOf } from '../../../platform/map/circle.ts';
import type { MapArea, MapCell } from '../../../platform/map/map-types.ts';
import { type MapGround, useMapGround } from '../../../platform/map/use-map-ground.ts';
import { type Session, useSession } from '../../../platform/session.ts';
import { colonIn, LanguageContext, nameIn } from '../../../platform/text.ts';
import { cellCounts, resolutionFor, resolutions, type Step, stepsOf, strengthOf } from '../cells.ts';
import { countIn } from '../format.ts';
import type { Overview } from '../use-overview.ts';
import { sayIn } from '../words.ts';
import { CellsPicture } from './CellsPicture.tsx';
import { FigureCard } from './FigureCard.tsx';

const pixels = { width: 560, height: 440 };

// Areas that are drawn: rooms, the force around them, and what was chosen.
function areasOf(ground: MapGround | null, session: Session, chosen: readonly number[], language: 'ar' | 'en' | 'fr') {
  return (ground?.areas ?? []).flatMap((area): MapArea[] => {
    const id = String(area.unitId);
    const { polygons } = area;
    const unit = session.units.find((one) => one.unitId === area.unitId);
    if (chosen.includes(area.unitId)) return [{ id, name: unit ? nameIn(language, unit) : '', polygons, role: 'home' }];
    if (area.kind === 'force') return [{ id, name: '', polygons, role: 'force' }];
    if (area.kind !== 'operations_room') return [];
    return [{ id, name: unit ? nameIn(language, unit) : '', polygons, role: 'plain' }];
  });
}

/** Incidents by H3 cell on the force's own ground. */
export function CellsFigure({ overview }: { overview: Overview }) {
  const language = useContext(LanguageContext);
  const { session, post } = useSession();
  const holder = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const chosen = overview.cells.measure.filters.units ?? none;
  const ofForce = session.units.find((one) => one.unitId === (chosen[0] ?? post?.unitId));
  const ground = useMapGround(ofForce?.forceId, session.person.personId);
  const areas = useMemo(() => areasOf(ground, session, chosen, language), [ground, session, chosen, language]);
  const rows = overview.cells.result.rows;
  const bounds = useMemo(() => {
    const home = areas.filter((area) => area.role === 'home');
    const drawn = (home.length > 0 ? home : areas).flatMap((area) => area.polygons);
    if (drawn.length > 0) return boundsOf(drawn);
    const coarse = cellCounts(rows, 6).counts.keys();
    return boundsOf([...coarse].map((cell) => [cellToBoundary(cell, true) as [number, number][]]));
  }, [areas, rows]);
  const resolution = asked ?? (bounds ? resolutionFor(bounds, pixels) : 6);
  const { cells, steps, unplaced, table } = useMemo(() => {
    const { counts, unplaced } = cellCounts(rows, resolution);
    const steps = stepsOf(counts.values());
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    const cells = sorted.map(
      ([id, count]): MapCell => ({
        id,
        ring: cellToBoundary(id, true) as [number, number][],
        strength: strengthOf(count, steps),
        name: countIn(language, count),
      }),
    );
    const table = sorted.map(([id, count]) => [id, ...cellToLatLng(id).map((one) => Number(one.toFixed(4))), count]);
    return { cells, steps, unplaced, table };
  }, [rows, resolution, language]);
  const heads = (['cell', 'latitude', 'longitude', 'count'] as const).map((word) => sayIn(language, word));
  const note = unplaced > 0 && (
    <>
      {sayIn(language, 'unplaced')}
      {colonIn(language)}
      <bdi>{countIn(language, unplaced)}</bdi>
    </>
  );
  const picture = (
    <CellsPicture
      label={sayIn(language, 'cellsMap')}
      land={ground?.land ?? none}
      {...{ areas, cells, bounds, holder }}
    />
  );
  return (
    <FigureCard
      title="cellsTitle"
      definition="cellsDefinition"
      measured={overview.cells}
      rows={[heads, ...table]}
      file="cells"
      holder={holder}
      note={note}
    >
      <div className="cells">
        <AreaMap
          label={sayIn(language, 'cellsMap')}
          ground={ground}
          areas={areas}
          cells={cells}
          home={chosen.length === 1 ? String(chosen[0]) : null}
        />
        {picture}
      </div>
      <div className="cells-foot">
        <Legend steps={steps} />
        <label className="cells-size">
          {sayIn(language, 'cellSize')}
          <select value={resolution} onChange={(event) => setAsked(Number(event.target.value))}>
            {resolutions.map(({ resolution: one, squareKilometres }) => (
              <option key={one} value={one}>
                {`${inDigits(Number(squareKilometres.toPrecision(2)))} ${sayIn(language, 'squareKilometres')}`}
              </option>
            ))}
          </select>
        </label>
      </div>
    </FigureCard>
  );
}

const none: readonly never[] = [];

function Legend({ steps }: { steps: readonly Step[] }) {
  const language = useContext(LanguageContext);
  return (
    <ul className="cells-legend">
      {steps.map(({ from, to, strength }) => (
        <li key={from}>
          <i style={{ opacity: strength }} aria-hidden="true" />
          <bdi>{from === to ? countIn(language, from) : `${countIn(language, from)}–${countIn(language, to)}`}</bdi>
        </li>
      ))}
    </ul>
  );
}
