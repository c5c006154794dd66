import { sql, type Transaction } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Tx = Transaction<DB>;

export interface AreaRow {
  areaId: number;
  unitId: number;
  geometry: unknown;
  validFrom: string;
}

/** The areas of units that have no end yet, locked until the command ends. */
export async function lockCurrentAreas(tx: Tx, unitIds: readonly number[]): Promise<Map<number, AreaRow>> {
  const rows = await tx
    .selectFrom('org_unit_area')
    .where('unit_id', 'in', [...unitIds, -1])
    .where('valid_to', 'is', null)
    .orderBy('valid_from')
    .forUpdate()
    .select(['area_id as areaId', 'unit_id as unitId', 'geometry', 'valid_from as validFrom'])
    .execute();
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** Ends an area the day before another begins. */
export async function endArea(tx: Tx, areaId: number, from: string): Promise<void> {
  await sql`UPDATE org_unit_area SET valid_to = ${from}::date - 1 WHERE area_id = ${areaId}`.execute(tx);
}

/** Draws an area that begins on the same day anew. */
export async function redrawArea(tx: Tx, areaId: number, geometry: object): Promise<void> {
  await tx
    .updateTable('org_unit_area')
    .where('area_id', '=', areaId)
    .set({ geometry: JSON.stringify(geometry) })
    .execute();
}

export async function insertArea(tx: Tx, unitId: number, geometry: object, from: string): Promise<void> {
  await tx
    .insertInto('org_unit_area')
    .values({ unit_id: unitId, geometry: JSON.stringify(geometry), valid_from: from })
    .execute();
}
