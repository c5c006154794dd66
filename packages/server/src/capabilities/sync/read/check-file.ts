import type { ReadOptions } from './file-row.ts';
import { readRows } from './read-rows.ts';

/**
 * Reads a file to its end and keeps nothing: what breaks off, unpacks to an absurd size or holds a quote that never ends
 * is told before the first row is written. Costs a reading, a small part of an import.
 * @throws FileError as readRows does
 */
export async function checkFile(path: string, options: ReadOptions, signal?: AbortSignal): Promise<void> {
  for await (const _ of readRows(path, options)) signal?.throwIfAborted();
}
