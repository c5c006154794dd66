// The areas of a force's rooms and stations as they stand: they place a record that names no unit, and show where the
// unit that a record states is not the one its point lies in. What was stated is kept; the audit looks at the rest.

import type { AreaGeometry, Polygon } from '@marsad/contract/platform/geometry.ts';
import type { Kysely } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';
import { AreaIndex } from '../../../platform/places/area-index.ts';
import { unitAreas } from '../store.ts';

export interface ForceAreas {
  /** The code of the room whose area holds a point, null where none does. */
  roomAt(longitude: number, latitude: number): string | null;
  /** The codes of the stations whose areas hold a point: one, several where areas overlap, none outside of them. */
  stationsAt(longitude: number, latitude: number): string[];
}

/** A force without areas: every question is answered with none. */
export const noAreas: ForceAreas = { roomAt: () => null, stationsAt: () => [] };

/** Reads the areas of a force that are in force on a day. */
export async function readForceAreas(db: Kysely<DB>, forceId: number, day: string): Promise<ForceAreas> {
  const rows = await unitAreas(db, forceId, day);
  const indexOf = (kind: string): AreaIndex<string> => {
    const polygons = new Map<string, Polygon[]>();
    for (const row of rows) {
      if (row.kind !== kind) continue;
      polygons.set(row.code, [...(polygons.get(row.code) ?? []), ...polygonsOf(row.geometry)]);
    }
    return new AreaIndex(
      [...polygons].map(([id, coordinates]) => ({ id, geometry: { type: 'MultiPolygon', coordinates } as const })),
    );
  };
  const [rooms, stations] = [indexOf('operations_room'), indexOf('station')];
  return {
    roomAt: (longitude, latitude) => rooms.find(longitude, latitude)[0] ?? null,
    stationsAt: (longitude, latitude) => stations.find(longitude, latitude),
  };
}

function polygonsOf(geometry: unknown): Polygon[] {
  const { type, coordinates } = geometry as { type: string; coordinates: unknown };
  return type === 'Polygon' ? [coordinates as Polygon] : [...(geometry as AreaGeometry).coordinates];
}
