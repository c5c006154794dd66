import type { Right } from '@marsad/contract/administration/rights.ts';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

interface RoleFields {
  nameAr: string;
  nameEn: string;
  nameFr: string;
  rights: readonly Right[];
  active: boolean;
}

/** How many people hold each role on a day. */
export async function countHolders(db: Db, today: string): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('post')
    .where('valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .groupBy('role_id')
    .select(['role_id as roleId', sql<number>`count(DISTINCT person_id)`.as('holders')])
    .execute();
  return new Map(rows.map((row) => [row.roleId, Number(row.holders)]));
}

export async function insertRole(db: Db, role: Omit<RoleFields, 'active'> & { code: string }): Promise<number> {
  const made = await db
    .insertInto('role')
    .values({
      code: role.code,
      name_ar: role.nameAr,
      name_en: role.nameEn,
      name_fr: role.nameFr,
      rights: JSON.stringify(role.rights),
    })
    .returning('role_id')
    .executeTakeFirstOrThrow();
  return made.role_id;
}

/** Writes what a role becomes; returns its version. */
export async function updateRole(db: Db, roleId: number, role: RoleFields): Promise<number> {
  const { version } = await db
    .updateTable('role')
    .where('role_id', '=', roleId)
    .set((row) => ({
      name_ar: role.nameAr,
      name_en: role.nameEn,
      name_fr: role.nameFr,
      rights: JSON.stringify(role.rights),
      active: role.active,
      version: row('version', '+', 1),
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}
