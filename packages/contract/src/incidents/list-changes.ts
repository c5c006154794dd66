import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { pageOf, pageRequest } from '../platform/paging.ts';

/** One field that was changed: what it was, what it became, who and why. */
export const fieldChangeView = z.object({
  changeId: z.uuid(),
  field: z.string(),
  oldValue: z.unknown(),
  newValue: z.unknown(),
  authorName: z.string().nullable(),
  authorNameLatin: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
});
export type FieldChangeView = z.infer<typeof fieldChangeView>;

/** The history of an incident's fields, the newest first. */
export const listChanges = query('incident.read', {
  path: '/incidents/{incidentId}/changes',
  summary: 'The history of the fields',
  tag: 'incidents',
})
  .input(pageRequest.extend({ incidentId: z.uuid() }))
  .output(pageOf(fieldChangeView));
