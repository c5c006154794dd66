import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '../../platform/db/schema.generated.ts';
import { boardSelection, instant } from './store.ts';

const timelineLimit = 500;

/** The whole of one incident but for its restricted parts, in one statement; undefined outside the area. */
export async function findDetail(db: Kysely<DB>, incidentId: string): Promise<IncidentDetail | undefined> {
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
      jsonArrayFrom(
        eb
          .selectFrom('call as c')
          .whereRef('c.incident_id', '=', 'incident.incident_id')
          .orderBy('c.made_at')
          .select((cb) => [
            'c.call_id as callId',
            'c.channel',
            instant(cb.ref('c.started_at')).as('startedAt'),
            instant(cb.ref('c.answered_at')).as('answeredAt'),
          ]),
      ).as('calls'),
      jsonArrayFrom(
        eb
          .selectFrom('attachment as f')
          .whereRef('f.incident_id', '=', 'incident.incident_id')
          .orderBy('f.made_at')
          .select([
            'f.attachment_id as attachmentId',
            'f.file_name as fileName',
            'f.media_type as mediaType',
            'f.byte_count as byteCount',
          ]),
      ).as('attachments'),
      jsonArrayFrom(
        eb
          .selectFrom('timeline_entry as t')
          .leftJoin('person as p', 'p.person_id', 't.author_id')
          .whereRef('t.incident_id', '=', 'incident.incident_id')
          .orderBy('t.made_at')
          .orderBy('t.entry_id')
          .limit(timelineLimit)
          .select((tb) => [
            't.entry_id as entryId',
            't.kind',
            't.author_id as authorId',
            'p.name_ar as authorName',
            't.room_id as roomId',
            instant(tb.ref('t.made_at')).as('madeAt'),
            instant(tb.ref('t.received_at')).as('receivedAt'),
            't.text',
            't.data',
            't.corrects',
          ]),
      ).as('timeline'),
      sql<IncidentDetail['links']>`coalesce((
        SELECT json_agg(json_build_object('incidentId', l.id, 'number', o.number, 'kind', l.kind)) FROM (
          SELECT other_id AS id, kind FROM incident_link WHERE incident_id = incident.incident_id
          UNION ALL SELECT parent_id, 'parent' WHERE parent_id IS NOT NULL
          UNION ALL (SELECT incident_id, 'child' FROM incident c WHERE c.parent_id = incident.incident_id LIMIT 200)
          UNION ALL SELECT duplicate_of, 'duplicate' WHERE duplicate_of IS NOT NULL
        ) l JOIN incident o ON o.incident_id = l.id), '[]')`.as('links'),
    ])
    .executeTakeFirst();
  return row as IncidentDetail | undefined;
}
