// A list of incidents as a file. It is streamed and so no operation: POST /api/incidents/export with this as JSON.
import * as z from 'zod';
import { requiredText } from '../platform/text.ts';
import { incidentFilters, listOrder } from './incident-filters.ts';

/** How many incidents one file holds at most. */
export const mostExportedIncidents = 100_000;

/** The columns of a list of incidents, in their order on a screen. */
export const listColumn = z.enum([
  'created',
  'number',
  'type',
  'place',
  'status',
  'room',
  'station',
  'callSigns',
  'queue',
  'response',
  'disposition',
]);
export type ListColumn = z.infer<typeof listColumn>;

/** What is taken out, in which form and language, for whom and why; the last two are logged with it as a disclosure. */
export const exportRequest = incidentFilters.extend({
  words: requiredText(200).optional(),
  /** As the list runs; the newest first when absent. */
  order: listOrder.optional(),
  /** What the list shows, each column with all that its cells say; all that a file can hold when absent. */
  columns: z.array(listColumn).min(1).max(listColumn.options.length).optional(),
  format: z.enum(['csv', 'xlsx']),
  /** Of the headers and names; the person's own when absent. */
  language: z.enum(['ar', 'en', 'fr']).optional(),
  recipient: requiredText(200),
  reason: requiredText(500),
});
export type ExportRequest = z.infer<typeof exportRequest>;
