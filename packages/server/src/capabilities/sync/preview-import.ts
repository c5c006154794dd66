import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { chosenMapping } from './chosen-mapping.ts';
import { compileMapping } from './read/compile-mapping.ts';
import { readRows } from './read/read-rows.ts';
import { readingOf } from './read/reading-of.ts';
import { FileError, RowError } from './read/row-error.ts';
import { importFilePath } from './receive-file.ts';
import { findFile } from './runs-store.ts';

type Operation = typeof contract.sync.previewImport;
type Row = OutputOf<Operation>['rows'][number];

const shownRows = 20;

/** What the first rows of a file become. Only its sender sees them. */
export function previewImport(filesFolder: string) {
  return async ({ tx, now }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const file = (await findFile(tx, input.fileId)) ?? refuse('NOT_FOUND', 'file.unknown', { field: 'fileId' });
    const mapping = chosenMapping(input.mapping);
    const rows: Row[] = [];
    let columns: string[] = [];
    try {
      const source = readRows(importFilePath(filesFolder, file.fileId), readingOf(mapping));
      const heading = await source.next();
      columns = (heading.done ? null : heading.value.cells) ?? [];
      const compiled = compileMapping(mapping, columns, now);
      for await (const { line, cells } of source) {
        rows.push(judge(compiled, line, cells));
        if (rows.length === shownRows) break;
      }
    } catch (error) {
      if (error instanceof FileError) refuse('UNPROCESSABLE_CONTENT', error.reason, { field: 'fileId' });
      if ((error as { code?: string }).code === 'ENOENT') refuse('NOT_FOUND', 'file.unknown', { field: 'fileId' });
      throw error;
    }
    return { columns: columns.slice(0, 500), rows };
  };
}

function judge(compiled: ReturnType<typeof compileMapping>, line: number, cells: string[] | null): Row {
  const nothing = { line, room: null, typeCode: null, place: null, createdAt: null, callSign: null };
  try {
    if (!cells) throw new RowError('row.ragged', null, null);
    const draft = compiled.read(cells);
    return {
      line,
      room: draft.roomCode,
      typeCode: draft.typeCode,
      place: draft.place,
      createdAt: draft.clocks.created,
      callSign: draft.response?.callSign ?? null,
      refused: null,
    };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { ...nothing, refused: { line, column: error.column, value: error.value, reason: error.reason } };
  }
}
