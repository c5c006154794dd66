import type { OperationMeta } from '@marsad/contract/platform/operation.ts';
import type { Actor } from './actor.ts';
import { refuse } from './refuse.ts';
import { requireReady } from './require-ready.ts';
import { type CommandContext, type CommandRunner, runCommand } from './run-command.ts';
import { type QueryContext, runQuery } from './run-query.ts';

/** What a request brings to an operation: who asks, and the machinery of this server. */
export interface RequestContext {
  actor: Actor | null;
  runner: CommandRunner;
  /** The same on connections of its own, for what may take seconds: however many wait there, dispatch does not. */
  unhurried: CommandRunner;
}

interface Call<Input> {
  input: Input;
  context: RequestContext;
  path: readonly string[];
  procedure: { '~orpc': { meta: OperationMeta } };
}

function requireActor(context: RequestContext): Actor {
  return context.actor ?? refuse('UNAUTHORIZED', 'session.missing');
}

function requirePermission(actor: Actor, permission: string): void {
  // The means of signing in are the person's own: no program changes them, whatever else it may.
  if (actor.tokenId && permission === 'account.self') refuse('FORBIDDEN', 'token.not_for_account');
  requireReady(actor, permission);
  if (actor.tokenActions && permission !== 'session.self' && !actor.tokenActions.includes(permission)) {
    refuse('FORBIDDEN', 'token.action', { parameters: { action: permission } });
  }
}

/** Makes an oRPC handler of a command operation: permission from the contract, one transaction, idempotent. */
export function asCommand<Input extends { commandId: string }, Output>(
  handle: (context: CommandContext, input: Input) => Promise<Output>,
) {
  return async ({ input, context, path, procedure }: Call<Input>): Promise<Output> => {
    const actor = requireActor(context);
    const { permission, offline } = procedure['~orpc'].meta;
    requirePermission(actor, permission);
    return runCommand(context.runner, path.join('.'), permission, actor, input, handle, { offline, again: true });
  };
}

/** Makes an oRPC handler of a query operation: permission from the contract, read-only under the person's area. */
export function asQuery<Input, Output>(handle: (context: QueryContext, input: Input) => Promise<Output>) {
  return async ({ input, context, procedure }: Call<Input>): Promise<Output> => {
    const actor = requireActor(context);
    const { permission, kind } = procedure['~orpc'].meta;
    requirePermission(actor, permission);
    return runQuery(context.runner, permission, kind === 'consultation', actor, input, handle);
  };
}

/** As `asQuery`, for figures, searches and files, which may take seconds. */
export function asUnhurriedQuery<Input, Output>(handle: (context: QueryContext, input: Input) => Promise<Output>) {
  const answer = asQuery(handle);
  return (call: Call<Input>): Promise<Output> =>
    answer({ ...call, context: { ...call.context, runner: call.context.unhurried } });
}
