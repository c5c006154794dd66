import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { type Home, homeOf, judgeSign } from './judge-patrol.ts';
import { findBySign, lockPatrolUnit, updatePatrolUnit } from './store.ts';

type Operation = typeof contract.administration.changePatrolUnit;

/** Changes what a patrol unit is called, where it belongs and whether it is in use. */
export async function changePatrolUnit(
  context: CommandContext,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { tx, now } = context;
  const tree = await openTree(context);
  const unit = await lockPatrolUnit(tx, input.patrolUnitId);
  const before = unit && { ...unit, homeId: unit.stationId ?? unit.roomId };
  if (!before || !tree.reaches(before.homeId)) refuse('NOT_FOUND', 'patrol.unknown', { field: 'patrolUnitId' });
  const forceId = tree.take(before.homeId).forceId;
  // Where it belongs already is not judged again: one whose station has ended can still be taken out of use.
  const home: Pick<Home, 'forceId' | 'roomId' | 'stationId'> =
    input.homeId === before.homeId && !input.active
      ? { forceId, roomId: before.roomId, stationId: before.stationId }
      : homeOf(tree, input.homeId);
  if (home.forceId !== forceId) refuse('CONFLICT', 'unit.other_force', { field: 'homeId' });
  if (before.incidentId !== null && (home.roomId !== before.roomId || !input.active))
    refuse('CONFLICT', 'patrol.busy', { field: input.active ? 'homeId' : 'active' });
  judgeSign(await findBySign(tx, home.roomId, input.callSign), before.patrolUnitId);
  const fieldsOf = ({ callSign, kind, homeId, active }: typeof before | typeof input) => ({
    callSign,
    kind,
    homeId,
    active,
  });
  const changes = differences(fieldsOf(before), fieldsOf(input));
  const { patrolUnitId } = before;
  const seen = { kind: 'patrol_unit', id: patrolUnitId, version: before.version, seen: input.version } as const;
  await refuseChangedMeanwhile(context, seen, changes);
  let { version } = before;
  if (changes.length > 0) {
    const { callSign, kind, active } = input;
    const after = { callSign, kind, active, roomId: home.roomId, stationId: home.stationId };
    version = await updatePatrolUnit(tx, patrolUnitId, after, active && !before.active ? now : null);
  }
  await reportChange(context, {
    action: 'patrol_unit_changed',
    subjectKind: 'patrol_unit',
    subjectId: patrolUnitId,
    unitId: input.homeId,
    reason: input.reason,
    changes,
    version,
    values: input,
    boards: [...new Set([before.roomId, home.roomId])].map((roomId) => ({ forceId, roomId })),
  });
  return { version, changed: changes.map((change) => change.field) };
}
