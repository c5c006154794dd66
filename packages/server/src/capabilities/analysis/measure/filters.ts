import type { MeasureFilters } from '@marsad/contract/analysis/measure.ts';
import type { SqlScope } from '../../../platform/operations/actor.ts';
import type { Parameters } from './parameters.ts';

const inList = (column: string, list: string) => `${column} IN (SELECT unnest(${list}))`;
const anyUnit = (list: string) =>
  ['c.force_id', 'c.room_id', 'c.station_id'].map((column) => inList(column, list)).join(' OR ');

/**
 * Returns the condition of an area on `incident_class c`. Whole units and unit-type pairs open it; units where only own
 * records count do not, for the mart knows no persons. An empty area opens nothing.
 */
export function areaSql(area: SqlScope, parameters: Parameters): string {
  const units = parameters.add(area.units, 'INTEGER[]');
  const pairs = parameters.add(area.pairs, 'BIGINT[]');
  const pair = (column: string) => inList(`((c.${column}::BIGINT << 32) | c.type_id)`, pairs);
  return `(${anyUnit(units)} OR ${pair('force_id')} OR ${pair('room_id')} OR ${pair('station_id')})`;
}

/**
 * Returns the conditions on units and types of `incident_class c` with `incident_type t`; a code stands for its subtree. A
 * force, centre or room stands for what its rooms handled, so that rooms add up to their centre and a room's figure is the
 * same as its own bar; a station stands for what happened in its area, whichever room handled it.
 */
export function classFilters(filters: MeasureFilters, parameters: Parameters): string[] {
  const conditions: string[] = [];
  if (filters.units?.length) {
    const units = parameters.add(filters.units, 'INTEGER[]');
    const under = `SELECT unit_id FROM unit WHERE list_has_any(path, ${units}) UNION SELECT unnest(${units})`;
    conditions.push(
      `(c.force_id IN (${under}) OR c.room_id IN (${under}) OR c.station_id IN (SELECT unnest(${units})))`,
    );
  }
  if (filters.typeCodes?.length) {
    const codes = parameters.add(filters.typeCodes, 'VARCHAR[]');
    conditions.push(
      `t.type_id IN (SELECT x.type_id FROM incident_type x, unnest(${codes}) AS f(code) WHERE x.code = f.code OR starts_with(x.code, f.code || '.'))`,
    );
  }
  return conditions;
}

/** Returns the conditions on `incident i`: the version that was true, period, origin, priority, hours and weekdays. */
export function incidentFilters(filters: MeasureFilters, parameters: Parameters): string[] {
  const conditions = [
    `i.local_date BETWEEN ${parameters.add(filters.from, 'DATE')} AND ${parameters.add(filters.to, 'DATE')}`,
    versionSql('i', filters, parameters),
  ];
  if (filters.origin && filters.origin !== 'both') {
    conditions.push(`i.origin = ${parameters.add(filters.origin, 'VARCHAR')}::incident_origin`);
  }
  if (filters.priorities?.length)
    conditions.push(inList('i.priority', parameters.add(filters.priorities, 'INTEGER[]')));
  if (filters.hours?.length) conditions.push(inList('i.local_hour', parameters.add(filters.hours, 'INTEGER[]')));
  if (filters.weekdays?.length)
    conditions.push(inList('i.local_weekday', parameters.add(filters.weekdays, 'INTEGER[]')));
  return conditions;
}

/** Returns the condition that picks one version of each record: the current one, or the one true at `asOf`. */
export function versionSql(table: 'i' | 'a', filters: MeasureFilters, parameters: Parameters): string {
  if (!filters.asOf) return `${table}.recorded_to IS NULL`;
  const at = parameters.add(filters.asOf.replace('Z', ''), 'TIMESTAMP');
  return `${table}.recorded_from <= ${at} AND (${table}.recorded_to IS NULL OR ${table}.recorded_to > ${at})`;
}
