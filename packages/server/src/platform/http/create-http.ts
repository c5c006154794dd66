// The HTTP server before any route: what is logged, how long anybody may take, what every answer carries.
import type { Writable } from 'node:stream';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import { ORPCError } from '@orpc/server';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { languageOf } from './language.ts';
import { problemOf } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import { describeError, unexpected } from './unexpected.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The operation of the contract that answers; empty where another route does. */
    operation: string;
  }
}

export interface HttpOptions {
  logLevel: string;
  /** Where log lines go; standard output when absent. */
  logTo?: Writable | undefined;
  /** Certificate chain and key (PEM): HTTPS with HTTP/2. Without them plain HTTP. */
  tls?: { cert: Buffer; key: Buffer } | undefined;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  proxies?: string[] | undefined;
  /** Whether people reach this server by HTTPS, here or at a proxy. */
  secure: boolean;
  /** The longest a request's own body may take; files sent as streams have no such limit. */
  bodySeconds?: number;
}

const mostBodyBytes = 4_000_000;
const headersMilliseconds = 15_000;
// A connection on which nothing moves: streams of events send a beat every 15 seconds.
const idleMilliseconds = 120_000;

/** Makes the server: log lines hold request id, operation, outcome and duration, never an address, a query or a value. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const common = {
    logger:
      options.logLevel === 'silent'
        ? false
        : {
            level: options.logLevel,
            ...(options.logTo && { stream: options.logTo }),
            serializers: { req: () => ({}), res: () => ({}), err: describeError },
          },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => uuidv7(),
    bodyLimit: mostBodyBytes,
    connectionTimeout: idleMilliseconds,
    trustProxy: options.proxies ?? false,
  };
  // What hangs on one connection is many streams in HTTP/2; its types differ in ways that no handler here sees.
  const http = options.tls
    ? (Fastify({ ...common, http2: true, https: { ...options.tls, allowHTTP1: true } }) as unknown as FastifyInstance)
    : Fastify(common);
  if ('headersTimeout' in http.server) http.server.headersTimeout = headersMilliseconds;
  http.decorateRequest('operation', '');
  addHeaders(http, options.secure);
  endSlowBodies(http, options.bodySeconds ?? 30);
  logOutcomes(http);
  http.setErrorHandler(answerError);
  await http.register(fastifyCompress, { globalDecompression: false, encodings: ['br', 'gzip'], brotliOptions });
  return http;
}

// Lists are made anew for each caller: what the densest level would save costs more than it spares.
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

function addHeaders(http: FastifyInstance, secure: boolean): void {
  const headers = securityHeaders(secure);
  http.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    reply.header('x-request-id', request.id);
  });
}

/** Whoever sends a body byte by byte holds a connection for nothing: it is cut off. A body taken as a stream is its route's own. */
function endSlowBodies(http: FastifyInstance, seconds: number): void {
  const waiting = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const stop = (request: FastifyRequest) => clearTimeout(waiting.get(request));
  http.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    waiting.set(
      request,
      setTimeout(() => request.raw.destroy(), seconds * 1000),
    );
  });
  http.addHook('preValidation', async (request) => stop(request));
  http.addHook('onResponse', async (request) => stop(request));
  http.addHook('onRequestAbort', async (request) => stop(request));
  http.addHook('onError', async (request) => stop(request));
}

function logOutcomes(http: FastifyInstance): void {
  http.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: routeOf(request),
        ...(request.operation && { operation: request.operation }),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
}

/** The template of the route that answers a request (`/api/*`), never the address that was asked. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none';

const reasonsByStatus: Record<number, [code: string, reason: string]> = {
  400: ['BAD_REQUEST', 'body.malformed'],
  413: ['PAYLOAD_TOO_LARGE', 'body.too_large'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'body.kind'],
};

// What the framework refuses before an operation is reached, and what no operation caught.
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  const [code, reason] = reasonsByStatus[status] ?? (status < 500 ? ['BAD_REQUEST', 'body.malformed'] : []);
  const told = code && reason ? new ORPCError(code, { status, data: { reason } }) : unexpected(error, request.log);
  return reply
    .code(told.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(problemOf(told, languageOf(request.headers['accept-language'])));
}
