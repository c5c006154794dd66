import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { reasonText } from '@marsad/contract/platform/reasons.ts';
import {
  createDirectory,
  createToken,
  findTerminalActor,
  listTokens,
  Organisation,
  ownerOfToken,
  revokeToken,
} from '@marsad/server/capabilities/administration/index.ts';
import { systemClock } from '@marsad/server/platform/clock/clock.ts';
import { createPool, kyselyOf } from '@marsad/server/platform/db/pools.ts';
import type { Actor } from '@marsad/server/platform/operations/actor.ts';
import { type CommandRunner, runCommand } from '@marsad/server/platform/operations/run-command.ts';
import { runQuery } from '@marsad/server/platform/operations/run-query.ts';
import type { Command } from 'commander';
import { withDatabase } from '../connect.ts';
import { Refusal } from '../refusal.ts';

const permission = 'account.self';

interface CreateOptions {
  for: string;
  name: string;
  actions?: string;
  days: string;
}

/** `marsad token create`, `list` and `revoke`: the same operations as on the page of the account, from the machine itself. */
export function token(group: Command): void {
  group
    .command('create')
    .description('make a token for a program; it is printed once and stands nowhere')
    .requiredOption('--for <user>', 'the person whose rights it has')
    .requiredOption('--name <name>', 'what it is for')
    .option('--actions <a,b>', 'only these actions, as incident.read,incident.log (all of the person’s when absent)')
    .option('--days <n>', 'days until it ends', '90')
    .action((options: CreateOptions) => asPerson(options.for, (session) => create(session, options)));
  group
    .command('list')
    .description('the tokens of a person')
    .requiredOption('--for <user>', 'the person')
    .action((options: { for: string }) => asPerson(options.for, list));
  group
    .command('revoke')
    .description('end a token at once')
    .argument('<id>', 'as `marsad token list` shows it')
    .action((tokenId: string) => withRunner((runner, find) => revoke(runner, find, tokenId)));
}

interface Session {
  runner: CommandRunner;
  directory: ReturnType<typeof createDirectory>;
  actor: Actor;
}
type Find = (userName: string) => Promise<Session>;

async function withRunner(work: (runner: CommandRunner, find: Find) => Promise<void>): Promise<void> {
  await withDatabase(async ({ runtimeUrl, keys }) => {
    const runtime = createPool(runtimeUrl, { max: 2, name: 'token', door: true });
    try {
      const db = kyselyOf(runtime);
      const organisation = new Organisation(db);
      await organisation.reload();
      const directory = createDirectory(db, organisation);
      const runner = {
        db,
        clock: systemClock,
        directory,
        auditKey: keys.audit,
        committed: () => {},
        offlineLimitHours: 1,
      };
      await work(runner, async (userName) => {
        const actor = await findTerminalActor(db, directory, userName);
        if (!actor)
          throw new Refusal(`Expected the user name of an active person, got "${userName}". Look it up and try again.`);
        return { runner, directory, actor };
      });
    } catch (error) {
      const { data } = error as { data?: { reason?: string; parameters?: Record<string, string | number> } };
      throw data?.reason ? new Refusal(reasonText(data.reason, 'en', data.parameters)) : error;
    } finally {
      await runtime.end();
    }
  });
}

const asPerson = (userName: string, work: (session: Session) => Promise<void>): Promise<void> =>
  withRunner(async (_runner, find) => work(await find(userName)));

async function create({ runner, directory, actor }: Session, options: CreateOptions): Promise<void> {
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 1 || days > 730)
    throw new Refusal(`Expected days from 1 to 730, got "${options.days}".`);
  const name = options.name.trim();
  if (name === '' || name.length > 80) throw new Refusal(`Expected a name of 1 to 80 characters, got ${name.length}.`);
  const secret = `msd_${randomBytes(32).toString('base64url')}`;
  const made = await runCommand(
    runner,
    'administration.createToken',
    permission,
    actor,
    {
      commandId: randomUUID(),
      tokenId: randomUUID(),
      name,
      secretDigest: createHash('sha256').update(secret).digest('hex'),
      actions: options.actions?.split(',').map((action) => action.trim()),
      days,
    },
    createToken(directory),
  );
  console.error(`Token ${made.tokenId} for ${options.for}, until ${made.expiresAt}. It is shown this once:`);
  console.log(secret);
}

async function list({ runner, actor }: Session): Promise<void> {
  const tokens = await runQuery(runner, permission, false, actor, undefined, listTokens);
  if (tokens.length === 0) console.log('No tokens.');
  for (const one of tokens) {
    const state = one.revokedAt ? `revoked ${one.revokedAt}` : `until ${one.expiresAt ?? 'revoked'}`;
    const used = one.lastUsedAt ? `last used ${one.lastUsedAt}` : 'never used';
    console.log([one.tokenId, one.name, one.actions?.join(',') ?? 'all actions', state, used].join('  '));
  }
}

async function revoke(runner: CommandRunner, find: Find, tokenId: string): Promise<void> {
  const owner = await ownerOfToken(runner.db, tokenId);
  if (owner === undefined)
    throw new Refusal(`Expected the id of a token, got "${tokenId}". See: marsad token list --for USER`);
  const { actor } = await find(owner);
  const input = { commandId: randomUUID(), tokenId };
  const { revokedAt } = await runCommand(runner, 'administration.revokeToken', permission, actor, input, revokeToken);
  console.log(`Revoked since ${revokedAt}.`);
}
