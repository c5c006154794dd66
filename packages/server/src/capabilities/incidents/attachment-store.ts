import type { Insertable, Kysely } from 'kysely';
import type pg from 'pg';
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

/** Of some SHA-256 in hexadecimal, those for which an attachment stands that was not withdrawn; as the owner, of every force. */
export async function digestsInUse(owner: pg.Pool, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await owner.query(
    `SELECT DISTINCT encode(sha256, 'hex') AS digest FROM attachment
     WHERE withdrawn_at IS NULL AND sha256 IN (SELECT decode(d, 'hex') FROM unnest($1::text[]) AS d)`,
    [digests],
  );
  return new Set(found.rows.map((row) => row.digest as string));
}
