import { parentKinds, type UnitKind } from '@marsad/contract/administration/units/unit-kinds.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { IncidentType, Unit } from '../organisation/organisation.ts';

/** Refuses a parent of a kind that the unit's kind does not stand under. */
export function judgeParentKind(kind: string, parent: Unit): void {
  if (!parentKinds[kind as UnitKind].includes(parent.kind as UnitKind))
    refuse('UNPROCESSABLE_CONTENT', 'unit.parent_kind', { field: 'parentId' });
}

/** Refuses codes of incident types that are none. */
export function judgeTypeCodes(codes: readonly string[], types: readonly IncidentType[]): void {
  const known = new Set(types.map((type) => type.code));
  const wrong = codes.find((code) => !known.has(code));
  if (wrong !== undefined)
    refuse('UNPROCESSABLE_CONTENT', 'type.unknown', { field: 'typeCodes', parameters: { code: wrong } });
}

/** Refuses a name of a time zone that the server does not know. */
export function judgeTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    refuse('UNPROCESSABLE_CONTENT', 'unit.time_zone', { field: 'timeZone' });
  }
}
