import type { DuckDbSession } from '../../../platform/duckdb/duckdb-file.ts';
import type { Mart } from './mart.ts';
import type { MartLookups, MartUnit } from './mart-incident.ts';

/** Returns the ids from a unit up to its root, itself first. A loop in the tree ends the walk. */
function pathOf(unit: MartUnit, byId: ReadonlyMap<number, MartUnit>): number[] {
  const path: number[] = [];
  for (let at: MartUnit | undefined = unit; at && !path.includes(at.unitId); ) {
    path.push(at.unitId);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return path;
}

/** Replaces units and types within a transaction. A type's group is the first part of its code. */
export async function replaceLookups(session: DuckDbSession, lookups: MartLookups): Promise<void> {
  const byId = new Map(lookups.units.map((unit) => [unit.unitId, unit]));
  await session.run('DELETE FROM unit');
  for (const unit of lookups.units) {
    await session.run('INSERT INTO unit VALUES ($1, $2, $3, $4, $5::INTEGER[], $6, $7, $8, $9)', [
      unit.unitId,
      unit.kind,
      unit.code,
      unit.parentId,
      pathOf(unit, byId),
      unit.population,
      unit.nameAr,
      unit.nameEn,
      unit.nameFr,
    ]);
  }
  await session.run('DELETE FROM incident_type');
  for (const type of lookups.types) {
    await session.run("INSERT INTO incident_type VALUES ($1, $2, split_part($2, '.', 1), $3, $4, $5)", [
      type.typeId,
      type.code,
      type.nameAr,
      type.nameEn,
      type.nameFr,
    ]);
  }
}

/** Replaces the names of units and types: called when either changes. */
export function writeLookups(mart: Mart, lookups: MartLookups): Promise<void> {
  return mart.file.write((session) => replaceLookups(session, lookups));
}
