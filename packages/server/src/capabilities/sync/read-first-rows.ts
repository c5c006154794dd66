// The first rows of a sent file under a mapping that may still be in the making.

import type { contract } from '@marsad/contract';
import type { OutputOf } from '@marsad/contract/platform/operation.ts';
import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { settleUnits } from './read/belonging.ts';
import { type CompiledMapping, compileMapping } from './read/compile-mapping.ts';
import type { FileRow } from './read/file-row.ts';
import { readRows } from './read/read-rows.ts';
import { readingOf } from './read/reading-of.ts';
import { FileError, RowError } from './read/row-error.ts';
import { importFilePath } from './receive-file.ts';
import { findFile } from './runs-store.ts';
import { noAreas } from './write/force-areas.ts';

export type JudgedRow = OutputOf<typeof contract.sync.previewImport>['rows'][number];

/** The path of a file that the person sent. Refuses one that is not there, or somebody else's. */
export async function sentFile({ tx }: QueryContext, filesFolder: string, fileId: string): Promise<string> {
  const file = (await findFile(tx, fileId)) ?? refuse('NOT_FOUND', 'file.unknown', { field: 'fileId' });
  return importFilePath(filesFolder, file.fileId);
}

/** Puts what is wrong with a file as a whole into a refusal. */
export function refuseFile(error: unknown): never {
  if (error instanceof FileError) refuse('UNPROCESSABLE_CONTENT', error.reason, { field: 'fileId' });
  if ((error as { code?: string }).code === 'ENOENT') refuse('NOT_FOUND', 'file.unknown', { field: 'fileId' });
  throw error;
}

/** What a mapping makes of the first `most` rows. @throws FileError */
export async function readFirstRows(
  path: string,
  mapping: ImportMapping,
  now: Date,
  most: number,
): Promise<{ columns: string[]; rows: JudgedRow[] }> {
  const rows: JudgedRow[] = [];
  const source = readRows(path, readingOf(mapping));
  const heading = await source.next();
  const columns = (heading.done ? null : heading.value.cells) ?? [];
  const compiled = compileMapping(mapping, columns, now);
  for await (const row of source) {
    rows.push(judge(compiled, mapping, row));
    if (rows.length === most) break;
  }
  return { columns, rows };
}

const nothing = {
  room: null,
  station: null,
  typeCode: null,
  priority: null,
  place: null,
  longitude: null,
  latitude: null,
  createdAt: null,
  callSign: null,
};

function judge(compiled: CompiledMapping, mapping: ImportMapping, { line, cells }: FileRow): JudgedRow {
  try {
    if (!cells) throw new RowError('row.ragged', null, null);
    const draft = settleUnits(compiled.read(cells), mapping, noAreas);
    return {
      line,
      room: draft.roomCode,
      station: draft.stationCode,
      typeCode: draft.typeCode,
      priority: draft.priority,
      place: draft.place,
      longitude: draft.longitude,
      latitude: draft.latitude,
      createdAt: draft.clocks.created,
      callSign: draft.response?.callSign ?? null,
      refused: null,
    };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    const { column, value, reason } = error;
    return { ...nothing, line, refused: { line, column, value: value?.slice(0, 200) ?? null, reason } };
  }
}
