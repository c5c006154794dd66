// Who acts from the machine's own terminal, and what their commands run with.
import { reasonText } from '@marsad/contract/platform/reasons.ts';
import { createDirectory, findTerminalActor, Organisation } from '@marsad/server/capabilities/administration/index.ts';
import { systemClock } from '@marsad/server/platform/clock/clock.ts';
import { createPool, kyselyOf } from '@marsad/server/platform/db/pools.ts';
import type { Actor } from '@marsad/server/platform/operations/actor.ts';
import type { CommandRunner } from '@marsad/server/platform/operations/run-command.ts';
import type { Connection } from './connect.ts';
import { Refusal } from './refusal.ts';

export interface Terminal {
  runner: CommandRunner;
  organisation: Organisation;
  actor: Actor;
}

/** Runs `work` as the person named, or the first administrator. @throws Refusal in a sentence for the terminal */
export async function withTerminal<Result>(
  { runtimeUrl, keys }: Connection,
  userName: string | undefined,
  work: (terminal: Terminal) => Promise<Result>,
): Promise<Result> {
  const runtime = createPool(runtimeUrl, { max: 2, statementSeconds: 300, name: 'terminal' });
  try {
    const db = kyselyOf(runtime);
    const organisation = new Organisation(db);
    await organisation.reload();
    const directory = createDirectory(db, organisation);
    const actor = await findTerminalActor(db, directory, userName);
    if (!actor)
      throw new Refusal(
        `Expected an administrator${userName ? ` named ${userName}` : ''}, got none. Make one with: marsad admin create`,
      );
    const runner: CommandRunner = {
      db,
      clock: systemClock,
      directory,
      auditKey: keys.audit,
      committed: () => {},
      offlineLimitHours: 72,
    };
    return await work({ runner, organisation, actor });
  } catch (error) {
    const { data } = error as { data?: { reason?: string; parameters?: Record<string, string | number> } };
    if (data?.reason) throw new Refusal(reasonText(data.reason, 'en', data.parameters));
    throw error;
  } finally {
    await runtime.end();
  }
}
