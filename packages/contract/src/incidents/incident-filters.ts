import * as z from 'zod';
import { incidentOrigin, incidentStatus } from './incident.ts';

/** Past this many a list says "more than". */
export const mostCounted = 10_000;

const id = z.coerce.number().int().min(0).max(2_147_483_647);

/**
 * Which incidents a list shows; everything that is given must hold, of several values of one filter any. Times are
 * instants of the clock `created`, `to` itself left out. A unit stands for everything under it, a type for its subtree.
 */
export const incidentFilters = z.object({
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  unitIds: z.array(id).max(100).optional(),
  typeIds: z.array(id).max(200).optional(),
  origin: incidentOrigin.optional(),
  statuses: z.array(incidentStatus).max(11).optional(),
  priorities: z.array(z.coerce.number().int().min(1).max(4)).max(4).optional(),
  dispositionIds: z.array(id).max(100).optional(),
});
export type IncidentFilters = z.infer<typeof incidentFilters>;

export const listOrder = z.enum(['newest', 'oldest']);
