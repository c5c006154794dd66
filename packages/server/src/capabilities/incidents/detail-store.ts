import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '../../platform/db/schema.generated.ts';
import { boardSelection, instant } from './store.ts';

const partLimit = 500;

// What was merged into an incident, however often it was merged before, brings its calls with it.
const callsWithMerged = sql<IncidentDetail['calls']>`coalesce((
  WITH RECURSIVE merged (id, number) AS (
    SELECT incident.incident_id, NULL::text
    UNION SELECT m.incident_id, m.number FROM incident m JOIN merged ON m.duplicate_of = merged.id)
  SELECT json_agg(json_build_object('callId', c.call_id, 'channel', c.channel, 'startedAt', ${instant(sql`c.started_at`)},
    'answeredAt', ${instant(sql`c.answered_at`)}, 'endedAt', ${instant(sql`c.ended_at`)}, 'madeAt', ${instant(sql`c.made_at`)},
    'fromNumber', c.number) ORDER BY c.made_at, c.call_id)
  FROM (SELECT c.*, merged.number FROM merged JOIN call c ON c.incident_id = merged.id
    ORDER BY c.made_at, c.call_id LIMIT ${partLimit}) c), '[]')`.as('calls');

const linksOf = sql<IncidentDetail['links']>`coalesce((
  SELECT json_agg(json_build_object('incidentId', o.incident_id, 'number', o.number, 'typeId', o.type_id, 'status', o.status,
    'placeText', o.place_text, 'kind', l.kind) ORDER BY l.kind, o.created_at) FROM (
    SELECT other_id AS id, kind FROM incident_link WHERE incident_id = incident.incident_id AND ended_at IS NULL
    UNION ALL SELECT parent_id, 'parent' WHERE parent_id IS NOT NULL
    UNION ALL (SELECT incident_id, 'child' FROM incident c WHERE c.parent_id = incident.incident_id LIMIT 200)
    UNION ALL (SELECT incident_id, 'merged' FROM incident m WHERE m.duplicate_of = incident.incident_id LIMIT 200)
    UNION ALL SELECT duplicate_of, 'duplicate' WHERE duplicate_of IS NOT NULL
  ) l JOIN incident o ON o.incident_id = l.id), '[]')`.as('links');

/** What stands of an incident beside its story. */
export type DetailRow = Omit<IncidentDetail, 'timeline' | 'earlierCursor'>;

/** One incident but for its story and its restricted parts, in one statement; undefined outside the area. */
export async function findDetail(db: Kysely<DB>, incidentId: string): Promise<DetailRow | undefined> {
  const row = await db
    .selectFrom('incident')
    .where('incident_id', '=', incidentId)
    .select(boardSelection)
    .select((eb) => [
      'narrative',
      'channel',
      'position_source as positionSource',
      'place_id as placeId',
      'occurred_from as occurredFrom',
      'occurred_to as occurredTo',
      'call_started_at as callStartedAt',
      'answered_at as answeredAt',
      'closed_at as closedAt',
      'reopened_at as reopenedAt',
      'hold_reason as holdReason',
      'disposition_id as dispositionId',
      'parent_id as parentId',
      'duplicate_of as duplicateOf',
      'created_by as createdBy',
      sql<number>`involved_people_count(incident_id)`.as('peopleCount'),
      sql<number>`involved_vehicle_count(incident_id)`.as('vehicleCount'),
      callsWithMerged,
      jsonArrayFrom(
        eb
          .selectFrom('attachment as f')
          .leftJoin('person as fp', 'fp.person_id', 'f.added_by')
          .whereRef('f.incident_id', '=', 'incident.incident_id')
          .orderBy('f.made_at')
          .orderBy('f.attachment_id')
          .limit(partLimit)
          .select((fb) => [
            'f.attachment_id as attachmentId',
            'f.file_name as fileName',
            'f.media_type as mediaType',
            'f.byte_count as byteCount',
            'fp.name_ar as addedByName',
            'fp.name_latin as addedByNameLatin',
            instant(fb.ref('f.made_at')).as('madeAt'),
          ]),
      ).as('attachments'),
      jsonArrayFrom(
        eb
          .selectFrom('incident_clock as k')
          .leftJoin('person as kp', 'kp.person_id', 'k.author_id')
          .whereRef('k.incident_id', '=', 'incident.incident_id')
          .orderBy('k.at')
          .orderBy('k.clock_id')
          .limit(partLimit)
          .select((kb) => [
            'k.clock_id as clockId',
            'k.clock',
            instant(kb.ref('k.at')).as('at'),
            'k.assignment_id as assignmentId',
            'k.source',
            'k.replaces',
            'k.reason',
            'kp.name_ar as authorName',
            'kp.name_latin as authorNameLatin',
            instant(kb.ref('k.made_at')).as('madeAt'),
          ]),
      ).as('clocks'),
      linksOf,
    ])
    .executeTakeFirst();
  return row as DetailRow | undefined;
}
