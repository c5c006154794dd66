// A mapping and a heading become a function from a row to what it says of an incident.
import { hasForbiddenCharacters } from '@marsad/contract/platform/text.ts';
import {
  type AssignmentClock,
  assignmentClocks,
  type ImportMapping,
  incidentClocks,
  type UnitOf,
} from '@marsad/contract/sync/mapping.ts';
import proj4 from 'proj4';
import { type LocalTimes, localTimes } from './local-time.ts';
import { FileError, RowError } from './row-error.ts';

export type IncidentClock = (typeof incidentClocks)[number];

export interface ResponseDraft {
  sourceKey: string;
  callSign: string;
  clocks: Partial<Record<AssignmentClock, string>>;
}

/** What a row says of its incident, and of one unit's response where the file has a row for each. */
export interface IncidentDraft {
  sourceKey: string;
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
  response: ResponseDraft | null;
}

export interface CompiledMapping {
  /** Returns what a row says. Throws a RowError for a value that cannot stand. */
  read(cells: readonly string[]): IncidentDraft;
  times: LocalTimes;
}

type Get = (cells: readonly string[]) => string | null;

const MOST_TEXT = 300;
/** @throws FileError where the mapping names a column that the heading has not, or a projection nobody knows */
export function compileMapping(mapping: ImportMapping, heading: readonly string[], now: Date): CompiledMapping {
  const empty = new Set(['', ...mapping.empty]);
  const columnIndex = (name: string): number => {
    const index = heading.findIndex((cell) => cell.trim() === name);
    if (index < 0) {
      throw new FileError(
        'file.column_missing',
        `Expected a column "${name}", got ${heading.join(', ').slice(0, 500)}.`,
      );
    }
    return index;
  };
  const column = (name: string): Get => {
    const index = columnIndex(name);
    return (cells) => {
      const text = (cells[index] ?? '').trim();
      if (empty.has(text)) return null;
      if (hasForbiddenCharacters(text)) throw new RowError('text.forbidden_characters', name, text);
      return text;
    };
  };
  const times = localTimes(mapping.dateFormat, mapping.timeZone);
  const latest = now.getTime() + 24 * 3_600_000;
  const time = (name: string) => {
    const get = column(name);
    return (cells: readonly string[]): string | null => {
      const text = get(cells);
      if (text === null) return null;
      const instant = times.read(text, name);
      if (Date.parse(instant) > latest) throw new RowError('time.future', name, text);
      return instant;
    };
  };
  const clocksOf = <Name extends string>(columns: Partial<Record<Name, string>>, order: readonly Name[]) => {
    const readers = order.flatMap((name) => (columns[name] ? [[name, time(columns[name])] as const] : []));
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
    times,
    read(cells) {
      const read = clocks(cells);
      const created = read.created ?? refuse('row.created_missing', mapping.clocks.created ?? null);
      const from = occurredFrom(cells);
      const to = occurredTo(cells);
      if (from && to && from > to) throw new RowError('time.order', mapping.occurred?.to ?? null, to);
      const at = position(cells);
      const stated = disposition(cells);
      const typeText = type(cells);
      const priorityText = priority(cells);
      const found = stated === null ? undefined : mapping.disposition?.table[stated];
      if (stated !== null && !found) throw new RowError('code.unknown', mapping.disposition?.column ?? null, stated);
      return {
        sourceKey: key(cells),
        roomCode: room(cells) ?? refuse('row.room_missing', mapping.room.column ?? null),
        stationCode: station(cells),
        typeCode: (typeText !== null && mapping.type.table[typeText]) || mapping.type.otherwise,
        priority: (priorityText !== null && mapping.priority.table[priorityText]) || mapping.priority.otherwise,
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

function refuse(reason: string, column: string | null): never {
  throw new RowError(reason, column, null);
}

function unitReader(unit: UnitOf, column: (name: string) => Get): Get {
  const get = unit.column ? column(unit.column) : () => null;
  return (cells) => {
    const value = get(cells);
    if (value === null) return unit.otherwise ?? null;
    const code = `${unit.prefix}${value}`;
    if (!/^[A-Za-z0-9-]{1,20}$/.test(code)) throw new RowError('code.unknown', unit.column ?? null, value);
    return code;
  };
}

function positionReader(mapping: ImportMapping, column: (name: string) => Get) {
  const { position } = mapping;
  if (!position) return () => null;
  const [west, south, east, north] = mapping.force.bounds;
  const judge = (longitude: number, latitude: number, name: string, text: string): [number, number] => {
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) throw new RowError('position.format', name, text);
    if (longitude < west || longitude > east || latitude < south || latitude > north) {
      throw new RowError('place.outside_force', name, text);
    }
    return [longitude, latitude];
  };
  if (position.kind === 'point_text') {
    const get = column(position.column);
    const pattern = /^\(?\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*\)?$/;
    return (cells: readonly string[]): [number, number] | null => {
      const text = get(cells);
      if (text === null) return null;
      const found = pattern.exec(text);
      if (!found) throw new RowError('position.format', position.column, text);
      return judge(Number(found[2]), Number(found[1]), position.column, text);
    };
  }
  const [first, second] =
    position.kind === 'decimal' ? [position.longitude, position.latitude] : [position.x, position.y];
  const getX = column(first);
  const getY = column(second);
  const project = position.kind === 'projected' ? projection(position.definition) : null;
  return (cells: readonly string[]): [number, number] | null => {
    const [x, y] = [getX(cells), getY(cells)];
    if (x === null && y === null) return null;
    if (x === null || y === null) throw new RowError('position.format', x === null ? first : second, null);
    const point: [number, number] = [Number(x), Number(y)];
    if (!point.every(Number.isFinite)) throw new RowError('position.format', first, `${x}, ${y}`);
    const [longitude, latitude] = project ? project(point) : point;
    return judge(longitude, latitude, first, `${x}, ${y}`);
  };
}

function projection(definition: string): (point: [number, number]) => [number, number] {
  try {
    const converter = proj4(definition, 'WGS84');
    return (point) => converter.forward(point);
  } catch {
    throw new FileError('file.projection', `Expected a projection that proj4 reads, got "${definition}".`);
  }
}
