import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { refusedRow } from './import-run.ts';
import { mappingName } from './mapping.ts';

/** A row as a mapping reads it, or why it is refused. */
export const previewRow = z.object({
  line: z.number().int(),
  room: z.string().nullable(),
  station: z.string().nullable(),
  typeCode: z.string().nullable(),
  priority: z.number().int().nullable(),
  place: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  createdAt: z.iso.datetime().nullable(),
  callSign: z.string().nullable(),
  refused: refusedRow.nullable(),
});

/** What a mapping makes of the first rows of a file that its sender has just sent. Nothing is written. */
export const previewImport = query('import.run', {
  path: '/import-files/{fileId}/preview',
  summary: 'Preview an import',
  tag: 'sync',
})
  .input(z.object({ fileId: z.uuid(), mapping: mappingName }))
  .output(
    z.object({
      columns: z.array(z.string()),
      /** The mapping's, in which the file's times are read. */
      timeZone: z.string(),
      rows: z.array(previewRow),
    }),
  );
