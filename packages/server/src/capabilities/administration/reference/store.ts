// Incident types, dispositions and limits as they are administered.
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

export interface TypeFields {
  nameAr: string;
  nameEn: string;
  nameFr: string;
  aliases: readonly string[];
  priority: number;
  origin: string;
  iccs: string | null;
  attempted: boolean | null;
  eido: string | null;
  requiredFields: readonly string[];
  active: boolean;
}

const typeRow = (type: TypeFields) => ({
  name_ar: type.nameAr,
  name_en: type.nameEn,
  name_fr: type.nameFr,
  aliases: [...type.aliases],
  priority: type.priority,
  origin: type.origin,
  iccs: type.iccs,
  attempted: type.attempted,
  eido: type.eido,
  required_fields: [...type.requiredFields],
  active: type.active,
});

export interface NewType extends TypeFields {
  code: string;
  parentId: number | null;
  /** A leaf may be chosen for an incident; a group may not. */
  selectable: boolean;
}

export async function insertType(db: Db, type: NewType): Promise<number> {
  const made = await db
    .insertInto('incident_type')
    .values({ ...typeRow(type), code: type.code, parent_id: type.parentId, selectable: type.selectable })
    .returning('type_id')
    .executeTakeFirstOrThrow();
  return made.type_id;
}

export async function updateType(db: Db, typeId: number, type: TypeFields): Promise<void> {
  await db.updateTable('incident_type').where('type_id', '=', typeId).set(typeRow(type)).executeTakeFirstOrThrow();
}

export interface DispositionFields {
  nameAr: string;
  nameEn: string;
  nameFr: string;
  offenceRecorded: boolean;
  active: boolean;
}

const dispositionRow = (one: DispositionFields) => ({
  name_ar: one.nameAr,
  name_en: one.nameEn,
  name_fr: one.nameFr,
  offence_recorded: one.offenceRecorded,
  active: one.active,
});

export async function insertDisposition(db: Db, one: DispositionFields & { code: string }): Promise<number> {
  const made = await db
    .insertInto('disposition')
    .values({ ...dispositionRow(one), code: one.code })
    .returning('disposition_id')
    .executeTakeFirstOrThrow();
  return made.disposition_id;
}

export async function updateDisposition(db: Db, dispositionId: number, one: DispositionFields): Promise<void> {
  await db
    .updateTable('disposition')
    .where('disposition_id', '=', dispositionId)
    .set(dispositionRow(one))
    .executeTakeFirstOrThrow();
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

/** Makes the incidents of a force that still wait due by its limits as they are now. */
export async function renewDue(db: Db, forceId: number): Promise<void> {
  await sql`SELECT renew_due(${forceId})`.execute(db);
}
