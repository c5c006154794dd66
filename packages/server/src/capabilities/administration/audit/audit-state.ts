import type { contract } from '@marsad/contract';
import type { OutputOf } from '@marsad/contract/platform/operation.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { readAuditState, requestVerification } from './store.ts';

/** How the chain stands. */
export const getAuditState = ({ tx }: QueryContext): Promise<OutputOf<typeof contract.administration.getAuditState>> =>
  readAuditState(tx);

/** Asks for a walk along the chain. */
export async function verifyAuditChain(
  context: CommandContext,
): Promise<OutputOf<typeof contract.administration.verifyAuditChain>> {
  await requestVerification(context.tx);
  context.audit({
    kind: 'consultation',
    action: 'audit.verification_requested',
    subjectKind: 'audit_log',
    subjectId: 'chain',
  });
  return { requested: true };
}
