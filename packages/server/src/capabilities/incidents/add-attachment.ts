import path from 'node:path';
import type { Readable } from 'node:stream';
import { hasForbiddenCharacters } from '@marsad/contract/platform/text.ts';
import { type Received, receiveBytes } from '../../platform/files/receive-bytes.ts';
import { type Actor, isEmptyScope } from '../../platform/operations/actor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import {
  type CommandContext,
  type CommandRunner,
  runCommand,
  scopesOf,
} from '../../platform/operations/run-command.ts';
import { insertAttachment } from './attachment-store.ts';
import { bumpIncident } from './change-store.ts';
import { sniffMediaType } from './sniff-media-type.ts';
import { report, takeIncident, tell } from './take-incident.ts';

const permission = 'incident.attach';
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export interface SentAttachment {
  incidentId: string;
  /** Made by the client: the command's id too, so that a repeat is the same attachment. */
  attachmentId: string;
  fileName: string;
  bytes: Readable;
}

/**
 * Takes a file to an incident, as it is: evidence is not changed, so what a camera wrote into a picture stays in it. A
 * sending that breaks off leaves nothing; the same id with the same bytes again is the same attachment.
 */
export async function addAttachment(
  runner: CommandRunner,
  place: { folder: string; mostMegabytes: number },
  actor: Actor,
  sent: SentAttachment,
): Promise<{ version: number; mediaType: string }> {
  if (!isUuid(sent.incidentId) || !isUuid(sent.attachmentId))
    refuse('UNPROCESSABLE_CONTENT', 'input.invalid', { field: 'attachmentId' });
  const fileName = path.basename(sent.fileName.replaceAll('\\', '/')).trim().slice(0, 200);
  if (!fileName || hasForbiddenCharacters(fileName))
    refuse('UNPROCESSABLE_CONTENT', 'text.forbidden_characters', { field: 'name' });
  // Before a byte is read: who may attach nowhere fills no disk.
  if (isEmptyScope(scopesOf(runner, actor, runner.clock.now())(permission)))
    refuse('FORBIDDEN', 'right.missing', { parameters: { action: permission } });
  const limit = {
    mostBytes: place.mostMegabytes * 1_000_000,
    tooLarge: () =>
      refuse('PAYLOAD_TOO_LARGE', 'attachment.too_large', { parameters: { megabytes: place.mostMegabytes } }),
  };
  return receiveBytes(place.folder, sent.bytes, limit, async (received) => {
    if (received.byteCount === 0) refuse('UNPROCESSABLE_CONTENT', 'attachment.empty', { field: 'file' });
    const mediaType =
      sniffMediaType(received.head) ?? refuse('UNPROCESSABLE_CONTENT', 'attachment.type', { field: 'file' });
    // The digest stands in the command, so that the same id with other bytes is a conflict and not a repeat.
    const header = {
      commandId: sent.attachmentId,
      incidentId: sent.incidentId,
      fileName,
      sha256: received.sha256.toString('hex'),
    };
    const file = { ...header, mediaType, received };
    return runCommand(runner, 'incidents.addAttachment', permission, actor, header, (context) => write(context, file));
  });
}

interface File {
  commandId: string;
  incidentId: string;
  fileName: string;
  sha256: string;
  mediaType: string;
  received: Received;
}

async function write(context: CommandContext, file: File) {
  const { tx, actor, madeAt, now } = context;
  const { incidentId, commandId, fileName, mediaType, received } = file;
  const incident = await takeIncident(context, incidentId);
  await insertAttachment(tx, {
    incident_id: incidentId,
    attachment_id: commandId,
    file_name: fileName,
    media_type: mediaType,
    byte_count: received.byteCount,
    sha256: received.sha256,
    added_by: actor.personId,
    made_at: madeAt,
    received_at: now,
  });
  await tell(context, incident, { kind: 'attachment', text: fileName, data: { attachmentId: commandId, mediaType } });
  const version = await bumpIncident(tx, incidentId, now);
  report(context, incident, 'attached', ['attachment'], { fileName, sha256: file.sha256 });
  await received.keep();
  return { version, mediaType };
}
