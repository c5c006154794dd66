import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { bumpIncident, type LockedIncident } from './change-store.ts';
import { beginLink, endLink, hasChildren, setParentOf } from './link-store.ts';
import { report, takeBoth, takeIncident, tell } from './take-incident.ts';

type Link = typeof contract.incidents.linkIncidents;
type Unlink = typeof contract.incidents.unlinkIncidents;
type SetParent = typeof contract.incidents.setParent;

/** Links two incidents; both must lie in the area where the person may. */
export async function linkIncidents(context: CommandContext, input: InputOf<Link>): Promise<OutputOf<Link>> {
  const [one, other] = await takeBoth(context, input.incidentId, input.otherId, 'otherId');
  const { tx, actor, now } = context;
  if (!(await beginLink(tx, one.incidentId, other.incidentId, actor.personId, now)))
    refuse('CONFLICT', 'link.present', { field: 'otherId' });
  return tellBoth(context, one, other, { done: 'linked', reason: input.reason });
}

/** Ends a link. */
export async function unlinkIncidents(context: CommandContext, input: InputOf<Unlink>): Promise<OutputOf<Unlink>> {
  const [one, other] = await takeBoth(context, input.incidentId, input.otherId, 'otherId');
  const { tx, actor, now } = context;
  if (!(await endLink(tx, one.incidentId, other.incidentId, actor.personId, now)))
    refuse('CONFLICT', 'link.absent', { field: 'otherId' });
  return tellBoth(context, one, other, { done: 'unlinked', reason: input.reason });
}

/** Puts an incident under a parent, or takes it out. One level deep, so that no circle can close. */
export async function setParent(context: CommandContext, input: InputOf<SetParent>): Promise<OutputOf<SetParent>> {
  const { tx, now } = context;
  if (input.parentId === null) {
    const child = await takeIncident(context, input.incidentId);
    if (child.parentId === null) refuse('CONFLICT', 'link.absent', { field: 'parentId' });
    await setParentOf(tx, child.incidentId, null);
    await tell(context, child, { kind: 'link', data: { done: 'parent_removed' } });
    const version = await bumpIncident(tx, child.incidentId, now);
    report(context, child, 'linked', ['parent'], input);
    return { version };
  }
  const [child, parent] = await takeBoth(context, input.incidentId, input.parentId, 'parentId');
  if (child.parentId === parent.incidentId) refuse('CONFLICT', 'link.present', { field: 'parentId' });
  if (parent.parentId !== null || parent.duplicateOf !== null)
    refuse('UNPROCESSABLE_CONTENT', 'link.parent_is_child', { field: 'parentId' });
  if (await hasChildren(tx, child.incidentId))
    refuse('UNPROCESSABLE_CONTENT', 'link.child_is_parent', { field: 'incidentId' });
  await setParentOf(tx, child.incidentId, parent.incidentId);
  return tellBoth(context, child, parent, { done: 'parent_set', seenFromOther: 'child_added' });
}

interface Tie {
  done: string;
  seenFromOther?: string;
  reason?: string | undefined;
}

async function tellBoth(context: CommandContext, one: LockedIncident, other: LockedIncident, tie: Tie) {
  const { tx, now } = context;
  const pairs = [
    [one, other, tie.done],
    [other, one, tie.seenFromOther ?? tie.done],
  ] as const;
  const versions: number[] = [];
  for (const [here, there, done] of pairs) {
    const data = { done, number: there.number, incidentId: there.incidentId };
    await tell(context, here, { kind: 'link', text: tie.reason || null, data });
    versions.push(await bumpIncident(tx, here.incidentId, now));
    report(context, here, 'linked', [tie.done.startsWith('parent') ? 'parent' : 'link'], {
      other: there.incidentId,
      done,
    });
  }
  return { version: versions[0] as number };
}
