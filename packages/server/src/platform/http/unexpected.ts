import { ORPCError } from '@orpc/server';
import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';

/** Logs a failure that nobody foresaw under a new id and returns the error that tells that id and nothing of the inside. */
export function unexpected(error: unknown, log: FastifyRequest['log']): ORPCError<string, unknown> {
  const id = uuidv7();
  // The message of a database error may quote values: only its code, its constraint and where it arose are logged.
  const { code, constraint, stack, name } = error as {
    code?: string;
    constraint?: string;
    stack?: string;
    name?: string;
  };
  const frames = stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12);
  log.error({ id, name, code, constraint, frames }, 'unexpected failure');
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    status: 500,
    message: 'unexpected',
    data: { reason: 'unexpected', parameters: { id } },
  });
}
