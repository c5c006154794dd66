import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { pageOf, pageRequest } from '../platform/paging.ts';
import { boardIncident, incidentOrigin, incidentStatus } from './incident.ts';

/** A room's incidents whatever their status, the newest first, as far as the person may read. `to` itself is left out. */
export const listIncidents = query('incident.read', {
  path: '/rooms/{roomId}/incidents',
  summary: 'The incidents of a room',
  tag: 'incidents',
})
  .input(
    pageRequest.extend({
      roomId: z.coerce.number().int(),
      from: z.iso.datetime().optional(),
      to: z.iso.datetime().optional(),
      status: incidentStatus.optional(),
      origin: incidentOrigin.optional(),
      typeId: z.coerce.number().int().optional(),
      priority: z.coerce.number().int().min(1).max(4).optional(),
    }),
  )
  .output(pageOf(boardIncident));
