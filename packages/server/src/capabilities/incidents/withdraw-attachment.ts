import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { findAttachment, withdraw } from './attachment-store.ts';
import { bumpIncident } from './change-store.ts';
import { report, takeIncident, tell } from './take-incident.ts';

type Operation = typeof contract.incidents.withdrawAttachment;

/** Withdraws an attachment, of an incident that is over too: its row and its story stay, its bytes are served to nobody. */
export async function withdrawAttachment(
  context: CommandContext,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { tx, actor, now } = context;
  const { incidentId, attachmentId, reason } = input;
  const incident = await takeIncident(context, incidentId);
  const found =
    (await findAttachment(tx, incidentId, attachmentId)) ??
    refuse('NOT_FOUND', 'attachment.not_found', { field: 'attachmentId' });
  if (found.withdrawnAt !== null) refuse('CONFLICT', 'attachment.withdrawn', { field: 'attachmentId' });
  await withdraw(tx, incidentId, attachmentId, { personId: actor.personId, reason, now });
  await tell(context, incident, { kind: 'attachment', text: reason, data: { attachmentId, withdrawn: true } });
  const version = await bumpIncident(tx, incidentId, now);
  report(context, incident, 'attachment_withdrawn', ['attachment'], input, { kind: 'erasure', reason });
  return { version };
}
