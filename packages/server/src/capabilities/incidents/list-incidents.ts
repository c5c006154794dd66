import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { validate } from 'uuid';
import { decodeCursor, encodeCursor } from '../../platform/operations/cursor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { type Organisation, reachesUnit } from '../administration/index.ts';
import { pageOfIncidents } from './list-store.ts';

type Operation = typeof contract.incidents.listIncidents;

/** A page of a room's incidents. A room out of reach is not there. */
export function listIncidents(organisation: Organisation) {
  return async ({ tx, scope }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const room = organisation.findUnit(input.roomId);
    if (!room || !reachesUnit(scope, room)) refuse('NOT_FOUND', 'room.unknown', { field: 'roomId' });
    const [at = '', incidentId = ''] = input.cursor === undefined ? [] : decodeCursor(input.cursor, 2);
    if (input.cursor !== undefined && (Number.isNaN(Date.parse(at)) || !validate(incidentId)))
      refuse('UNPROCESSABLE_CONTENT', 'cursor.invalid', { field: 'cursor' });
    const rows = await pageOfIncidents(
      tx,
      input,
      input.limit + 1,
      input.cursor === undefined ? null : { at, incidentId },
    );
    const shown = rows.slice(0, input.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ exactAt: _exactAt, ...row }) => row),
      nextCursor: rows.length > input.limit && last ? encodeCursor([last.exactAt, last.incidentId]) : null,
    };
  };
}
