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
figures AS (${figuresSql(measure, names)})
SELECT f.*${measure.statistic === 'rate' ? populationSql(measure) : ''} FROM figures f
ORDER BY total DESC${names.map((name) => `, ${name} NULLS LAST`).join('')} LIMIT ${ROW_LIMIT + 2}`;
  return { sql, parameters: parameters.values };
}

interface Aggregate {
  name: string;
  sql: string;
}

/** Counts of the whole are the sums of their parts: one pass. Quantiles are not, so they are grouped twice. */
function figuresSql(measure: Measure, keys: readonly string[]): string {
  const list = aggregates(measure);
  const selected = list.map(({ name, sql }) => `${sql} AS ${name}`).join(', ');
  if (keys.length === 0) return `SELECT true AS total, ${selected} FROM base`;
  if (measure.interval) {
    return `SELECT GROUPING(k0) = 1 AS total, ${keys.join(', ')}, ${selected}
  FROM base GROUP BY GROUPING SETS ((${keys.join(', ')}), ())`;
  }
  return `WITH parts AS MATERIALIZED (SELECT ${keys.join(', ')}, ${selected} FROM base GROUP BY ${keys.join(', ')})
  SELECT false AS total, * FROM parts
  UNION ALL SELECT true, ${keys.map(() => 'NULL').join(', ')}, ${list.map(({ name }) => `sum(${name})::INTEGER`).join(', ')} FROM parts`;
}

// Counts as 32-bit integers: a mart holds far fewer rows, and 64-bit ones reach the caller as slow bigint.
const countSql = (condition?: string) => `count(*)${condition ? ` FILTER (WHERE ${condition})` : ''}::INTEGER`;

function aggregates(measure: Measure): Aggregate[] {
  const list: Aggregate[] = [
    { name: 'considered', sql: countSql() },
    { name: 'n', sql: countSql('reason = 0') },
  ];
  for (const reason of reasonsOf(measure)) {
    const number = reasonNumber(reason);
    list.push({ name: `r${number}`, sql: countSql(`reason = ${number}`) });
  }
  if (measure.interval) {
    list.push({ name: 'quantiles', sql: 'quantile_cont(seconds, [0.5, 0.9]) FILTER (WHERE reason = 0)' });
  }
  if (measure.limitSeconds !== undefined) {
    list.push({ name: 'within', sql: countSql('reason = 0 AND seconds <= limit_seconds') });
    list.push({ name: 'limited', sql: countSql('reason = 0 AND limit_seconds IS NOT NULL') });
  }
  if (measure.what === 'completeness') {
    for (const bit of presentBits.keys()) {
      list.push({ name: `f${bit}`, sql: countSql(`reason = 0 AND (present & ${1 << bit}) <> 0`) });
    }
  }
  return list;
}

function populationSql(measure: Measure): string {
  const unit = measure.by.includes('station') ? measure.by.indexOf('station') : measure.by.indexOf('room');
  return `, (SELECT any_value(u.population) FROM unit u WHERE u.unit_id = f.k${unit}) AS population`;
}
