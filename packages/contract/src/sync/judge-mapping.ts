import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { previewRow } from './preview-import.ts';

/**
 * What a mapping that is being written makes of the first 200 rows of a sent file. Nothing is kept. Faults of the mapping
 * are an answer, not a refusal: the writer is told of each as it is typed.
 */
export const judgeMapping = query('import.run', {
  method: 'POST',
  path: '/import-files/{fileId}/judgement',
  summary: 'Try a mapping on a file',
  tag: 'sync',
})
  .input(z.object({ fileId: z.uuid(), mapping: z.record(z.string(), z.unknown()) }))
  .output(
    z.object({
      /** Where the mapping is at fault and how: a dotted path in it and a key of the reasons. */
      faults: z.array(z.object({ path: z.string(), reason: z.string() })),
      rows: z.array(previewRow),
      accepted: z.number().int(),
      /** Refused rows by reason, the most frequent first. */
      refused: z.array(z.object({ reason: z.string(), column: z.string().nullable(), rows: z.number().int() })),
    }),
  );
