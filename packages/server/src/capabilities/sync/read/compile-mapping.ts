// A mapping and a heading become a function from a row to what it says of an incident.
import { hasForbiddenCharacters } from '@marsad/contract/platform/text.ts';
import {
  type AssignmentClock,
  assignmentClocks,
  type ImportMapping,
  incidentClocks,
  type UnitOf,
} from '@marsad/contract/sync/mapping.ts';
import { localTimes } from './local-time.ts';
import { positionReader } from './positions.ts';
import { FileError, RowError } from './row-error.ts';
import { plainDigits } from './written-numbers.ts';

export type IncidentClock = (typeof incidentClocks)[number];

export interface ResponseDraft {
  sourceKey: string;
  callSign: string;
  clocks: Partial<Record<AssignmentClock, string>>;
}

/** What a row says of its incident, and of one unit's response where the file has a row for each. */
export interface IncidentDraft {
  sourceKey: string;
  /** Empty until `settleUnits` has said where a row belongs that states no room. */
  roomCode: string;
  stationCode: string | null;
  typeCode: string;
  priority: number;
  dispositionCode: string | null;
  cancelled: boolean;
  place: string;
  longitude: number | null;
  latitude: number | null;
  occurredFrom: string | null;
  occurredTo: string | null;
  clocks: Partial<Record<IncidentClock, string>> & { created: string };
  /** Code of the station whose area holds the point, where that is another than the one stated. */
  stationOfPoint: string | null;
  response: ResponseDraft | null;
}

export interface CompiledMapping {
  /** Returns what a row says. Throws a RowError for a value that cannot stand. */
  read(cells: readonly string[]): IncidentDraft;
}

export type Get = (cells: readonly string[]) => string | null;

