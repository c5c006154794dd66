// Mappings that people made. Those of the product are files beside the code.
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;
const MOST_LISTED = 500;

/** The mappings that people made, the newest first, 500 at most. */
export function allMappings(db: Db) {
  return db
    .selectFrom('import_mapping as m')
    .leftJoin('person as p', 'p.person_id', 'm.person_id')
    .orderBy('m.changed_at', 'desc')
    .limit(MOST_LISTED)
    .select(['m.name', 'm.mapping', 'm.changed_at as changedAt', 'p.name_ar as personName'])
    .execute();
}

export function findMapping(db: Db, name: string) {
  return db.selectFrom('import_mapping').where('name', '=', name).select(['mapping', 'version']).executeTakeFirst();
}

interface KeptMapping {
  name: string;
  mapping: object;
  forceCode: string;
  personId: string;
  now: Date;
}

/** Keeps a mapping of a new name; returns false where the name is taken. */
export async function insertMapping(db: Db, kept: KeptMapping): Promise<boolean> {
  const made = await db
    .insertInto('import_mapping')
    .values({
      name: kept.name,
      mapping: JSON.stringify(kept.mapping),
      force_code: kept.forceCode,
      person_id: kept.personId,
      changed_at: kept.now,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('version')
    .executeTakeFirst();
  return made !== undefined;
}

/** Replaces a mapping whose version is still the one read; returns false where it is another, or out of reach. */
export async function replaceMapping(db: Db, kept: KeptMapping, version: number): Promise<boolean> {
  const changed = await db
    .updateTable('import_mapping')
    .where('name', '=', kept.name)
    .where('version', '=', version)
    .set({
      mapping: JSON.stringify(kept.mapping),
      force_code: kept.forceCode,
      person_id: kept.personId,
      changed_at: kept.now,
      version: version + 1,
    })
    .returning('version')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Removes a mapping; returns false where there is none within reach. */
export async function removeMapping(db: Db, name: string): Promise<boolean> {
  const gone = await db.deleteFrom('import_mapping').where('name', '=', name).returning('name').executeTakeFirst();
  return gone !== undefined;
}
