// Incident types, dispositions and limits as they are administered.
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

export interface TypeFields {
  nameAr: string;
  nameEn: string;
  nameFr: string;
  aliases: string[];
  iccs: string | null;
  attempted: boolean | null;
  eido: string | null;
  priority: number;
  origin: string;
  requiredFields: string[];
}

export interface DispositionFields {
  nameAr: string;
  nameEn: string;
  nameFr: string;
  offenceRecorded: boolean;
}

/** Every type, groups among them, in the order in which they were made. */
export function readTypes(db: Db) {
  return db
    .selectFrom('incident_type')
    .orderBy('type_id')
    .select([
      'type_id as typeId',
      'code',
      'parent_id as parentId',
      'name_ar as nameAr',
      'name_en as nameEn',
      'name_fr as nameFr',
      'aliases',
      'iccs',
      'attempted',
      'eido',
      'priority',
      'origin',
      'required_fields as requiredFields',
      'selectable',
      'active',
      'version',
    ])
    .execute();
}

const typeColumns = (type: TypeFields) => ({
  name_ar: type.nameAr,
  name_en: type.nameEn,
  name_fr: type.nameFr,
  aliases: type.aliases,
  iccs: type.iccs,
  attempted: type.attempted,
  eido: type.eido,
  priority: type.priority,
  origin: type.origin,
  required_fields: type.requiredFields,
});

export async function insertType(db: Db, code: string, parentId: number | null, type: TypeFields): Promise<number> {
  const made = await db
    .insertInto('incident_type')
    .values({ code, parent_id: parentId, selectable: parentId !== null, ...typeColumns(type) })
    .returning('type_id')
    .executeTakeFirstOrThrow();
  return made.type_id;
}

/** Writes what a type becomes; returns its version. */
export async function updateType(db: Db, typeId: number, type: TypeFields & { active: boolean }): Promise<number> {
  const { version } = await db
    .updateTable('incident_type')
    .where('type_id', '=', typeId)
    .set((row) => ({ ...typeColumns(type), active: type.active, version: row('version', '+', 1) }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function insertDisposition(db: Db, code: string, fields: DispositionFields): Promise<number> {
  const made = await db
    .insertInto('disposition')
    .values({
      code,
      name_ar: fields.nameAr,
      name_en: fields.nameEn,
      name_fr: fields.nameFr,
      offence_recorded: fields.offenceRecorded,
    })
    .returning('disposition_id')
    .executeTakeFirstOrThrow();
  return made.disposition_id;
}

/** Writes what a disposition becomes; returns its version. */
export async function updateDisposition(
  db: Db,
  dispositionId: number,
  fields: DispositionFields & { active: boolean },
): Promise<number> {
  const { version } = await db
    .updateTable('disposition')
    .where('disposition_id', '=', dispositionId)
    .set((row) => ({
      name_ar: fields.nameAr,
      name_en: fields.nameEn,
      name_fr: fields.nameFr,
      offence_recorded: fields.offenceRecorded,
      active: fields.active,
      version: row('version', '+', 1),
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export interface LimitKey {
  forceId: number;
  priority: number;
  typeId: number | null;
}

/** Sets a limit, or takes it away with null. */
export async function putLimit(db: Db, { forceId, priority, typeId }: LimitKey, minutes: number | null): Promise<void> {
  await db
    .deleteFrom('priority_limit')
    .where('force_id', '=', forceId)
    .where('priority', '=', priority)
    .where('type_id', typeId === null ? 'is' : '=', typeId)
    .execute();
  if (minutes !== null)
    await db
      .insertInto('priority_limit')
      .values({ force_id: forceId, priority, type_id: typeId, response_minutes: minutes })
      .execute();
}

/** Makes the incidents of a force that still wait due by its limits as they are; returns how many are due at another time. */
export async function renewDue(db: Db, forceId: number, at: Date): Promise<number> {
  const { rows } = await sql<{ renewed: number }>`SELECT renew_due(${forceId}, ${at}) AS renewed`.execute(db);
  return rows[0]?.renewed ?? 0;
}
