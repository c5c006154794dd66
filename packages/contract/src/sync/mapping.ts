// How the columns of a file become incidents. A mapping is a small JSON file that an officer can read and change.
import * as z from 'zod';
import { hasForbiddenCharacters, requiredText } from '../platform/text.ts';

/** Text as it stands in a file: nothing is taken from its ends, for a value is compared as it is. */
const plain = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((text) => !hasForbiddenCharacters(text), 'text.forbidden_characters');
const aboutText = plain(0, 500).default('');
const column = plain(1, 200);
/** One column, or several of which the first that is not empty counts. */
const columns = z.union([column, z.array(column).min(1).max(5)]);
/** Whether a format says day, month and year, each thing once. */
function isDateFormat(format: string): boolean {
  const tokens = format.match(/MMMM|YYYY|YY|MM|DD|HH|hh|mm|ss|A/g) ?? [];
  const kinds = tokens.map((token) =>
    token.startsWith('MM') ? 'MM' : token.startsWith('Y') ? 'YY' : token.startsWith('H') ? 'hh' : token,
  );
  return new Set(kinds).size === kinds.length && ['YY', 'MM', 'DD'].every((kind) => kinds.includes(kind));
}
const dateFormat = plain(6, 60).refine(isDateFormat, 'mapping.date_format');
const timeZone = z.string().min(1).max(60).refine(isTimeZone, 'mapping.time_zone');
const names = { nameAr: requiredText(200), nameEn: requiredText(200), nameFr: requiredText(200) };
const code = z
  .string()
  .max(80)
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/, 'mapping.code');
const unitCode = z.string().regex(/^[A-Za-z0-9-]{1,20}$/, 'mapping.unit_code');

/** Whether the machine knows a time zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const isBox = ([west, south, east, north]: [number, number, number, number]): boolean =>
  west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90;

/** Clocks of an incident that a file may give. `created` is the one it must. */
export const incidentClocks = ['call_started', 'answered', 'created', 'queued', 'resolved', 'closed'] as const;
/** Clocks of a unit's assignment. */
export const assignmentClocks = [
  'assigned',
  'acknowledged',
  'en_route',
  'on_scene',
  'transport_started',
  'transport_arrived',
  'cleared',
] as const;
export type AssignmentClock = (typeof assignmentClocks)[number];

/** The column in which the point of a GeoJSON feature stands among its properties, as `longitude latitude`. */
export const GEOMETRY_COLUMN = '(geometry)';

const position = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('decimal'), longitude: column, latitude: column }),
  /** One column with the text `(lat, lon)`. */
  z.object({ kind: z.literal('point_text'), column }),
  /** The point of a GeoJSON feature. */
  z.object({ kind: z.literal('geometry') }),
  /** `definition` is what proj4 reads: an EPSG code it knows, or the projection written out. */
  z.object({ kind: z.literal('projected'), x: column, y: column, definition: plain(4, 500) }),
]);

/** Which unit of the force a row belongs to: by a column (`prefix` is set before its value), or always the same. */
const unitOf = z.object({
  column: column.optional(),
  prefix: plain(0, 10).default(''),
  /** The unit of rows whose column is empty, or of all rows when there is no column. */
  otherwise: unitCode.optional(),
  /** Whether a row that names no unit belongs to the one whose area holds its point. */
  byArea: z.boolean().default(false),
  names: z.object(names).optional(),
  makeMissing: z.boolean().default(false),
});

/** What a mapping is known by, in addresses, on the command line and as a file's name. */
export const mappingName = z.string().regex(/^[a-z0-9-]{1,60}$/, 'mapping.name');

export const importMapping = z
  .object({
    name: mappingName,
    about: z.object({ ar: aboutText, en: aboutText, fr: aboutText }).default({ ar: '', en: '', fr: '' }),
    rowIs: z.enum(['incident', 'unit_response']),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1256']).optional(),
    delimiter: z.enum([',', ';', '\t', '|']).optional(),
    /** The sheet of a workbook; the first that is not hidden when absent. */
    sheet: plain(1, 100).optional(),
    /** The line or row of the heading, from 1; the first that is not empty when absent. */
    headingRow: z.number().int().min(1).max(1000).optional(),
    /** Texts that mean that nothing is known, besides the empty one. */
    empty: z.array(plain(1, 100)).max(50).default([]),
    timeZone,
    /**
     * Tokens YYYY YY MM MMMM (a month's name in any of the three languages) DD HH hh mm ss A; everything else stands as it
     * is. Of several formats the first that fits counts. True dates of a workbook are read whatever is written here.
     */
    dateFormat: z.union([dateFormat, z.array(dateFormat).min(1).max(6)]),
    force: z.object({
      code: unitCode,
      ...names,
      timeZone,
      /** West, south, east, north in degrees; a position outside is refused. */
      bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).refine(isBox, 'mapping.bounds'),
      makeMissing: z.boolean().default(false),
    }),
    room: unitOf,
    station: unitOf.optional(),
    /** What makes an incident the same in the next file. */
    key: z.array(column).min(1).max(10),
    origin: z.enum(['reported', 'police_initiated']),
    type: z.object({ column: column.optional(), table: z.record(plain(1, 200), code).default({}), otherwise: code }),
    priority: z.object({
      column: column.optional(),
      table: z.record(plain(1, 200), z.number().int().min(1).max(4)).default({}),
      otherwise: z.number().int().min(1).max(4),
    }),
    disposition: z
      .object({
        column,
        table: z.record(plain(1, 200), z.object({ code, ...names, cancelled: z.boolean().optional() })),
      })
      .optional(),
    place: z.array(column).max(10).default([]),
    position: position.optional(),
    /** Whether the position (0, 0) says that no place is known; else it is refused with its row. */
    zeroIsUnknown: z.boolean().default(false),
    clocks: z.partialRecord(z.enum(incidentClocks), columns).refine((clocks) => clocks.created !== undefined, {
      message: 'mapping.created_missing',
    }),
    occurred: z.object({ from: column, to: column }).optional(),
    response: z
      .object({
        key: z.array(column).min(1).max(10),
        callSign: column,
        clocks: z.partialRecord(z.enum(assignmentClocks), columns),
      })
      .optional(),
  })
  .refine((mapping) => (mapping.rowIs === 'unit_response') === (mapping.response !== undefined), {
    path: ['response'],
    message: 'mapping.response',
  });
export type ImportMapping = z.infer<typeof importMapping>;
export type UnitOf = z.infer<typeof unitOf>;
