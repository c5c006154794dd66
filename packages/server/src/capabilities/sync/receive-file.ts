// A file on its way in: streamed to the data folder under a name of ours, measured and digested as it passes.
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { hasForbiddenCharacters } from '@marsad/contract/platform/text.ts';
import { type Received, receiveBytes } from '../../platform/files/receive-bytes.ts';
import { type Actor, isEmptyScope } from '../../platform/operations/actor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { type CommandRunner, runCommand, scopesOf } from '../../platform/operations/run-command.ts';
import { runQuery } from '../../platform/operations/run-query.ts';
import { countUnstartedFiles, findFile, insertFile } from './runs-store.ts';

const permission = 'import.run';
const mostBytes = 4_000_000_000;
const keptMilliseconds = 24 * 3_600_000;
/** Files of one person that are on their way or lie there without an import: more fill the disk to no purpose. */
export const mostUnstartedFiles = 10;
const underWay = new Map<string, number>();

/** Where a sent file lies. `fileId` is a UUID: nothing that was typed becomes a path. */
export const importFilePath = (filesFolder: string, fileId: string): string =>
  path.join(filesFolder, 'imports', fileId);

export interface SentFile {
  fileId: string;
  fileName: string;
  bytes: Readable;
}

/**
 * Receives a file for a later import. A sending that breaks off leaves nothing; the same id again is the same file. Who may
 * import nowhere, or has too many files lying there, is refused before a byte is read.
 */
export async function receiveFile(
  runner: CommandRunner,
  filesFolder: string,
  actor: Actor,
  sent: SentFile,
): Promise<{ byteCount: number }> {
  const { fileId } = sent;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fileId))
    refuse('UNPROCESSABLE_CONTENT', 'input.invalid', { field: 'fileId' });
  const fileName = path.basename(sent.fileName.replaceAll('\\', '/')).slice(0, 200);
  if (!fileName || hasForbiddenCharacters(fileName))
    refuse('UNPROCESSABLE_CONTENT', 'text.forbidden_characters', { field: 'name' });
  if (isEmptyScope(scopesOf(runner, actor, runner.clock.now())(permission)))
    refuse('FORBIDDEN', 'right.missing', { parameters: { action: permission } });
  const { personId } = actor;
  underWay.set(personId, (underWay.get(personId) ?? 0) + 1);
  try {
    await refuseTooMany(runner, actor, fileId);
    const folder = path.dirname(importFilePath(filesFolder, fileId));
    const limit = { mostBytes, tooLarge: () => refuse('PAYLOAD_TOO_LARGE', 'file.too_large') };
    return await receiveBytes(folder, sent.bytes, limit, (received) =>
      keepFile(runner, actor, { fileId, fileName, place: importFilePath(filesFolder, fileId), received }),
    );
  } finally {
    const left = (underWay.get(personId) ?? 1) - 1;
    if (left > 0) underWay.set(personId, left);
    else underWay.delete(personId);
  }
}

async function refuseTooMany(runner: CommandRunner, actor: Actor, fileId: string): Promise<void> {
  const unstarted = await runQuery(runner, permission, false, actor, null, async ({ tx, now }) =>
    // Sent again, it takes no more room.
    (await findFile(tx, fileId))
      ? 0
      : countUnstartedFiles(tx, actor.personId, new Date(now.getTime() - keptMilliseconds)),
  );
  if (unstarted + (underWay.get(actor.personId) ?? 0) > mostUnstartedFiles)
    refuse('TOO_MANY_REQUESTS', 'file.too_many', { parameters: { most: mostUnstartedFiles } });
}

interface File {
  fileId: string;
  fileName: string;
  place: string;
  received: Received;
}

async function keepFile(runner: CommandRunner, actor: Actor, { fileId, fileName, place, received }: File) {
  const { sha256, byteCount } = received;
  // The digest stands in the command, so that the same id with another file is a conflict and not a repeat.
  const header = { commandId: fileId, fileName, sha256: sha256.toString('hex') };
  await runCommand(runner, 'sync.receiveFile', permission, actor, header, async (context) => {
    await insertFile(context.tx, { fileId, fileName, byteCount, sha256, personId: actor.personId, now: context.now });
    context.audit({ kind: 'collection', action: 'sync.file_received', subjectKind: 'import_file', subjectId: fileId });
    await received.keep(place);
    return { byteCount };
  });
  return { byteCount };
}

/** Removes files that were sent a day ago or earlier, but for those `inUse`. */
export async function removeOldFiles(filesFolder: string, now: Date, inUse: ReadonlySet<string>): Promise<void> {
  const folder = path.join(filesFolder, 'imports');
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (inUse.has(name)) continue;
    const file = path.join(folder, name);
    // Another sweep, or the end of its import, may have been quicker.
    const found = await stat(file).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > keptMilliseconds) await rm(file, { force: true });
  }
}
