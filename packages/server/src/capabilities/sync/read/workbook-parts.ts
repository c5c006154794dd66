// The parts of an XLSX workbook: a zip of XML files, each read as a stream with what it unpacks to under watch.
// (The reader of exceljs decodes each chunk for itself and breaks Arabic letters that lie across two; hence these.)
import { SaxesParser } from 'saxes';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { bomb, explainUnpacking, isBomb } from './open-text.ts';
import { rowTooLong } from './read-delimited.ts';
import { FileError } from './row-error.ts';

const MOST_ENTRIES = 10_000;
const MOST_UNPACKED = 8_000_000_000;
// Characters between two tags: a cell holds 32,767 at most.
const MOST_BETWEEN_TAGS = 2_000_000;

export interface Parts {
  names: ReadonlySet<string>;
  /** Yields the events of a part as they are met; nothing for a part that is not there. */
  read(name: string, progress?: (share: number) => void): AsyncGenerator<XmlEvent[]>;
  close(): void;
}

export type XmlEvent =
  | { kind: 'open'; name: string; attributes: Record<string, string> }
  | { kind: 'text'; text: string }
  | { kind: 'close'; name: string };

/** Opens a workbook's zip. @throws FileError for one that is broken, locked or absurdly full */
export async function openParts(path: string): Promise<Parts> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(broken);
  const entries = new Map<string, Entry>();
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw new FileError('file.bomb', `Expected a workbook, got ${zip.entryCount} parts.`);
    for (let entry = await nextEntry(zip); entry; entry = await nextEntry(zip)) {
      if (entry.isEncrypted()) throw new FileError('file.old_workbook', 'Expected an open workbook, got a locked one.');
      entries.set(entry.fileName.replace(/^\//, ''), entry);
    }
  } catch (error) {
    zip.close();
    throw error;
  }
  return {
    names: new Set(entries.keys()),
    read: async function* (name, progress) {
      const entry = entries.get(name);
      if (entry) yield* readPart(zip, entry, progress);
    },
    close: () => zip.close(),
  };
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      zip.off('entry', entry);
      zip.off('end', end);
      zip.off('error', failed);
      settle();
    };
    const entry = (one: Entry) => done(() => resolve(one));
    const end = () => done(() => resolve(undefined));
    const failed = () => done(() => reject(brokenWorkbook()));
    zip.on('entry', entry);
    zip.on('end', end);
    zip.on('error', failed);
    zip.readEntry();
  });
}

async function* readPart(zip: ZipFile, entry: Entry, progress?: (share: number) => void): AsyncGenerator<XmlEvent[]> {
  const stream = await zip.openReadStreamPromise(entry).catch(broken);
  const decoder = new TextDecoder('utf-8');
  const xml = eventReader();
  let unpacked = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      // The size that a zip states may be a lie: what has really come out is what counts.
      if (isBomb(unpacked, entry.compressedSize, MOST_UNPACKED)) throw bomb(unpacked);
      progress?.(entry.uncompressedSize === 0 ? 1 : unpacked / entry.uncompressedSize);
      yield xml.write(decoder.decode(chunk, { stream: true }));
    }
    yield xml.end();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const explained = explainUnpacking(error);
    throw explained instanceof FileError ? explained : brokenWorkbook();
  } finally {
    stream.destroy();
  }
}

function eventReader() {
  const parser = new SaxesParser();
  let events: XmlEvent[] = [];
  let sinceLast = 0;
  const add = (event: XmlEvent) => {
    events.push(event);
    sinceLast = 0;
  };
  // Prefixes differ between the programs that write workbooks; the names behind them do not.
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', () => {
    throw brokenWorkbook();
  });
  parser.on('opentag', (tag) =>
    add({ kind: 'open', name: local(tag.name), attributes: tag.attributes as Record<string, string> }),
  );
  parser.on('text', (text) => add({ kind: 'text', text }));
  parser.on('cdata', (text) => add({ kind: 'text', text }));
  parser.on('closetag', (tag) => add({ kind: 'close', name: local(tag.name) }));
  const take = (): XmlEvent[] => {
    const taken = events;
    events = [];
    return taken;
  };
  return {
    write(text: string): XmlEvent[] {
      sinceLast += text.length;
      if (sinceLast > MOST_BETWEEN_TAGS) throw rowTooLong();
      parser.write(text);
      return take();
    },
    end(): XmlEvent[] {
      parser.close();
      return take();
    },
  };
}

const brokenWorkbook = (): FileError =>
  new FileError('file.packing', 'Expected a whole XLSX workbook, got a broken one.');
function broken(): never {
  throw brokenWorkbook();
}
