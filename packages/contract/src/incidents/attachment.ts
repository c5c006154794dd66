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
