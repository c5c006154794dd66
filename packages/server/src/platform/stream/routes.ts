import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Actor, isEmptyScope, type SqlScope } from '../operations/actor.ts';
import { reloadFrame, type StreamHub, type Subscriber } from './hub.ts';

export interface StreamOptions {
  hub: StreamHub;
  /** Resolves when the hub has every event positioned before the call. */
  catchUp(): Promise<void>;
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  scopeOf(actor: Actor): SqlScope;
  /** The same person with the posts they hold now; null when they are no longer let in. */
  renew(actor: Actor): Promise<Actor | null>;
  heartbeatSeconds?: number;
}

// A socket that cannot take a megabyte is dead or hopelessly slow: it is closed and comes back from its last position.
const backlogBytes = 1_000_000;

/**
 * `GET /api/stream?epoch=..&position=..` as server-sent events. Each carries its position as id; after a break the
 * browser's Last-Event-ID (or `position`) resumes. An event `reload` says that the screen must load anew.
 */
export function mountStream(app: FastifyInstance, options: StreamOptions): void {
  app.get('/api/stream', async (request, reply) => {
    const actor = await options.actorOf(request);
    if (!actor) return reply.code(401).send();
    const scope = options.scopeOf(actor);
    if (isEmptyScope(scope)) return reply.code(403).send();
    const { epoch, position } = request.query as { epoch?: string; position?: string };
    const last = Number(request.headers['last-event-id'] ?? position ?? options.hub.position);
    // A board read a moment ago, from another server perhaps, may be ahead of what this one has handed on.
    if (last > options.hub.position) await options.catchUp();

    reply.hijack();
    const socket = reply.raw;
    socket.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    socket.write('retry: 1000\n\n');
    const scopeKey = keyOf(scope);
    let known: Actor | null = actor;
    // A right that is gone ends the stream; the screen comes back and is judged anew.
    const leaveIfChanged = (): void => {
      if (known && keyOf(options.scopeOf(known)) === scopeKey) return;
      options.hub.unsubscribe(subscriber);
      socket.end(reloadFrame);
    };
    const subscriber: Subscriber = {
      scopeKey,
      scope,
      personId: actor.personId,
      send: (frame) => {
        socket.write(frame);
        return socket.writableLength < backlogBytes;
      },
      close: () => socket.end(),
      recheck: async () => {
        known = await options.renew(actor);
        leaveIfChanged();
      },
    };
    const answer = options.hub.subscribe(subscriber, epoch ?? options.hub.epoch, Number.isFinite(last) ? last : -1);
    if (answer === 'reload') {
      socket.end(reloadFrame);
      return;
    }
    socket.write(
      `event: hello\ndata: ${JSON.stringify({ epoch: options.hub.epoch, position: options.hub.position })}\n\n`,
    );
    let beats = 0;
    const heartbeat = setInterval(
      () => {
        // Everything up to here that this screen may see has been sent: it can resume from here, however little came.
        socket.write(`event: beat\ndata: ${JSON.stringify({ position: options.hub.position })}\n\n`);
        // Posts begin and end by the calendar too, without any event; sessions end and tokens are revoked.
        beats += 1;
        if (beats % beatsBetweenLooks === 0) subscriber.recheck?.().catch(() => undefined);
        else leaveIfChanged();
      },
      (options.heartbeatSeconds ?? 15) * 1000,
    );
    request.raw.on('close', () => {
      clearInterval(heartbeat);
      options.hub.unsubscribe(subscriber);
    });
  });
}

// Each minute: a thousand streams cost the database some seventeen small questions a second.
const beatsBetweenLooks = 4;

const keyOf = (scope: SqlScope): string =>
  `${scope.units.join(',')}|${scope.pairs.join(',')}|${scope.ownUnits.join(',')}`;
