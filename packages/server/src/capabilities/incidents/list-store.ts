import type { contract } from '@marsad/contract';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import type { InputOf } from '@marsad/contract/platform/operation.ts';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';
import { boardSelection } from './store.ts';

type Asked = InputOf<typeof contract.incidents.listIncidents>;

/** Where a page begins: the exact instant and id of the last row of the page before. */
export interface After {
  at: string;
  incidentId: string;
}

/** Incidents of a room that fit what is asked, the newest first, each with its instant to the microsecond. */
export async function pageOfIncidents(db: Kysely<DB>, asked: Asked, limit: number, after: After | null) {
  let rows = db.selectFrom('incident').where('room_id', '=', asked.roomId);
  if (asked.from !== undefined) rows = rows.where(sql<boolean>`created_at >= ${asked.from}::timestamptz`);
  if (asked.to !== undefined) rows = rows.where(sql<boolean>`created_at < ${asked.to}::timestamptz`);
  if (asked.status !== undefined) rows = rows.where('status', '=', asked.status);
  if (asked.origin !== undefined) rows = rows.where('origin', '=', asked.origin);
  if (asked.typeId !== undefined) rows = rows.where('type_id', '=', asked.typeId);
  if (asked.priority !== undefined) rows = rows.where('priority', '=', asked.priority);
  if (after !== null)
    rows = rows.where(sql<boolean>`(created_at, incident_id) < (${after.at}::timestamptz, ${after.incidentId}::uuid)`);
  const found = await rows
    .orderBy('created_at', 'desc')
    .orderBy('incident_id', 'desc')
    .limit(limit)
    .select(boardSelection)
    .select(sql<string>`to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('exactAt'))
    .execute();
  return found as (BoardIncident & { exactAt: string })[];
}
