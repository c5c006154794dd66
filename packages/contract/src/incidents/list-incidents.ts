import * as z from 'zod';
import { consultation, query } from '../platform/operation.ts';
import { pageOf, pageRequest } from '../platform/paging.ts';
import { requiredText } from '../platform/text.ts';
import { boardIncident } from './incident.ts';
import { incidentFilters, listOrder, mostCounted } from './incident-filters.ts';

const instant = z.iso.datetime().nullable();

/** A row of the list: what the board knows of an incident, how it ended, and the beginning of what happened. No persons. */
export const listedIncident = boardIncident.omit({ assignments: true }).extend({
  /** The first 300 letters. */
  narrative: z.string(),
  callStartedAt: instant,
  answeredAt: instant,
  closedAt: instant,
  dispositionId: z.number().int().nullable(),
  /** Call signs of the units that were sent. */
  callSigns: z.array(z.string()),
});
export type ListedIncident = z.infer<typeof listedIncident>;

/** How many there are; `more` when there are more than were counted. */
const found = z.object({ count: z.number().int().max(mostCounted), more: z.boolean() });

const page = incidentFilters.extend({ ...pageRequest.shape, order: listOrder.default('newest') });
const listed = pageOf(listedIncident).extend({
  /** The place of the first row: what came after it is asked for by `newerThan`. */
  topCursor: z.string().nullable(),
});

/** Incidents whatever their status, as far as the person may read, page by page in the order they were created. */
export const listIncidents = query('incident.read', {
  path: '/incidents',
  summary: 'Incidents by conditions',
  tag: 'incidents',
})
  .input(page)
  .output(listed);

/** How many incidents fit the conditions, or how many of them came after a row of the list. */
export const countIncidents = query('incident.read', {
  path: '/incidents/count',
  summary: 'How many incidents fit conditions',
  tag: 'incidents',
})
  .input(incidentFilters.extend({ newerThan: z.string().max(300).optional() }))
  .output(found);

/**
 * The same by words too: each must stand in the number, the place or the narrative, however its letters are written; one of
 * one or two letters as a whole word. That somebody searched is logged, by which words is not. Counts on its first page.
 */
export const searchIncidents = consultation('incident.read', {
  method: 'POST',
  path: '/incidents/search',
  summary: 'Incidents by words',
  tag: 'incidents',
})
  .input(page.extend({ words: requiredText(200) }))
  .output(listed.extend({ found: found.nullable() }));
