import * as z from 'zod';
import { query } from '../platform/operation.ts';

/** How the chain of the log stands: sealed up to which link, how many wait, and what the last walk along it found. */
export const getAuditState = query('audit.read', {
  path: '/audit/state',
  summary: 'State of the audit chain',
  tag: 'administration',
}).output(
  z.object({
    sealed: z.number().int(),
    sealedAt: z.iso.datetime().nullable(),
    waiting: z.number().int(),
    verification: z
      .object({
        verifiedAt: z.iso.datetime(),
        whole: z.boolean(),
        /** Links found whole before the end or the first fault. */
        sealed: z.number().int(),
        brokenAt: z.number().int().nullable(),
        fault: z.string().nullable(),
      })
      .nullable(),
  }),
);
