import { type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

/** An incident that may be told again, as it is judged. */
export interface LikenessRow {
  incidentId: string;
  number: string | null;
  roomId: number;
  typeId: number;
  priority: number;
  status: string;
  placeText: string;
  placeId: number | null;
  longitude: number | null;
  latitude: number | null;
  radiusMetres: number | null;
  createdAt: string;
}

const over = ['draft', 'scheduled', 'cancelled', 'duplicate', 'referred'];

/**
 * Incidents since a moment: the newest of the rooms, and whatever lies in the cells, a few hundred at most. Both ways go
 * along an index; what the person may not read is not there.
 */
export async function recentIncidents(
  db: Kysely<DB>,
  roomIds: readonly number[],
  cells: readonly string[],
  since: Date,
): Promise<LikenessRow[]> {
  const columns = sql`incident_id AS "incidentId", number, room_id AS "roomId", type_id AS "typeId", priority, status, place_text AS "placeText",
    place_id AS "placeId", longitude, latitude, radius_metres AS "radiusMetres", created_at AS "createdAt"`;
  const found = await sql<LikenessRow>`
    (SELECT ${columns} FROM incident WHERE room_id = ANY (${roomIds}::int[]) AND created_at > ${since}
      AND status <> ALL (${over}::text[]) ORDER BY created_at DESC LIMIT 400)
    UNION
    (SELECT ${columns} FROM incident WHERE h3_cell = ANY (${cells}::text[]) AND created_at > ${since}
      AND status <> ALL (${over}::text[]) ORDER BY created_at DESC LIMIT 200)`.execute(db);
  return found.rows;
}
