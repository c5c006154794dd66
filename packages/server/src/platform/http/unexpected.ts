// What nobody expected: told to the caller without anything of the inside, and logged under an id without any value.
import { ORPCError } from '@orpc/server';
import type { FastifyBaseLogger } from 'fastify';
import { v7 as uuidv7 } from 'uuid';

/** An error as it may be logged: its message is left out, for one of a database may quote what somebody typed. */
export function describeError(error: unknown): {
  type: string;
  message: string;
  stack: string;
  code?: string;
  constraint?: string;
} {
  const { code, constraint, stack, name } = (error ?? {}) as Record<string, unknown>;
  const frames =
    typeof stack === 'string' ? stack.split('\n').filter((line) => line.trimStart().startsWith('at ')) : [];
  return {
    type: typeof name === 'string' ? name : typeof error,
    message: 'withheld',
    stack: frames
      .slice(0, 12)
      .map((line) => line.trim())
      .join('; '),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
  };
}

const fullDisk = new Set(['53100', 'ENOSPC', 'EDQUOT']);
const lostDatabase = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/;

/**
 * The answer for a failure that no operation declares: `storage.full` and `database.unreachable` are told as such and may be
 * sent again, all else is `unexpected` with the id it is logged under.
 */
export function unexpected(error: unknown, log: Pick<FastifyBaseLogger, 'error'>): ORPCError<string, unknown> {
  const id = uuidv7();
  log.error({ failureId: id, err: error }, 'unexpected failure');
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const known = typeof code === 'string' ? code : '';
  if (fullDisk.has(known)) return unavailable('storage.full');
  if (
    lostDatabase.test(known) ||
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(String(message))
  )
    return unavailable('database.unreachable');
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    status: 500,
    message: 'unexpected',
    data: { reason: 'unexpected', parameters: { id } },
  });
}

const unavailable = (reason: string): ORPCError<string, unknown> =>
  new ORPCError('SERVICE_UNAVAILABLE', { status: 503, message: reason, data: { reason } });
