import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { homeOf, judgeSign } from './judge-patrol.ts';
import { findBySign, insertPatrolUnit } from './store.ts';

type Operation = typeof contract.administration.addPatrolUnit;

/** Makes a patrol unit of a room or station. */
export async function addPatrolUnit(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx, now } = context;
  const { forceId, roomId, stationId } = homeOf(await openTree(context), input.homeId);
  const { callSign, kind, homeId } = input;
  judgeSign(await findBySign(tx, roomId, callSign));
  const patrolUnitId = await insertPatrolUnit(tx, { callSign, kind, roomId, stationId }, now);
  await reportChange(context, {
    action: 'patrol_unit_made',
    subjectKind: 'patrol_unit',
    subjectId: patrolUnitId,
    unitId: homeId,
    changes: differences({}, { callSign, kind, homeId, active: true }),
    values: input,
    boards: [{ forceId, roomId }],
  });
  return { patrolUnitId };
}
