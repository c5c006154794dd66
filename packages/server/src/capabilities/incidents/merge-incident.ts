import type { contract } from '@marsad/contract';
import { isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { IncidentStatus } from '@marsad/contract/incidents/incident-moves.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { bumpIncident, type LockedIncident, lockAssignments } from './change-store.ts';
import { setDuplicateOf } from './link-store.ts';
import { moveUnits } from './move-units.ts';
import { report, takeBoth, tell } from './take-incident.ts';

type Operation = typeof contract.incidents.mergeIncident;

const mergeable: readonly IncidentStatus[] = ['scheduled', 'open', 'dispatched', 'on_scene', 'on_hold', 'resolved'];
const working: readonly IncidentStatus[] = ['open', 'dispatched', 'on_scene'];

/** Merges a duplicate into another incident. Its record stays; the other shows its calls and, when asked, takes its units. */
export async function mergeIncident(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx, now } = context;
  const [duplicate, into] = await takeBoth(context, input.incidentId, input.intoId, 'intoId');
  if (!mergeable.includes(duplicate.status as IncidentStatus))
    refuse('CONFLICT', 'incident.move', { field: 'incidentId' });
  if (into.status === 'duplicate' || into.status === 'cancelled' || into.status === 'draft')
    refuse('CONFLICT', 'merge.into', { field: 'intoId' });
  const moved = await judgeUnits(context, duplicate, into, input.moveUnits);
  if (moved.length > 0) await moveUnits(context, moved, duplicate, into);

  const version = await setDuplicateOf(tx, duplicate.incidentId, into.incidentId, now);
  const units = moved.length > 0 ? { units: moved.map((one) => one.callSign) } : {};
  await tell(context, duplicate, {
    kind: 'merge',
    text: input.reason || null,
    data: { done: 'into', number: into.number, incidentId: into.incidentId, ...units },
  });
  await tell(context, into, {
    kind: 'merge',
    text: input.reason || null,
    data: { done: 'from', number: duplicate.number, incidentId: duplicate.incidentId, ...units },
  });
  const onScene = moved.some((one) => one.status === 'on_scene' || one.status === 'transporting');
  const after = moved.length === 0 || into.status === 'on_scene' ? undefined : onScene ? 'on_scene' : 'dispatched';
  await bumpIncident(tx, into.incidentId, now, after);
  report(context, duplicate, 'merged', ['status', 'duplicate_of'], input);
  report(context, into, 'took_duplicate', moved.length > 0 ? ['assignment', 'status'] : ['duplicate'], {
    from: duplicate.incidentId,
  });
  return { version };
}

async function judgeUnits(context: CommandContext, duplicate: LockedIncident, into: LockedIncident, asked: boolean) {
  const assignments = await lockAssignments(context.tx, duplicate.incidentId);
  const atWork = assignments.filter((one) => !isOver(one.status as Parameters<typeof isOver>[0]));
  if (atWork.length === 0) return [];
  const units = atWork.map((one) => one.callSign).join(', ');
  if (!asked) refuse('CONFLICT', 'merge.units_at_work', { field: 'moveUnits', parameters: { units } });
  if (!working.includes(into.status as IncidentStatus) || into.roomId !== duplicate.roomId)
    refuse('CONFLICT', 'merge.units_stay', { field: 'moveUnits', parameters: { units } });
  return atWork;
}