const MOST_TEXT = 300;
// Clocks of machines run a little ahead; no record of a force is older than this.
const TOLERANCE_MILLISECONDS = 600_000;
const EARLIEST = Date.UTC(1900, 0, 1);
/** @throws FileError where the mapping names a column that the heading has not, or a projection nobody knows */
export function compileMapping(
  mapping: ImportMapping,
  heading: readonly string[],
  now: Date,
  counts = { gaps: 0, overlaps: 0 },
): CompiledMapping {
  const empty = new Set(['', ...mapping.empty]);
  const names = heading.map((cell) => cell.trim());
  const columnIndex = (name: string): number => {
    const index = names.indexOf(name);
    if (index >= 0 && names.indexOf(name, index + 1) >= 0) {
      throw new FileError('file.column_twice', `Expected one column "${name}", got two of that name.`, name);
    }
    if (index < 0) {
      throw new FileError(
        'file.column_missing',
        `Expected a column "${name}", got ${heading.join(', ').slice(0, 500)}.`,
        name,
      );
    }
    return index;
  };
  const column = (name: string): Get => {
    const index = columnIndex(name);
    return (cells) => {
      const text = (cells[index] ?? '').trim();
      if (empty.has(text)) return null;
      if (text.includes('\uFFFD')) throw new RowError('text.unreadable', name, text);
      if (hasForbiddenCharacters(text)) throw new RowError('text.forbidden_characters', name, text);
      return text;
    };
  };
  const times = localTimes(mapping.dateFormat, mapping.timeZone, counts);
  const latest = now.getTime() + TOLERANCE_MILLISECONDS;
  const time = (name: string) => {
    const get = column(name);
    return (cells: readonly string[]): string | null => {
      const text = get(cells);
      if (text === null) return null;
      const instant = times.read(text, name);
      const at = Date.parse(instant);
      if (at > latest) throw new RowError('time.future', name, text);
      if (at < EARLIEST) throw new RowError('time.past', name, text);
      return instant;
    };
  };
  const firstOf = (columns: string | readonly string[]) => {
    const readers = (typeof columns === 'string' ? [columns] : columns).map(time);
    return (cells: readonly string[]): string | null => {
      for (const get of readers) {
        const at = get(cells);
        if (at !== null) return at;
      }
      return null;
    };
  };
  const clocksOf = <Name extends string>(
    columns: Partial<Record<Name, string | readonly string[]>>,
    order: readonly Name[],
  ) => {
    const readers = order.flatMap((name) => (columns[name] ? [[name, firstOf(columns[name])] as const] : []));
    return (cells: readonly string[]): Partial<Record<Name, string>> => {
      const clocks: Partial<Record<Name, string>> = {};
      for (const [name, get] of readers) {
        const at = get(cells);
        if (at !== null) clocks[name] = at;
      }
      return clocks;
    };
  };
  const keyOf = (names: readonly string[]) => {
    const readers = names.map((name) => [name, column(name)] as const);
    return (cells: readonly string[]): string => {
      const parts = readers.map(([name, get]) => get(cells) ?? refuse('row.key_missing', name));
      return parts.join('|').slice(0, 500);
    };
  };
  const text = (name: string, get: Get) => (cells: readonly string[]) => {
    const value = get(cells);
    if (value !== null && value.length > MOST_TEXT) throw new RowError('text.too_long', name, value.slice(0, 60));
    return value;
  };
  const key = keyOf(mapping.key);
  const room = unitReader(mapping.room, column);
  const station = mapping.station ? unitReader(mapping.station, column) : () => null;
  const type = mapping.type.column ? column(mapping.type.column) : () => null;
  const priority = mapping.priority.column ? column(mapping.priority.column) : () => null;
  const disposition = mapping.disposition ? column(mapping.disposition.column) : () => null;
  const place = mapping.place.map((name) => text(name, column(name)));
  const position = positionReader(mapping, column);
  const clocks = clocksOf(mapping.clocks, incidentClocks);
  const occurredFrom = mapping.occurred ? time(mapping.occurred.from) : () => null;
  const occurredTo = mapping.occurred ? time(mapping.occurred.to) : () => null;
  const response = mapping.response && {
    key: keyOf(mapping.response.key),
    callSign: column(mapping.response.callSign),
    clocks: clocksOf(mapping.response.clocks, assignmentClocks),
  };

  return {
    read(cells) {
      const read = clocks(cells);
      const created = read.created ?? refuse('row.created_missing', String(mapping.clocks.created ?? ''));
      const from = occurredFrom(cells);
      const to = occurredTo(cells);
      if (from && to && from > to) throw new RowError('time.order', mapping.occurred?.to ?? null, to);
      const at = position(cells);
      const stated = disposition(cells);
      const typeText = type(cells);
      const priorityText = priority(cells);
      const found = lookUp(mapping.disposition?.table ?? {}, stated);
      if (stated !== null && !found) throw new RowError('code.unknown', mapping.disposition?.column ?? null, stated);
      return {
        sourceKey: key(cells),
        roomCode: room(cells) ?? '',
        stationCode: station(cells),
        typeCode: lookUp(mapping.type.table, typeText) ?? mapping.type.otherwise,
        priority: lookUp(mapping.priority.table, priorityText) ?? mapping.priority.otherwise,
        dispositionCode: found?.code ?? null,
        cancelled: found?.cancelled ?? false,
        place: place
          .map((get) => get(cells))
          .filter((part) => part !== null)
          .join(', '),
        longitude: at?.[0] ?? null,
        latitude: at?.[1] ?? null,
        occurredFrom: from,
        occurredTo: to,
        clocks: { ...read, created },
        stationOfPoint: null,
        response: response
          ? {
              sourceKey: response.key(cells),
              callSign: response.callSign(cells) ?? refuse('row.call_sign_missing', mapping.response?.callSign ?? null),
              clocks: response.clocks(cells),
            }
          : null,
      };
    },
  };
}

/** A value's entry in a code table, its digits in either form; undefined where the table does not hold it. */
function lookUp<Entry>(table: Record<string, Entry>, value: string | null): Entry | undefined {
  if (value === null) return undefined;
  const key = Object.hasOwn(table, value) ? value : plainDigits(value);
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function refuse(reason: string, column: string | null): never {
  throw new RowError(reason, column, null);
}

function unitReader(unit: UnitOf, column: (name: string) => Get): Get {
  const get = unit.column ? column(unit.column) : () => null;
  return (cells) => {
    const value = get(cells);
    if (value === null) return null;
    const code = `${unit.prefix}${plainDigits(value)}`;
    if (!/^[A-Za-z0-9-]{1,20}$/.test(code)) throw new RowError('code.unknown', unit.column ?? null, value);
    return code;
  };
}
