// How the columns of a file become incidents. A mapping is a small JSON file that an officer can read and change.
import * as z from 'zod';

const aboutText = z.string().max(500).default('');
const column = z.string().min(1).max(200);
const names = { nameAr: z.string().min(1), nameEn: z.string().min(1), nameFr: z.string().min(1) };
const code = z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/, 'mapping.code');
const unitCode = z.string().regex(/^[A-Za-z0-9-]{1,20}$/, 'mapping.unit_code');

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

const position = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('decimal'), longitude: column, latitude: column }),
  /** One column with the text `(lat, lon)`. */
  z.object({ kind: z.literal('point_text'), column }),
  /** `definition` is what proj4 reads: an EPSG code it knows, or the projection written out. */
  z.object({ kind: z.literal('projected'), x: column, y: column, definition: z.string().min(4).max(500) }),
]);

/** Which unit of the force a row belongs to: by a column (`prefix` is set before its value), or always the same. */
const unitOf = z.object({
  column: column.optional(),
  prefix: z.string().max(10).default(''),
  /** The unit of rows whose column is empty, or of all rows when there is no column. */
  otherwise: unitCode.optional(),
  names: z.object(names).optional(),
  makeMissing: z.boolean().default(false),
});

export const importMapping = z.object({
  name: z.string().regex(/^[a-z0-9-]{1,60}$/),
  about: z.object({ ar: aboutText, en: aboutText, fr: aboutText }).default({ ar: '', en: '', fr: '' }),
  rowIs: z.enum(['incident', 'unit_response']),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1256']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** Texts that mean that nothing is known, besides the empty one. */
  empty: z.array(z.string()).default([]),
  timeZone: z.string().min(1),
  /** Tokens YYYY MM DD HH hh mm ss A; everything else stands as it is. */
  dateFormat: z.string().min(8),
  force: z.object({
    code: unitCode,
    ...names,
    timeZone: z.string().min(1),
    /** West, south, east, north in degrees; a position outside is refused. */
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    makeMissing: z.boolean().default(false),
  }),
  room: unitOf,
  station: unitOf.optional(),
  /** What makes an incident the same in the next file. */
  key: z.array(column).min(1),
  origin: z.enum(['reported', 'police_initiated']),
  type: z.object({ column: column.optional(), table: z.record(z.string(), code).default({}), otherwise: code }),
  priority: z.object({
    column: column.optional(),
    table: z.record(z.string(), z.number().int().min(1).max(4)).default({}),
    otherwise: z.number().int().min(1).max(4),
  }),
  disposition: z
    .object({ column, table: z.record(z.string(), z.object({ code, ...names, cancelled: z.boolean().optional() })) })
    .optional(),
  place: z.array(column).default([]),
  position: position.optional(),
  clocks: z.partialRecord(z.enum(incidentClocks), column).refine((clocks) => clocks.created !== undefined, {
    message: 'mapping.created_missing',
  }),
  occurred: z.object({ from: column, to: column }).optional(),
  response: z
    .object({
      key: z.array(column).min(1),
      callSign: column,
      clocks: z.partialRecord(z.enum(assignmentClocks), column),
    })
    .optional(),
});
export type ImportMapping = z.infer<typeof importMapping>;
export type UnitOf = z.infer<typeof unitOf>;
