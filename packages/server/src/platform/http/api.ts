import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '@marsad/contract/platform/reasons.ts';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { type AnyRouter, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../operations/actor.ts';
import type { CommandRunner } from '../operations/run-command.ts';
import type { RequestContext } from '../operations/wire.ts';
import { languageOf } from './language.ts';
import { errorsOf, type Issue, problemOf } from './problem.ts';
import { unexpected } from './unexpected.ts';

export interface ApiOptions {
  router: AnyRouter;
  runner: CommandRunner;
  unhurried: CommandRunner;
  /** The person behind a request, by session cookie or bearer token; null when nobody is signed in. */
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  /** Refuses state-changing requests of another origin; undefined lets it pass. */
  refuseOrigin(request: FastifyRequest): string | undefined;
  /** Told of every operation that ran: its name, `ok` or the code of its failure, and how long it took. */
  observe(operation: string, outcome: string, seconds: number): void;
}

type Context = RequestContext & { request: FastifyRequest };

/**
 * Mounts every operation twice over one router: `/rpc` for the web application (types without weight in the browser)
 * and `/api` for programs, as the OpenAPI document says, with problem details.
 */
export function mountApi(app: FastifyInstance, options: ApiOptions): void {
  // The library may copy an error on its way to the encoder, so the language travels with the request instead.
  const languages = new AsyncLocalStorage<Language>();
  const guard = async (call: { context: Context; path: readonly string[]; next(): Promise<unknown> }) => {
    const { request } = call.context;
    request.operation = call.path.join('.');
    const began = performance.now();
    let outcome = 'ok';
    try {
      return await call.next();
    } catch (error) {
      const told = expected(error) ?? unexpected(error, request.log);
      outcome = told.code;
      throw told;
    } finally {
      options.observe(request.operation, outcome, (performance.now() - began) / 1000);
    }
  };
  // A list for each handler: plugins add to the one they are given.
  const interceptors = () => [async (call: Parameters<typeof guard>[0]) => guard(call) as never];
  const openapi = new OpenAPIHandler(options.router as never, {
    clientInterceptors: interceptors() as never,
    customErrorResponseBodyEncoder: (error) => problemOf(error, languages.getStore() ?? 'ar'),
  });
  const rpc = new RPCHandler(options.router as never, { clientInterceptors: interceptors() as never });

  const serve =
    (handler: typeof openapi | typeof rpc, prefix: '/api' | '/rpc') =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const foreign = options.refuseOrigin(request);
      const asked = foreign ? null : await options.actorOf(request);
      // A page whose seat has changed hands in another tab neither reads nor writes as the person who came after.
      const other = asked !== null && speaksForAnother(request, asked);
      const actor = other ? null : asked;
      const language = actor?.language ?? languageOf(request.headers['accept-language']);
      if (foreign) {
        const error = new ORPCError('FORBIDDEN', { status: 403, data: { reason: 'origin.foreign' } });
        return reply.code(403).type('application/problem+json').send(problemOf(error, language));
      }
      if (other) {
        const error = new ORPCError('UNAUTHORIZED', { status: 401, data: { reason: 'session.other_person' } });
        return reply.code(401).type('application/problem+json').send(problemOf(error, language));
      }
      reply.header('cache-control', 'no-store');
      const context: Context = { actor, runner: options.runner, unhurried: options.unhurried, request };
      const { matched } = await languages.run(language, () =>
        handler.handle(request, reply, { prefix, context } as never),
      );
      if (!matched) {
        const error = new ORPCError('NOT_FOUND', { status: 404, data: { reason: 'path.unknown' } });
        return reply.code(404).type('application/problem+json').send(problemOf(error, language));
      }
    };
  app.all('/rpc/*', serve(rpc, '/rpc'));
  app.all('/api/*', {
    handler: serve(openapi, '/api'),
    // The library names every body JSON; a problem has a name of its own.
    onSend: async (_request, reply) => {
      if (reply.statusCode >= 400) reply.type('application/problem+json');
    },
  });
}

const speaksForAnother = (request: FastifyRequest, actor: Actor): boolean => {
  const person = request.headers['x-marsad-person'];
  return person !== undefined && person !== actor.personId;
};

function expected(error: unknown): ORPCError<string, unknown> | null {
  if (!(error instanceof ORPCError) || error.status >= 500) return null;
  const { issues } = (error.data ?? {}) as { issues?: readonly Issue[] };
  if (!issues) return error;
  // The schema's own words become a refusal like every other: with a reason, and the fields it is about.
  const { code, status, message } = error;
  return new ORPCError(code, { status, message, data: { reason: 'input.invalid', errors: errorsOf(issues), issues } });
}
