import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { typedText } from '../platform/text.ts';
import { callChannel } from './incident.ts';

/** Joins another call to an incident that is not over. The caller is a person involved, and restricted. */
export const addCall = command('incident.log', {
  path: '/incidents/{incidentId}/calls',
  summary: 'Join a call to an incident',
  tag: 'incidents',
  offline: true,
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      callId: z.uuid(),
      channel: callChannel.default('telephone'),
      startedAt: z.iso.datetime().optional(),
      answeredAt: z.iso.datetime().optional(),
      endedAt: z.iso.datetime().optional(),
      /** What the caller said, for the story: no names. */
      text: typedText(4000).default(''),
      caller: z
        .object({ involvedId: z.uuid(), name: typedText(200).optional(), telephone: typedText(40).optional() })
        .optional(),
    }),
  )
  .output(z.object({ version: z.number().int() }));
