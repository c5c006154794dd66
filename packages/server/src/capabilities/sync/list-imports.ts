import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { decodeCursor, encodeCursor } from '../../platform/operations/cursor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { findRun, pageOfRefusedRows, pageOfRuns } from './runs-store.ts';

type GetImport = typeof contract.sync.getImport;
type ListImports = typeof contract.sync.listImports;
type ListRefusedRows = typeof contract.sync.listRefusedRows;

/** One import; out of reach it is not there. */
export async function getImport({ tx }: QueryContext, input: InputOf<GetImport>): Promise<OutputOf<GetImport>> {
  const run = await findRun(tx, input.importId);
  return (run as OutputOf<GetImport>) ?? refuse('NOT_FOUND', 'import.unknown', { field: 'importId' });
}

/** A page of imports, the newest first. */
export async function listImports(
  { tx }: QueryContext,
  { cursor, limit }: InputOf<ListImports>,
): Promise<OutputOf<ListImports>> {
  const [startedAt, importId] = cursor ? decodeCursor(cursor, 2) : [];
  const found = await pageOfRuns(tx, startedAt && importId ? { startedAt, importId } : null, limit + 1);
  const items = found.slice(0, limit) as OutputOf<ListImports>['items'];
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? encodeCursor([last.startedAt, last.importId]) : null };
}

/** A page of refused rows. They quote the file, so the reading is logged. */
export async function listRefusedRows(
  { tx, consult }: QueryContext,
  { importId, cursor, limit }: InputOf<ListRefusedRows>,
): Promise<OutputOf<ListRefusedRows>> {
  if (!(await findRun(tx, importId))) refuse('NOT_FOUND', 'import.unknown', { field: 'importId' });
  const [after = '-1'] = cursor ? decodeCursor(cursor, 1) : [];
  const found = await pageOfRefusedRows(tx, importId, Number(after), limit + 1);
  await consult({
    kind: 'consultation',
    action: 'sync.refused_rows_read',
    subjectKind: 'import',
    subjectId: importId,
    fields: ['refused_rows'],
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ line, column, value, reason }) => ({ line, column, value, reason })),
    nextCursor: found.length > limit && last ? encodeCursor([String(last.errorId)]) : null,
  };
}
