// Heads of the chain, written down outside the database at intervals. Who owns the database may cut off the newest
// entries together with their seals and leave a shorter chain that is whole in itself; a head kept here says how far it
// had come, and with which hash.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { syncFolderNow } from '../files/on-disk.ts';

export interface AuditHead {
  position: number;
  /** The hash of the link at `position`, in hexadecimal. */
  hash: string;
  at: string;
}

/** Where the heads of an installation stand: one JSON object a line, only ever added to. */
export const headsFile = (dataFolder: string): string => path.join(dataFolder, 'audit-heads.jsonl');

/** Adds a head to the file; it is on the disk when this returns. */
export function appendHead(file: string, head: AuditHead): void {
  const isNew = !existsSync(file);
  appendFileSync(file, `${JSON.stringify(head)}\n`, { mode: 0o600, flush: true });
  if (isNew) syncFolderNow(path.dirname(file));
}

/**
 * The heads written so far, in their order; null where there is no file, or nothing in it. A last line cut off by a power
 * cut is left out.
 */
export function readHeads(file: string): AuditHead[] | null {
  if (!existsSync(file)) return null;
  const heads = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): AuditHead[] => {
      try {
        return line === '' ? [] : [JSON.parse(line) as AuditHead];
      } catch {
        return [];
      }
    });
  return heads.length > 0 ? heads : null;
}
