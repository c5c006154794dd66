import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { refusedRow } from './import-run.ts';

/** What a mapping makes of the first rows of a file that its sender has just sent. Nothing is written. */
export const previewImport = query('import.run', {
  path: '/import-files/{fileId}/preview',
  summary: 'Preview an import',
  tag: 'sync',
})
  .input(z.object({ fileId: z.uuid(), mapping: z.string().max(60) }))
  .output(
    z.object({
      columns: z.array(z.string()),
      rows: z.array(
        z.object({
          line: z.number().int(),
          room: z.string().nullable(),
          typeCode: z.string().nullable(),
          place: z.string().nullable(),
          createdAt: z.iso.datetime().nullable(),
          callSign: z.string().nullable(),
          refused: refusedRow.nullable(),
        }),
      ),
    }),
  );
