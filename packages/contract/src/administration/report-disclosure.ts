import * as z from 'zod';
import { consultation } from '../platform/operation.ts';
import { requiredText } from '../platform/text.ts';

/**
 * Says, before a file made in the browser is handed over, that it leaves: what it shows, in which form, under which
 * filters, to whom and why where that is known. No answer, no file.
 */
export const reportDisclosure = consultation('analysis.read', {
  method: 'POST',
  path: '/disclosures',
  summary: 'Report a disclosure',
  tag: 'administration',
})
  .input(
    z.object({
      /** What leaves: `overview.weeks`. */
      subject: z.string().regex(/^[a-z][\w.-]{1,79}$/i),
      format: z.enum(['csv', 'svg', 'png', 'xlsx', 'json']),
      rows: z.number().int().min(0).max(10_000_000),
      unitId: z.number().int().optional(),
      /** Names of the filters that were set; never their values. */
      filters: z
        .array(z.string().regex(/^[\w.]{1,40}$/))
        .max(40)
        .default([]),
      recipient: requiredText(200).optional(),
      reason: requiredText(500).optional(),
    }),
  )
  .output(z.object({ at: z.iso.datetime() }));
