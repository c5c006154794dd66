import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { bumpIncident } from './change-store.ts';
import { insertPerson } from './involved-store.ts';
import { judgePast, judgeTimes } from './judge-input.ts';
import { insertCall } from './link-store.ts';
import { report, takeCorrectable, tell } from './take-incident.ts';

type Operation = typeof contract.incidents.addCall;

/** Joins a call to an incident; the caller is written where only those may read who may. */
export async function addCall(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx, actor, madeAt, now } = context;
  const incident = await takeCorrectable(context, input.incidentId);
  judgeTimes({ callStartedAt: input.startedAt, answeredAt: input.answeredAt }, now);
  if (input.endedAt) {
    judgePast(input.endedAt, now, 'endedAt');
    const begun = input.answeredAt ?? input.startedAt;
    if (begun && Date.parse(input.endedAt) < Date.parse(begun))
      refuse('UNPROCESSABLE_CONTENT', 'time.order', { field: 'endedAt' });
  }
  await insertCall(tx, {
    incident_id: input.incidentId,
    call_id: input.callId,
    channel: input.channel,
    started_at: input.startedAt ?? null,
    answered_at: input.answeredAt ?? null,
    ended_at: input.endedAt ?? null,
    taken_by: actor.personId,
    made_at: madeAt,
    received_at: now,
  });
  const { caller } = input;
  if (caller && (caller.name || caller.telephone)) {
    await insertPerson(tx, {
      incident_id: input.incidentId,
      involved_id: caller.involvedId,
      involvement: 'caller',
      name: caller.name || null,
      telephone: caller.telephone || null,
      added_by: actor.personId,
      made_at: madeAt,
      received_at: now,
    });
  }
  await tell(context, incident, { kind: 'call', text: input.text || null, data: { channel: input.channel } });
  const version = await bumpIncident(tx, input.incidentId, now);
  report(context, incident, 'call_joined', caller ? ['call', 'involved_person'] : ['call'], input);
  return { version };
}
