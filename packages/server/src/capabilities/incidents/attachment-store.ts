import type { Insertable, Kysely } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

export async function insertAttachment(db: Db, row: Insertable<DB['attachment']>): Promise<void> {
  await db.insertInto('attachment').values(row).execute();
}

/** An attachment in the transaction's area, with the room it belongs to. */
export function findAttachment(db: Db, incidentId: string, attachmentId: string) {
  return db
    .selectFrom('attachment as a')
    .innerJoin('incident as i', 'i.incident_id', 'a.incident_id')
    .where('a.incident_id', '=', incidentId)
    .where('a.attachment_id', '=', attachmentId)
    .select([
      'a.file_name as fileName',
      'a.media_type as mediaType',
      'a.byte_count as byteCount',
      'a.sha256',
      'i.room_id as roomId',
    ])
    .executeTakeFirst();
}
