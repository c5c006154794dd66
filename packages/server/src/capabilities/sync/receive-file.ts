// A file on its way in: streamed to the data folder under a name of ours, measured and digested as it passes.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hasForbiddenCharacters } from '@marsad/contract/platform/text.ts';
import { type Actor, isEmptyScope } from '../../platform/operations/actor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { type CommandRunner, runCommand, scopesOf } from '../../platform/operations/run-command.ts';
import { insertFile } from './runs-store.ts';

const permission = 'import.run';
const mostBytes = 4_000_000_000;
const keptMilliseconds = 24 * 3_600_000;

/** Where a sent file lies. `fileId` is a UUID: nothing that was typed becomes a path. */
export const importFilePath = (filesFolder: string, fileId: string): string =>
  path.join(filesFolder, 'imports', fileId);

export interface SentFile {
  fileId: string;
  fileName: string;
  bytes: Readable;
}

/** Receives a file for a later import. A sending that breaks off leaves nothing; the same id again is the same file. */
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
  // Before a byte is read: who may import nothing fills no disk.
  if (isEmptyScope(scopesOf(runner, actor, runner.clock.now())(permission)))
    refuse('FORBIDDEN', 'right.missing', { parameters: { action: permission } });
  const file = importFilePath(filesFolder, fileId);
  const partial = `${file}.${process.pid}.part`;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let byteCount = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      byteCount += chunk.length;
      hash.update(chunk);
      done(byteCount > mostBytes ? new Error('too large') : null, chunk);
    },
  });
  try {
    await pipeline(sent.bytes, measure, createWriteStream(partial, { mode: 0o600 }));
    const sha256 = hash.digest();
    // The digest stands in the command, so that the same id with another file is a conflict and not a repeat.
    const header = { commandId: fileId, fileName, sha256: sha256.toString('hex') };
    await runCommand(runner, 'sync.receiveFile', permission, actor, header, async (context) => {
      await insertFile(context.tx, { fileId, fileName, byteCount, sha256, personId: actor.personId, now: context.now });
      context.audit({
        kind: 'collection',
        action: 'sync.file_received',
        subjectKind: 'import_file',
        subjectId: fileId,
      });
      await rename(partial, file);
      return { byteCount };
    });
    return { byteCount };
  } catch (error) {
    if (byteCount > mostBytes) refuse('PAYLOAD_TOO_LARGE', 'file.too_large');
    if ((error as { code?: string }).code === 'ENOSPC') refuse('PAYLOAD_TOO_LARGE', 'file.disk_full');
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
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
