import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';

/** What may be bound to a statement: never an object, so that nothing a person typed can become more than a value. */
export type Parameter =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | readonly bigint[];

/** Returns values and types of parameters for the driver. Throws a TypeError for a value that is none of `Parameter`. */
export function bind(parameters: readonly Parameter[]): { values: DuckDBValue[]; types: DuckDBType[] } {
  const bound = parameters.map(bindOne);
  return { values: bound.map(([value]) => value), types: bound.map(([, type]) => type) };
}

function bindOne(parameter: Parameter): [DuckDBValue, DuckDBType] {
  if (!isList(parameter)) return [parameter, typeOf(parameter)];
  // An empty list has no element to tell its type; INTEGER casts to whatever the statement says.
  const elements: DuckDBValue[] = [...parameter];
  const types = parameter.map((element) => typeOf(element));
  const type = types.includes(DOUBLE) ? DOUBLE : (types[0] ?? INTEGER);
  return [listValue(elements), LIST(type)];
}

function isList(parameter: Parameter): parameter is readonly string[] | readonly number[] | readonly bigint[] {
  return Array.isArray(parameter);
}

function typeOf(value: unknown): DuckDBType {
  if (value === null || typeof value === 'string') return VARCHAR;
  if (typeof value === 'boolean') return BOOLEAN;
  if (typeof value === 'bigint') return BIGINT;
  if (typeof value === 'number') {
    const small = Number.isInteger(value) && Math.abs(value) < 2 ** 31;
    return small ? INTEGER : DOUBLE;
  }
  throw new TypeError(
    `Expected a text, number, boolean, null or a list of them, got ${typeof value}; bind plain values.`,
  );
}
