// What is asked of a list, judged and turned into columns: units into the rooms and stations under them, types into their
// subtrees, cursors into places.
import type { IncidentFilters } from '@marsad/contract/incidents/incident-filters.ts';
import { validate } from 'uuid';
import type { SqlScope } from '../../platform/operations/actor.ts';
import { decodeCursor, encodeCursor } from '../../platform/operations/cursor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { boardKinds, type Organisation, reachesUnit, type Unit } from '../administration/index.ts';
import type { ListConditions, Place } from './list-store.ts';

/** Returns the conditions of a list. Refuses a period that is reversed, a type that is unknown, a unit out of reach. */
export function judgeConditions(organisation: Organisation, scope: SqlScope, asked: IncidentFilters): ListConditions {
  const { unitIds = [], typeIds = [], ...same } = asked;
  if (same.from !== undefined && same.to !== undefined && Date.parse(same.from) > Date.parse(same.to))
    refuse('UNPROCESSABLE_CONTENT', 'list.period_reversed', { field: 'to' });
  return {
    ...same,
    ...(unitIds.length > 0 && { units: unitsUnder(organisation, scope, unitIds) }),
    ...(typeIds.length > 0 && { typeIds: typesUnder(organisation, typeIds) }),
  };
}

function unitsUnder(organisation: Organisation, scope: SqlScope, unitIds: readonly number[]) {
  const under = { forces: [] as number[], rooms: [] as number[], stations: [] as number[] };
  for (const unitId of unitIds) {
    const unit = organisation.findUnit(unitId);
    if (!unit || !pathOf(organisation, unit).some((above) => reachesUnit(scope, above)))
      refuse('NOT_FOUND', 'list.unit_unknown', { field: 'unitIds' });
    if (unit.kind === 'force') under.forces.push(unit.unitId);
    else if (unit.kind === 'station') under.stations.push(unit.unitId);
    else
      under.rooms.push(
        ...organisation.units
          .filter((one) => boardKinds.includes(one.kind) && pathOf(organisation, one).includes(unit))
          .map((one) => one.unitId),
      );
  }
  return under;
}

/** A unit and those above it as they stand today. */
function pathOf(organisation: Organisation, unit: Unit): Unit[] {
  const path: Unit[] = [];
  for (let one: Unit | undefined = unit; one && !path.includes(one); one = organisation.findUnit(one.parentId ?? -1))
    path.push(one);
  return path;
}

function typesUnder(organisation: Organisation, typeIds: readonly number[]): number[] {
  const codes = typeIds.map(
    (typeId) =>
      organisation.findType(typeId)?.code ?? refuse('UNPROCESSABLE_CONTENT', 'list.type_unknown', { field: 'typeIds' }),
  );
  return organisation.types
    .filter((type) => codes.some((code) => type.code === code || type.code.startsWith(`${code}.`)))
    .map((type) => type.typeId);
}

/** The place that a cursor names. Refuses one that we did not make. */
export function placeOf(cursor: string, field = 'cursor'): Place {
  const [at = '', incidentId = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !validate(incidentId))
    refuse('UNPROCESSABLE_CONTENT', 'cursor.invalid', { field });
  return { at, incidentId };
}

export const cursorOf = (place: Place): string => encodeCursor([place.at, place.incidentId]);
