import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { guessMapping } from './guess-mapping.ts';
import { countValues } from './read/count-values.ts';
import type { FileRow } from './read/file-row.ts';
import { readRows } from './read/read-rows.ts';
import { refuseFile, sentFile } from './read-first-rows.ts';

type Operation = typeof contract.sync.describeFile;

const readAtMost = 2_000;

/** The columns of a sent file with their values, and a guess of what they are. Only its sender sees them. */
export function describeFile(filesFolder: string) {
  return async (context: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { fileId, ...reading } = input;
    const path = await sentFile(context, filesFolder, fileId);
    const { heading, rows } = await firstRows(path, reading).catch(refuseFile);
    const columns = countValues(heading, rows);
    return { columns, rowsRead: rows.length, guess: guessMapping(columns) };
  };
}

async function firstRows(path: string, reading: Omit<InputOf<Operation>, 'fileId'>) {
  const source = readRows(path, reading);
  const first = await source.next();
  const rows: FileRow[] = [];
  for await (const row of source) {
    rows.push(row);
    if (rows.length === readAtMost) break;
  }
  return { heading: (first.done ? null : first.value.cells) ?? [], rows };
}
