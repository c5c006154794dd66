import * as z from 'zod';
import { query } from '../platform/operation.ts';

/** How a file is read, as a mapping says it: what is absent is found out. */
const reading = {
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1256']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  sheet: z.string().max(100).optional(),
  headingRow: z.coerce.number().int().min(1).max(1000).optional(),
};

/** What stands in a sent file: its columns with values of its first rows, and what each column is likely to be. */
export const describeFile = query('import.run', {
  path: '/import-files/{fileId}/columns',
  summary: 'Columns of a file',
  tag: 'sync',
})
  .input(z.object({ fileId: z.uuid(), ...reading }))
  .output(
    z.object({
      columns: z.array(
        z.object({
          name: z.string(),
          /** Different values, the most frequent first, forty at most; `rows` counts them among the rows read. */
          values: z.array(z.object({ value: z.string(), rows: z.number().int() })),
          /** Whether there are more different values than those told. */
          more: z.boolean(),
          empty: z.number().int(),
        }),
      ),
      rowsRead: z.number().int(),
      /** A mapping guessed from the heading and the values: where to begin, not more. Its shape is that of a mapping with parts missing. */
      guess: z.record(z.string(), z.unknown()),
    }),
  );
