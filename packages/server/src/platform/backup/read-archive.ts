// Reads an archive part by part; each is proved against its own digest before it is given out, and the end against the manifest.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { extract, type Header } from 'tar-stream';
import { BackupError, damaged } from './backup-error.ts';
import {
  type ArchiveHeader,
  type ArchiveManifest,
  archiveFormat,
  archiveHeader,
  archiveManifest,
  headerName,
  manifestName,
} from './manifest.ts';
import { keyFrom, openPart } from './seal-part.ts';

/** Takes the parts between header and manifest, in order. */
export type PartVisitor = (name: string, content: Buffer) => Promise<void> | void;

const mostPartBytes = 1_000_000_000;

/**
 * Reads the header alone, which stands in the clear.
 * @throws BackupError for what is no archive of ours, or one of a later format
 */
export async function readHeader(file: string): Promise<ArchiveHeader> {
  for await (const { name, bytes } of rawParts(file)) return parseHeader(name, bytes);
  throw damaged('its beginning', 'it is empty');
}

/**
 * Reads the whole archive, calls `visit` for each part, and returns what the archive says of itself.
 * @throws BackupError naming the first damaged part, for a wrong or missing passphrase, and for an archive cut short
 */
export async function readArchive(
  file: string,
  passphrase: string | null,
  visit: PartVisitor,
): Promise<{ header: ArchiveHeader; manifest: ArchiveManifest }> {
  let header: ArchiveHeader | null = null;
  let manifest: ArchiveManifest | null = null;
  let key: Buffer | null = null;
  const seen: ArchiveManifest['parts'] = [];
  for await (const { name: stored, bytes, sha256 } of rawParts(file)) {
    const name = stored.replace(/\.(gz|sealed)$/, '');
    if (!header) {
      header = parseHeader(name, bytes);
      if (header.encryption && passphrase === null)
        throw new BackupError('Expected a passphrase, for this archive is encrypted. Give it with --passphrase-file.');
      key = header.encryption && (await keyFrom(passphrase ?? '', header.encryption));
    } else {
      const content = await openPart(name, bytes, key).catch(() => {
        throw damaged(name, 'its content cannot be opened');
      });
      if (name === manifestName) manifest = parseManifest(content);
      else await visit(name, content);
    }
    if (name !== manifestName) seen.push({ name: stored, sha256 });
  }
  if (!header || !manifest) throw damaged('its end', 'it was cut short before its manifest');
  for (const [index, part] of manifest.parts.entries()) {
    const found = seen[index];
    if (found?.name !== part.name || found.sha256 !== part.sha256)
      throw damaged(part.name, found ? 'it is not what the manifest lists' : 'it is missing');
  }
  if (seen.length > manifest.parts.length) throw damaged('its end', 'it holds parts that the manifest does not list');
  return { header, manifest };
}

interface RawPart {
  name: string;
  bytes: Buffer;
  sha256: string;
}

async function* rawParts(file: string): AsyncGenerator<RawPart> {
  await access(file).catch(() => {
    throw new BackupError(`Expected an archive that can be read at ${file}, got none.`);
  });
  const tar = extract();
  const input = createReadStream(file, { highWaterMark: 1 << 20 });
  input.on('error', (error) => tar.destroy(error));
  input.pipe(tar);
  let last = 'its beginning';
  try {
    for await (const entry of tar) {
      const part = await readEntry(entry);
      last = part.name;
      yield part;
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    if ((error as { code?: string }).code !== undefined) throw error;
    throw damaged(`what follows ${last}`, (error as Error).message);
  } finally {
    input.destroy();
    tar.destroy();
  }
}

async function readEntry(entry: AsyncIterable<unknown> & { header: Header }): Promise<RawPart> {
  const { name, size } = entry.header;
  const pax = entry.header.pax as Record<string, string> | null | undefined;
  if (size > mostPartBytes) throw damaged(name, 'it is too large for a part');
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const expected = pax?.comment;
  if (expected !== `sha256:${sha256}`) {
    if (expected === undefined && name !== headerName)
      throw new BackupError('Expected an archive made by "marsad backup", got another file.');
    throw damaged(name, 'its digest is another');
  }
  return { name, bytes, sha256 };
}

function parseHeader(name: string, bytes: Buffer): ArchiveHeader {
  const parsed = name === headerName ? archiveHeader.safeParse(JSON.parse(bytes.toString('utf8'))) : null;
  if (!parsed?.success) throw new BackupError('Expected an archive made by "marsad backup", got another file.');
  if (parsed.data.format > archiveFormat) {
    throw new BackupError(
      `Expected an archive of format ${archiveFormat} or older, got ${parsed.data.format}, made by Marsad ${parsed.data.version}. Restore it with that version.`,
    );
  }
  return parsed.data;
}

function parseManifest(content: Buffer): ArchiveManifest {
  return archiveManifest.parse(JSON.parse(content.toString('utf8')));
}
