import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { chosenMapping } from './chosen-mapping.ts';
import { readFirstRows, refuseFile, sentFile } from './read-first-rows.ts';

type Operation = typeof contract.sync.previewImport;

const shownRows = 20;

/** What the first rows of a file become. Only its sender sees them. */
export function previewImport(filesFolder: string) {
  return async (context: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const path = await sentFile(context, filesFolder, input.fileId);
    const mapping = await chosenMapping(context.tx, input.mapping);
    const { columns, rows } = await readFirstRows(path, mapping, context.now, shownRows).catch(refuseFile);
    return { columns: columns.slice(0, 500), timeZone: mapping.timeZone, rows };
  };
}
