import type { TimelineEntry } from '@marsad/contract/incidents/incident.ts';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

/** An entry with its instant to the microsecond, which is where the next page begins. */
export type TimelineRow = TimelineEntry & { exactAt: string };

/** Entries of an incident, the newest first, from one on where it is given. */
export async function pageOfTimeline(
  db: Kysely<DB>,
  incidentId: string,
  limit: number,
  before: { at: string; entryId: string } | null,
): Promise<TimelineRow[]> {
  const rows = await db
    .selectFrom('timeline_entry as t')
    .leftJoin('person as p', 'p.person_id', 't.author_id')
    .where('t.incident_id', '=', incidentId)
    .$if(before !== null, (query) =>
      query.where(sql<boolean>`(t.made_at, t.entry_id) < (${before?.at}::timestamptz, ${before?.entryId}::uuid)`),
    )
    .orderBy('t.made_at', 'desc')
    .orderBy('t.entry_id', 'desc')
    .limit(limit)
    .select([
      't.entry_id as entryId',
      't.kind',
      't.author_id as authorId',
      'p.name_ar as authorName',
      'p.name_latin as authorNameLatin',
      't.room_id as roomId',
      't.made_at as madeAt',
      't.received_at as receivedAt',
      't.text',
      't.data',
      't.corrects',
      sql<string>`to_char(t.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('exactAt'),
    ])
    .execute();
  return rows as TimelineRow[];
}
