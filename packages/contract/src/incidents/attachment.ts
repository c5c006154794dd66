import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { requiredText } from '../platform/text.ts';

/** Media types that an attachment may have, told by its bytes and not by its name. No page, script or program among them. */
export const attachmentTypes = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'application/pdf',
  'text/plain',
  'audio/mpeg',
  'audio/wav',
  'audio/ogg',
  'audio/mp4',
  'audio/flac',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'video/x-msvideo',
] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** Withdraws a file attached by mistake. That it was attached stays in the record, with the reason; nobody downloads it any more. */
export const withdrawAttachment = command('incident.correct', {
  path: '/incidents/{incidentId}/attachments/{attachmentId}/withdrawal',
  summary: 'Withdraw an attachment',
  tag: 'incidents',
})
  .input(commandHeader.extend({ incidentId: z.uuid(), attachmentId: z.uuid(), reason: requiredText(1000) }))
  .output(z.object({ version: z.number().int() }));
