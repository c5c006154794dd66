import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { incidentDetail } from './incident.ts';

/** One incident with its story, without the people and vehicles involved (those are asked for apart, and logged). */
export const getIncident = query('incident.read', {
  path: '/incidents/{incidentId}',
  summary: 'One incident',
  tag: 'incidents',
})
  .input(z.object({ incidentId: z.uuid() }))
  .output(incidentDetail);
