// Walks the schema of an operation and makes, of each field, values that no such field may hold. What an operation asks for
// is read from the contract: a new operation is covered the day it is written.

export interface JsonSchema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}

/** Refused by what it names, not by its kind: no such thing is there. */
export const BEYOND_COLUMN = 'larger than a column';

export interface BadValue {
  /** Dotted path of the field. */
  path: string;
  fault: string;
  /** The whole input with this one value in it. */
  input: Record<string, unknown>;
}

const choices = (schema: JsonSchema): JsonSchema[] => schema.anyOf ?? schema.oneOf ?? [schema];

/** A value that a schema allows as far as it says: what a refinement asks beyond is not known here. */
export function sampleOf(schema: JsonSchema): unknown {
  const [one = {}] = choices(schema).filter((choice) => choice.type !== 'null');
  if (one !== schema && (one.anyOf || one.oneOf)) return sampleOf(one);
  if (one.const !== undefined) return one.const;
  if (one.enum) return one.enum[0];
  if (one.allOf) return sampleOf(one.allOf[0] ?? {});
  if (one.type === 'object') {
    const entries = (one.required ?? []).map((name) => [name, sampleOf(one.properties?.[name] ?? {})]);
    return Object.fromEntries(entries);
  }
  if (one.type === 'array') return (one.prefixItems ?? (one.items ? [one.items] : [])).map(sampleOf);
  if (one.type === 'boolean') return true;
  if (one.type === 'integer' || one.type === 'number') return Math.max(1, one.minimum ?? 1);
  if (one.format === 'uuid') return '01936d2a-0000-7000-8000-000000000001';
  if (one.format === 'date-time') return '2024-01-01T00:00:00Z';
  if (one.format === 'date') return '2024-01-01';
  return 'a'.repeat(Math.max(1, one.minLength ?? 1));
}

/** Values of the wrong kind, too long, too large, with control or direction-override characters, by what a field is. */
function faultsOf(schema: JsonSchema): [fault: string, value: unknown][] {
  const kinds = choices(schema);
  if (kinds.length > 1) return [['wrong kind', { unexpected: true }]];
  const { type, enum: listed, format } = schema;
  if (listed) return [['not in the list', 'no-such-value']];
  if (type === 'boolean') return [['wrong kind', 'perhaps']];
  if (type === 'array')
    return [
      ['wrong kind', 'text'],
      [
        'too many',
        Array(schema.maxItems === undefined ? 100_000 : schema.maxItems + 1).fill(sampleOf(schema.items ?? {})),
      ],
    ];
  if (type === 'object') return [['wrong kind', 'text']];
  if (type === 'integer' || type === 'number') {
    const large = (schema.maximum ?? 0) < Number.MAX_SAFE_INTEGER ? (schema.maximum ?? 0) + 1 : 1e300;
    return [
      ['wrong kind', 'text'],
      ['too large', large],
      // A number that JSON and the contract can hold and a column of the database cannot.
      ...((schema.maximum ?? 0) > 2 ** 40 ? ([[BEYOND_COLUMN, 2 ** 40]] as [string, unknown][]) : []),
      ...(type === 'integer' ? ([['a fraction', 1.5]] as [string, unknown][]) : []),
    ];
  }
  if (type !== 'string') return [];
  if (format === 'uuid' || format === 'date-time' || format === 'date')
    return [
      ['wrong kind', 7],
      ['no such thing', 'yesterday'],
    ];
  return [
    ['wrong kind', 7],
    ['too long', 'x'.repeat((schema.maxLength ?? 100_000) + 1)],
    ['a control character', 'a\u0007b'],
    ['text turned round', 'a\u202Eb'],
    ['half a letter', 'a\uD800b'],
  ];
}

function put(input: unknown, path: readonly string[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(input) || /^\d+$/.test(first)) {
    const copy = Array.isArray(input) ? [...input] : [];
    copy[Number(first)] = put(copy[Number(first)], rest, value);
    return copy;
  }
  return {
    ...(input as object),
    [first]: put((input as Record<string, unknown> | undefined)?.[first] ?? {}, rest, value),
  };
}

/** Every fault of every field of a schema, each in an input that is otherwise as good as the schema says. */
export function badValues(schema: JsonSchema): BadValue[] {
  const sample = sampleOf(schema) as Record<string, unknown>;
  const found: BadValue[] = [];
  const walk = (one: JsonSchema, path: string[]) => {
    if (path.length > 0) {
      for (const [fault, value] of faultsOf(one)) {
        found.push({ path: path.join('.'), fault, input: put(sample, path, value) as Record<string, unknown> });
      }
    }
    for (const choice of choices(one)) {
      for (const [name, inner] of Object.entries(choice.properties ?? {})) {
        if (choices(one).length > 1 && path.length > 0) continue;
        walk(inner, [...path, name]);
      }
      if (choice.items && choices(one).length === 1) walk(choice.items, [...path, '0']);
    }
  };
  walk(schema, []);
  return found;
}
