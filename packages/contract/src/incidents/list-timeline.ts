import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { pageOf, pageRequest } from '../platform/paging.ts';
import { timelineEntry } from './incident.ts';

/** The story of an incident page by page, the newest first: what stands before the entries that getIncident brings. */
export const listTimeline = query('incident.read', {
  path: '/incidents/{incidentId}/timeline',
  summary: 'The timeline of an incident',
  tag: 'incidents',
})
  .input(pageRequest.extend({ incidentId: z.uuid() }))
  .output(pageOf(timelineEntry));
