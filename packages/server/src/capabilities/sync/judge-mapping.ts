import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { reasons } from '@marsad/contract/platform/reasons.ts';
import { importMapping } from '@marsad/contract/sync/mapping.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import type { Organisation } from '../administration/index.ts';
import { faultsOfCodes } from './mapping-codes.ts';
import { FileError } from './read/row-error.ts';
import { type JudgedRow, readFirstRows, refuseFile, sentFile } from './read-first-rows.ts';

type Operation = typeof contract.sync.judgeMapping;
type Judgement = OutputOf<Operation>;

const judgedRows = 200;
const shownRows = 50;

/** What a mapping in the making does with the first rows of a file. Only the file's sender sees them. */
export function judgeMapping(organisation: Organisation, filesFolder: string) {
  return async (context: QueryContext, input: InputOf<Operation>): Promise<Judgement> => {
    const path = await sentFile(context, filesFolder, input.fileId);
    const parsed = importMapping.safeParse(input.mapping);
    if (!parsed.success) {
      // A library's own message stands for "not valid": only our codes have sentences.
      const faults = parsed.error.issues.map(({ path: where, message }) => ({
        path: where.join('.'),
        reason: Object.hasOwn(reasons, message) ? message : 'input.invalid',
      }));
      return { faults, rows: [], accepted: 0, refused: [] };
    }
    const faults = faultsOfCodes(parsed.data, organisation);
    try {
      const { rows } = await readFirstRows(path, parsed.data, context.now, judgedRows);
      const accepted = rows.filter((row) => row.refused === null).length;
      return { faults, rows: rows.slice(0, shownRows), accepted, refused: countRefused(rows) };
    } catch (error) {
      if (!(error instanceof FileError)) return refuseFile(error);
      return {
        faults: [...faults, { path: error.subject ?? '', reason: error.reason }],
        rows: [],
        accepted: 0,
        refused: [],
      };
    }
  };
}

function countRefused(rows: readonly JudgedRow[]): Judgement['refused'] {
  const counts = new Map<string, Judgement['refused'][number]>();
  for (const { refused } of rows) {
    if (!refused) continue;
    const { reason, column } = refused;
    const one = counts.get(`${reason}/${column}`) ?? { reason, column, rows: 0 };
    counts.set(`${reason}/${column}`, { ...one, rows: one.rows + 1 });
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows);
}
