// A list of incidents as a file. It is streamed and so no operation: POST /api/incidents/export with this as JSON.
import * as z from 'zod';
import { requiredText } from '../platform/text.ts';
import { incidentFilters } from './incident-filters.ts';

/** How many incidents one file holds at most. */
export const mostExportedIncidents = 100_000;

/** What is taken out, in which form and language, for whom and why; the last two are logged with it as a disclosure. */
export const exportRequest = incidentFilters.extend({
  words: requiredText(200).optional(),
  format: z.enum(['csv', 'xlsx']),
  /** Of the headers and names; the person's own when absent. */
  language: z.enum(['ar', 'en', 'fr']).optional(),
  recipient: requiredText(200),
  reason: requiredText(500),
});
export type ExportRequest = z.infer<typeof exportRequest>;
