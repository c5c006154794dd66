// Merging, linking, parents and further calls: what ties incidents together.
import { type Insertable, type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

/** Marks an incident as a duplicate of another, or no longer as one; returns its new version. */
export async function setDuplicateOf(db: Db, incidentId: string, intoId: string, now: Date): Promise<number> {
  const row = await db
    .updateTable('incident')
    .where('incident_id', '=', incidentId)
    .set((eb) => ({
      status: 'duplicate',
      duplicate_of: intoId,
      hold_reason: null,
      hold_until: null,
      version: eb('version', '+', 1),
      changed_at: now,
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** The incident that another was merged into; null where it was not, undefined outside the area. */
export async function mergedInto(db: Db, incidentId: string): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('incident')
    .where('incident_id', '=', incidentId)
    .select('duplicate_of')
    .executeTakeFirst();
  return row?.duplicate_of;
}

export async function clearDuplicateOf(db: Db, incidentId: string): Promise<void> {
  await db.updateTable('incident').where('incident_id', '=', incidentId).set({ duplicate_of: null }).execute();
}

export async function setParentOf(db: Db, incidentId: string, parentId: string | null): Promise<void> {
  await db.updateTable('incident').where('incident_id', '=', incidentId).set({ parent_id: parentId }).execute();
}

/** An incident that is to be a parent; undefined outside the area. */
export function findParent(db: Db, incidentId: string) {
  return db
    .selectFrom('incident')
    .where('incident_id', '=', incidentId)
    .select('parent_id as parentId')
    .executeTakeFirst();
}

/** Whether an incident has others under it, also such as the person may not see. */
export async function hasChildren(db: Db, incidentId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`SELECT incident_has_children(${incidentId}) AS has`.execute(db);
  return rows[0]?.has ?? false;
}

/** Begins a link in both directions, anew where it had ended; false when it stands already. */
export async function beginLink(db: Db, one: string, other: string, personId: string, at: Date): Promise<boolean> {
  const result = await sql`
    INSERT INTO incident_link AS l (incident_id, other_id, kind, made_by, made_at)
    VALUES (${one}, ${other}, 'related', ${personId}, ${at}), (${other}, ${one}, 'related', ${personId}, ${at})
    ON CONFLICT (incident_id, other_id, kind) DO UPDATE SET made_by = EXCLUDED.made_by, made_at = EXCLUDED.made_at,
      ended_at = NULL, ended_by = NULL WHERE l.ended_at IS NOT NULL`.execute(db);
  return Number(result.numAffectedRows) > 0;
}

/** Ends a link in both directions; false when none stands. */
export async function endLink(db: Db, one: string, other: string, personId: string, at: Date): Promise<boolean> {
  const result = await sql`
    UPDATE incident_link SET ended_at = ${at}, ended_by = ${personId}
    WHERE kind = 'related' AND ended_at IS NULL
      AND ((incident_id = ${one} AND other_id = ${other}) OR (incident_id = ${other} AND other_id = ${one}))`.execute(
    db,
  );
  return Number(result.numAffectedRows) > 0;
}

export async function insertCall(db: Db, row: Insertable<DB['call']>): Promise<void> {
  await db.insertInto('call').values(row).execute();
}
