// The force, rooms, stations and dispositions that a mapping names: found, or made where it allows that.
import type { ImportMapping, UnitOf } from '@marsad/contract/sync/mapping.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { Organisation, Unit } from '../../administration/index.ts';
import { insertDisposition, insertUnit, loadDispositions } from '../store.ts';

export interface ForceUnits {
  force: Unit;
  rooms: Map<string, Unit>;
  stations: Map<string, Unit>;
  dispositions: Map<string, number>;
}

/** Returns what stands already, or null when the force itself is absent. */
export function findForce(organisation: Organisation, mapping: ImportMapping): Unit | null {
  return organisation.units.find((unit) => unit.kind === 'force' && unit.code === mapping.force.code) ?? null;
}

/** Returns the units and dispositions of a force by their codes. */
export async function collectUnits(
  context: CommandContext,
  organisation: Organisation,
  force: Unit,
): Promise<ForceUnits> {
  const own = organisation.units.filter((unit) => unit.forceId === force.unitId);
  const ofKind = (kind: string) => new Map(own.filter((unit) => unit.kind === kind).map((unit) => [unit.code, unit]));
  const dispositions = await loadDispositions(context.tx);
  return { force, rooms: ofKind('operations_room'), stations: ofKind('station'), dispositions };
}

/** Makes the force of a mapping, with its dispositions, in the transaction of a command. */
export async function makeForce(context: CommandContext, mapping: ImportMapping): Promise<void> {
  const { force } = mapping;
  const unitId = await insertUnit(context.tx, {
    kind: 'force',
    parentId: null,
    forceId: null,
    code: force.code,
    nameAr: force.nameAr,
    nameEn: force.nameEn,
    nameFr: force.nameFr,
    timeZone: force.timeZone,
    bounds: force.bounds,
  });
  report(context, unitId, force.code);
}

/** Makes the dispositions that the mapping's table names and that are not there yet. */
export async function makeDispositions(context: CommandContext, mapping: ImportMapping): Promise<void> {
  const known = await loadDispositions(context.tx);
  for (const one of Object.values(mapping.disposition?.table ?? {})) {
    if (!known.has(one.code)) await insertDisposition(context.tx, one);
  }
}

/** Makes one room or station of a force. */
export async function makeUnit(
  context: CommandContext,
  kind: 'operations_room' | 'station',
  code: string,
  of: UnitOf,
  parent: Unit,
): Promise<void> {
  const value = code.slice(of.prefix.length);
  const named = (name: string | undefined): string => (of.column ? `${name ?? ''} ${value}`.trim() : (name ?? code));
  const unitId = await insertUnit(context.tx, {
    kind,
    parentId: parent.unitId,
    forceId: parent.forceId,
    code,
    nameAr: named(of.names?.nameAr),
    nameEn: named(of.names?.nameEn),
    nameFr: named(of.names?.nameFr),
    timeZone: parent.timeZone,
    bounds: null,
  });
  report(context, unitId, code);
}

function report(context: CommandContext, unitId: number | null, code: string): void {
  context.audit({
    kind: 'collection',
    action: unitId === null ? 'organisation.unit_found' : 'organisation.unit_made',
    subjectKind: 'unit',
    subjectId: unitId === null ? code : String(unitId),
    unitId,
    reason: 'import',
  });
  if (unitId === null) return;
  context.emit({ kind: 'organisation.changed', payload: { unitId } });
}
