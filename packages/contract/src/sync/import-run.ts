import * as z from 'zod';

export const importStatus = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);

/** An import as its page shows it. Counts of rows, and of what was made; instants in UTC. */
export const importRun = z.object({
  importId: z.uuid(),
  mappingName: z.string(),
  fileName: z.string(),
  dryRun: z.boolean(),
  status: importStatus,
  /** Why the whole failed: a key of the reasons, null otherwise. */
  error: z.string().nullable(),
  rows: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  unchanged: z.number().int(),
  incidents: z.number().int(),
  assignments: z.number().int(),
  /**
   * Times that daylight saving skipped or doubled, points in the area of another station than the
   * stated one, and rows of which something stays as people had made it since. */
  statistics: z.object({
    gaps: z.number().int().default(0),
    overlaps: z.number().int().default(0),
    elsewhere: z.number().int().default(0),
    kept: z.number().int().default(0),
  }),
  /** How far the file has been read, in bytes as sent; null where that is not known. */
  bytesRead: z.number(),
  bytesTotal: z.number().nullable(),
  personName: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportRun = z.infer<typeof importRun>;

/** A refused row: where it stands, the value as it stood there, and a key of the reasons. */
export const refusedRow = z.object({
  line: z.number().int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
});
