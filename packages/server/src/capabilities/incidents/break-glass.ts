import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { bumpIncident } from './change-store.ts';
import { insertGrant } from './involved-store.ts';
import { report, takeIncident, tell } from './take-incident.ts';

type Operation = typeof contract.incidents.breakGlass;

const openMilliseconds = 3_600_000;

/** Opens the restricted parts of one incident to one person for an hour; everybody who reads the story sees that and why. */
export async function breakGlass(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx, now, actor, commandId } = context;
  const incident = await takeIncident(context, input.incidentId);
  // From now, not from when it was asked for: what waited for the link opens nothing in the past.
  const until = new Date(now.getTime() + openMilliseconds).toISOString();
  await insertGrant(tx, {
    grant_id: commandId,
    incident_id: input.incidentId,
    person_id: actor.personId,
    reason: input.reason,
    granted_at: now,
    until,
  });
  await tell(context, incident, { kind: 'break_glass', text: input.reason, data: { until } });
  await bumpIncident(tx, input.incidentId, now);
  report(context, incident, 'glass_broken', ['involved_person', 'involved_vehicle'], input, {
    reason: input.reason,
    payload: { personId: actor.personId, until },
  });
  return { until };
}
