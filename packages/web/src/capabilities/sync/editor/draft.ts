// A mapping in the making: its parts may be missing, and fields hold what was typed. The server says what is at fault.
import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';

type Loose<Value> = Value extends readonly (infer Item)[]
  ? Loose<Item>[]
  : Value extends object
    ? { [Key in keyof Value]?: Loose<Value[Key]> | undefined }
    : Value;

export type Draft = Loose<Omit<ImportMapping, 'position' | 'bounds'>> & {
  position?: { kind: string; [column: string]: string };
};

/** What the server guessed of a file: a draft, and a column that seems to hold call signs. */
export type Guess = Draft & { callSign?: string };

/** Where a new mapping begins: what was guessed, in a time zone, everything else to be said. */
export function startFrom(guess: Guess, timeZone: string): Draft {
  const { callSign, ...guessed } = guess;
  return {
    rowIs: 'incident',
    empty: [],
    timeZone,
    dateFormat: 'YYYY-MM-DD HH:mm:ss',
    origin: 'reported',
    place: [],
    key: [],
    clocks: {},
    ...guessed,
    type: { otherwise: 'unclassified.imported', table: {}, ...guessed.type },
    priority: { otherwise: 3, table: {}, ...guessed.priority },
    force: { timeZone, bounds: [], makeMissing: true },
    room: { makeMissing: true, prefix: '', ...guessed.room },
    ...(guessed.station && { station: { makeMissing: true, prefix: '', ...guessed.station } }),
    ...(callSign && { response: { key: guessed.key ?? [], callSign, clocks: {} } }),
  };
}

/** Returns a draft as it is sent and kept: what is empty is absent, a response only where rows are responses. */
export function mappingOf(draft: Draft, name: string): Record<string, unknown> {
  const { response, ...rest } = draft;
  const whole = draft.rowIs === 'unit_response' ? { ...rest, response: response ?? { key: [], clocks: {} } } : rest;
  return { ...(prune(whole) as Record<string, unknown>), name };
}

// An empty list or table says something; an empty text does not.
function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== '').map(prune);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== '');
  return Object.fromEntries(entries.map(([key, inner]) => [key, prune(inner)]));
}

/** A name as addresses and the command line take it, made of a file's name. */
export const nameFrom = (fileName: string): string =>
  fileName
    .toLowerCase()
    .replace(/\.(csv|tsv|txt|xlsx|geojson|json|gz)\b/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'new-mapping';
