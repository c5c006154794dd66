import type { contract } from '@marsad/contract';
import type { OutputOf } from '@marsad/contract/platform/operation.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { endSessions, sessionsOf } from './store.ts';

/** Where the caller is signed in, this session first. */
export async function listSessions({
  tx,
  actor,
  now,
}: QueryContext): Promise<OutputOf<typeof contract.administration.listSessions>> {
  const sessions = await sessionsOf(tx, actor.personId, now);
  const told = sessions.map((session) => ({ ...session, current: session.sessionId === actor.sessionId }));
  return told.sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends every session of the caller but this one. */
export async function endOtherSessions(
  context: CommandContext,
): Promise<OutputOf<typeof contract.administration.endOtherSessions>> {
  const { tx, actor } = context;
  const ended = await endSessions(tx, actor.personId, actor.sessionId);
  context.audit({
    kind: 'access',
    action: 'session.others_ended',
    subjectKind: 'account',
    subjectId: actor.personId,
  });
  return { ended };
}
