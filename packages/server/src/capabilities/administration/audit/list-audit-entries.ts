import type { contract } from '@marsad/contract';
import type { AuditEntry, AuditFilters } from '@marsad/contract/administration/list-audit-entries.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { SqlScope } from '../../../platform/operations/actor.ts';
import { decodeCursor, encodeCursor } from '../../../platform/operations/cursor.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation, Unit } from '../organisation/organisation.ts';
import { type AuditReach, type EntryRow, findPersonByUserName, pageOfEntries } from './store.ts';

type Operation = typeof contract.administration.listAuditEntries;

/** A page of the log within the reader's area; that it was read, and by which conditions, is an entry too. */
export function listAuditEntries(organisation: Organisation) {
  return async (context: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, scope, consult } = context;
    const { cursor, limit, ...filters } = input;
    const [at, auditId] = cursor ? decodeCursor(cursor, 2) : [];
    if (at !== undefined && (Number.isNaN(Date.parse(at)) || !/^\d{1,18}$/.test(auditId ?? '')))
      refuse('UNPROCESSABLE_CONTENT', 'cursor.invalid', { field: 'cursor' });
    const conditions = await namedPerson(context, filters);
    const after = at && auditId ? { at, auditId } : null;
    const found = await pageOfEntries(tx, conditions, reachOf(organisation, scope), after, limit + 1);
    await consult({
      kind: 'consultation',
      action: 'audit.read',
      subjectKind: 'audit_log',
      subjectId: filters.subjectId ?? 'entries',
      fields: conditionNames(filters),
      values: filters,
    });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      items: rows.map(viewOf),
      nextCursor: found.length > limit && last ? encodeCursor([last.atExact, String(last.auditId)]) : null,
    };
  };
}

/** Only a unit that is reached whole: an entry tells neither the type nor the author of what it is about. */
function isWithin(organisation: Organisation, scope: SqlScope, unit: Unit): boolean {
  if (scope.units.includes(unit.unitId)) return true;
  const parent = unit.parentId === null ? undefined : organisation.findUnit(unit.parentId);
  return parent !== undefined && isWithin(organisation, scope, parent);
}

/** The units whose entries a scope shows; null for all of them. */
export function reachOf(organisation: Organisation, scope: SqlScope): AuditReach {
  const reached = organisation.units.filter((unit) => isWithin(organisation, scope, unit));
  return reached.length === organisation.units.length ? null : reached.map((unit) => unit.unitId);
}

/** The conditions with the person in place of the user name. Refuses a name that is nobody's. */
export async function namedPerson({ tx }: QueryContext, { userName, ...filters }: AuditFilters) {
  if (!userName) return filters;
  const personId = await findPersonByUserName(tx, userName);
  return personId
    ? { ...filters, personId }
    : refuse('UNPROCESSABLE_CONTENT', 'audit.person_unknown', { field: 'userName' });
}

/** Which conditions were set: names, never values. */
export const conditionNames = (filters: AuditFilters): string[] =>
  Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);

export function viewOf(row: EntryRow): AuditEntry {
  const { personId, userName, nameAr, nameLatin, atExact: _, ...entry } = row;
  return {
    ...entry,
    kind: entry.kind as AuditEntry['kind'],
    person: personId ? { personId, userName, nameAr: nameAr ?? personId, nameLatin: nameLatin ?? personId } : null,
  };
}
