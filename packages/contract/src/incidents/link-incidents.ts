import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { typedText } from '../platform/text.ts';

const pair = commandHeader.extend({ incidentId: z.uuid(), otherId: z.uuid(), reason: typedText(1000).optional() });
const changed = z.object({ version: z.number().int() });

/** Links two incidents that have to do with each other; both stories tell it. */
export const linkIncidents = command('incident.link', {
  path: '/incidents/{incidentId}/links',
  summary: 'Link two incidents',
  tag: 'incidents',
  offline: true,
})
  .input(pair)
  .output(changed);

/** Ends a link that was made by mistake; that it stood stays written. */
export const unlinkIncidents = command('incident.link', {
  path: '/incidents/{incidentId}/links/{otherId}/end',
  summary: 'End a link',
  tag: 'incidents',
  offline: true,
})
  .input(pair)
  .output(changed);

/** Puts an incident under a parent (one event, many incidents), one level deep; null takes it out again. */
export const setParent = command('incident.link', {
  path: '/incidents/{incidentId}/parent',
  summary: 'Put an incident under another',
  tag: 'incidents',
  offline: true,
})
  .input(commandHeader.extend({ incidentId: z.uuid(), parentId: z.uuid().nullable() }))
  .output(changed);
