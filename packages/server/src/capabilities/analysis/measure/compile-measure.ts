// INVARIANT: the only place that makes a query on the mart, and it demands an area. DuckDB has no row-level security: this
// file is the wall. Values are bound; the text is made of this capability's own words and of numbers checked by the contract.
import { type Measure, measure as measureSchema } from '@marsad/contract/analysis/measure.ts';
import type { Parameter } from '../../../platform/duckdb/bind.ts';
import type { SqlScope } from '../../../platform/operations/actor.ts';
import { presentBits } from '../mart/bits.ts';
import { dimensionSql } from './dimensions.ts';
import { areaSql, classFilters, incidentFilters, versionSql } from './filters.ts';
import { Parameters } from './parameters.ts';
import { reasonNumber, reasonSql, reasonsOf } from './reasons.ts';

/** More rows than this are cut off, and the result says so; the total is of everything. */
export const ROW_LIMIT = 20_000;

export interface CompiledMeasure {
  sql: string;
  parameters: Parameter[];
}

/**
 * Returns the statement of a measure within an area. Its rows: `total` (true for the one row of everything), `k0`.. keys,
 * `considered`, `n` (entering the figure), `r<number>` left out by reason, then by kind `p50`, `p90`, `within`, `limited`, or
 * `f0`.. counts of present fields, or `population`. Throws a ZodError for a measure that the contract refuses.
 */
export function compileMeasure(given: Measure, area: SqlScope): CompiledMeasure {
  const measure = measureSchema.parse(given);
  const parameters = new Parameters();
  const ofAssignments = measure.what === 'assignments';
  const source = ofAssignments ? 'a' : 'i';
  const classConditions = [areaSql(area, parameters), ...classFilters(measure.filters, parameters)];
  const conditions = incidentFilters(measure.filters, parameters);
  if (ofAssignments) conditions.push(versionSql('a', measure.filters, parameters), "a.status <> 'proposed'");

  const keys = dimensionSql(measure);
  const names = keys.map((_, index) => `k${index}`);
  const columns = keys.map((key, index) => `${key} AS k${index}`);
  columns.push(`${reasonSql(measure, source)} AS reason`);
  if (measure.interval) columns.push(`${source}.${measure.interval} AS seconds`);
  if (measure.limitSeconds !== undefined) {
    const limit = measure.limitSeconds === 'own' ? 'i.limit_seconds' : parameters.add(measure.limitSeconds, 'DOUBLE');
    columns.push(`${limit} AS limit_seconds`);
  }
  if (measure.what === 'completeness') columns.push('i.present');

  const sql = `WITH class AS MATERIALIZED (
  SELECT c.class_id, c.room_id, c.station_id, t.code, t.group_code
  FROM incident_class c LEFT JOIN incident_type t ON t.type_id = c.type_id
  WHERE ${classConditions.join(' AND ')}),
base AS (
  SELECT ${columns.join(', ')}
  FROM incident i JOIN class c ON c.class_id = i.class_id${ofAssignments ? ' JOIN assignment a ON a.incident_id = i.incident_id' : ''}
  WHERE ${conditions.join(' AND ')}),
figures AS (
  SELECT ${names.length > 0 ? `GROUPING(k0) = 1 AS total, ${names.join(', ')}` : 'true AS total'}, ${aggregates(measure).join(', ')}
  FROM base${names.length > 0 ? ` GROUP BY GROUPING SETS ((${names.join(', ')}), ())` : ''})
SELECT f.*${measure.statistic === 'rate' ? populationSql(measure) : ''} FROM figures f
ORDER BY total DESC${names.map((name) => `, ${name} NULLS LAST`).join('')} LIMIT ${ROW_LIMIT + 2}`;
  return { sql, parameters: parameters.values };
}

function aggregates(measure: Measure): string[] {
  const entering = 'FILTER (WHERE reason = 0)';
  const list = ['count(*) AS considered', `count(*) ${entering} AS n`];
  for (const reason of reasonsOf(measure)) {
    const number = reasonNumber(reason);
    list.push(`count(*) FILTER (WHERE reason = ${number}) AS r${number}`);
  }
  if (measure.interval) {
    list.push(`quantile_cont(seconds, [0.5, 0.9]) ${entering} AS quantiles`);
  }
  if (measure.limitSeconds !== undefined) {
    list.push('count(*) FILTER (WHERE reason = 0 AND seconds <= limit_seconds) AS within');
    list.push('count(*) FILTER (WHERE reason = 0 AND limit_seconds IS NOT NULL) AS limited');
  }
  if (measure.what === 'completeness') {
    for (const bit of presentBits.keys()) {
      list.push(`count(*) FILTER (WHERE reason = 0 AND (present & ${1 << bit}) <> 0) AS f${bit}`);
    }
  }
  return list;
}

function populationSql(measure: Measure): string {
  const unit = measure.by.includes('station') ? measure.by.indexOf('station') : measure.by.indexOf('room');
  return `, (SELECT any_value(u.population) FROM unit u WHERE u.unit_id = f.k${unit}) AS population`;
}
