import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { type Organisation, reachesUnit } from '../administration/index.ts';
import { boardRowsOfRoom, streamPosition, unitsOfRoom } from './store.ts';

type Operation = typeof contract.incidents.getBoard;

/** The board of one room. The position is read first: what comes after it arrives again on the stream, never too little. */
export function getBoard(organisation: Organisation) {
  return async ({ tx, scope }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const room = organisation.findUnit(input.roomId);
    if (!room || !reachesUnit(scope, room)) refuse('NOT_FOUND', 'room.unknown', { field: 'roomId' });
    const { epoch, position } = await streamPosition(tx);
    const { rows, cut } = await boardRowsOfRoom(tx, input.roomId);
    const units = await unitsOfRoom(tx, input.roomId);
    return {
      epoch,
      position,
      incidents: rows,
      units: units as OutputOf<Operation>['units'],
      cut,
    };
  };
}
