import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { useMemo } from 'react';
import { AreaMap } from '../../../platform/map/AreaMap.tsx';
import type { MapArea, MapPoint } from '../../../platform/map/map-types.ts';
import { useMapGround } from '../../../platform/map/use-map-ground.ts';
import { nameIn, useText } from '../../../platform/text.ts';
import { ageText } from './age.ts';
import { Glyph } from './Glyph.tsx';
import { isLate } from './queue-groups.ts';
import { useEvery } from './use-second.ts';
import type { FoundPlace } from './use-selection.ts';
import { type BoardWord, boardWord, useBoardText } from './words.ts';

export interface NamedUnit {
  unitId: number;
  nameAr: string;
  nameEn: string;
  nameFr: string;
}

interface Props {
  roomId: number | null;
  forceId: number | undefined;
  personId: string;
  rooms: readonly NamedUnit[];
  incidents: readonly BoardIncident[];
  units: readonly BoardUnit[];
  title(typeId: number): string;
  /** `incident:<id>` or `unit:<id>`. */
  selected: string | null;
  /** A place that was searched for. */
  found?: FoundPlace | null;
  choose?(id: string): void;
  still?: boolean;
}

// A position this old says where a unit was, not where it is.
const oldMilliseconds = 15 * 60_000;

/** Incidents by priority and units by last position, on the room's own ground. */
export function BoardMap(props: Props) {
  const { roomId, forceId, personId, rooms, incidents, units, title, selected, choose, still, found = null } = props;
  const { language } = useText();
  const text = useBoardText();
  const now = useEvery(15);
  const ground = useMapGround(forceId, personId);
  const areas = useMemo(
    () =>
      (ground?.areas ?? []).flatMap((area): MapArea[] => {
        const role = roleOf(area, roomId);
        const unit = rooms.find((one) => one.unitId === area.unitId);
        const named = role === 'plain' && unit ? nameIn(language, unit) : '';
        return role ? [{ id: String(area.unitId), name: named, polygons: area.polygons, role }] : [];
      }),
    [ground, roomId, rooms, language],
  );
  const points = useMemo(
    () => [
      ...incidents.flatMap((row) => incidentPoint(row, title, now, (word) => boardWord(language, word))),
      ...units.flatMap((unit) => unitPoint(unit, now, (word) => boardWord(language, word))),
      ...(found ? [{ ...found, id: 'place:found', shape: 'pin' as const, label: found.name }] : []),
    ],
    [incidents, units, title, now, language, found],
  );
  return (
    <div className="board-map" data-part="map">
      <AreaMap
        label={text('map')}
        ground={ground}
        areas={areas}
        points={points}
        selected={found ? 'place:found' : selected}
        home={roomId === null ? null : String(roomId)}
        onSelect={(id) => choose?.(id)}
        still={still ?? false}
      >
        <Legend />
      </AreaMap>
    </div>
  );
}

function roleOf(area: { unitId: number; kind: string; parentId: number | null }, roomId: number | null) {
  if (area.unitId === roomId) return 'home';
  if (area.kind === 'force') return 'force';
  if (area.kind === 'operations_room') return 'plain';
  return area.parentId === roomId && area.kind === 'station' ? 'faint' : undefined;
}

type Say = (word: BoardWord) => string;

function incidentPoint(row: BoardIncident, title: (typeId: number) => string, now: number, say: Say): MapPoint[] {
  if (row.longitude === null || row.latitude === null) return [];
  return [
    {
      id: `incident:${row.incidentId}`,
      longitude: row.longitude,
      latitude: row.latitude,
      shape: `p${row.priority}` as MapPoint['shape'],
      name: `${say(`p${row.priority}` as BoardWord)} · ${title(row.typeId)} · ${row.placeText}`,
      late: isLate(row, now),
      faded: row.status === 'on_hold' || row.status === 'resolved' || row.status === 'scheduled',
      ...(row.radiusMetres !== null && { radiusMetres: row.radiusMetres }),
    },
  ];
}

function unitPoint(unit: BoardUnit, now: number, say: Say): MapPoint[] {
  if (unit.longitude === null || unit.latitude === null || unit.primaryStatus === 'NotAvailable') return [];
  const age = unit.positionAt ? now - Date.parse(unit.positionAt) : null;
  const old = age === null || age > oldMilliseconds;
  const told = age === null ? '' : ` · ${ageText(age, say)}`;
  return [
    {
      id: `unit:${unit.patrolUnitId}`,
      longitude: unit.longitude,
      latitude: unit.latitude,
      shape: 'unit',
      label: old ? `${unit.callSign}${told}` : unit.callSign,
      name: `${unit.callSign}${told}`,
      faded: old,
    },
  ];
}

function Legend() {
  const text = useBoardText();
  return (
    <div className="legend">
      {[1, 2, 3, 4].map((priority) => (
        <span key={priority}>
          <Glyph priority={priority} quiet /> {text(`p${priority}` as BoardWord)}
        </span>
      ))}
      <span>
        <i className="legend-late" aria-hidden="true" /> {text('lateLegend')}
      </span>
      <span>
        <i className="legend-unit" aria-hidden="true" /> {text('unitLegend')}
      </span>
    </div>
  );
}
