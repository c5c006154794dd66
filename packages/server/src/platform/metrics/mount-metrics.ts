import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { routeOf } from '../http/create-http.ts';
import type { Metrics } from './metrics.ts';

/**
 * Mounts `GET /metrics` and counts every request. Without a token only this machine itself may read it, and nothing that a
 * proxy passed on; with one, whoever sends it as a bearer token.
 */
export function mountMetrics(http: FastifyInstance, metrics: Metrics, token: string | null): void {
  http.addHook('onResponse', async (request, reply) =>
    metrics.observeRequest(request.method, routeOf(request), reply.statusCode, reply.elapsedTime / 1000),
  );
  http.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) return reply.code(403).type('text/plain').send('Not from here.\n');
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function mayRead(request: FastifyRequest, token: string | null): boolean {
  if (token !== null) return sameText(request.headers.authorization ?? '', `Bearer ${token}`);
  const { headers, socket } = request;
  const passedOn = headers['x-forwarded-for'] ?? headers.forwarded ?? headers['x-real-ip'];
  return passedOn === undefined && loopback.has(socket.remoteAddress ?? '');
}

// Compared as digests, so that the time taken says nothing of the token.
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
