import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { decodeCursor, encodeCursor } from '../../platform/operations/cursor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { pageOfChanges } from './correct-store.ts';
import { isVisible } from './store.ts';

type Operation = typeof contract.incidents.listChanges;

/** The history of an incident's fields. Outside the area the incident is not there. */
export async function listChanges({ tx }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { incidentId, limit } = input;
  if (!(await isVisible(tx, incidentId))) refuse('NOT_FOUND', 'incident.not_found', { field: 'incidentId' });
  const [at = '', changeId = ''] = input.cursor === undefined ? [] : decodeCursor(input.cursor, 2);
  if (input.cursor !== undefined && Number.isNaN(Date.parse(at)))
    refuse('UNPROCESSABLE_CONTENT', 'cursor.invalid', { field: 'cursor' });
  const rows = await pageOfChanges(tx, incidentId, limit + 1, input.cursor === undefined ? null : { at, changeId });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ exactAt: _exactAt, ...row }) => row),
    nextCursor: rows.length > limit && last ? encodeCursor([last.exactAt, last.changeId]) : null,
  };
}
