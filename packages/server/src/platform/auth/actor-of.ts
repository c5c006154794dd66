// Who is behind a request: a person with a session cookie, or a program with a token. Never both at once.
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Clock } from '../clock/clock.ts';
import type { Actor, Directory } from '../operations/actor.ts';
import { batched } from '../operations/batched.ts';
import type { Auth } from './auth.ts';
import { headersOf } from './call-library.ts';

export interface ActorOptions {
  auth: Auth;
  pool: pg.Pool;
  clock: Clock;
  directory: Directory;
  /** Whether one of a person's posts demands a second factor. */
  demandsSecondFactor(posts: Actor['posts']): boolean;
}

const tokenPattern = /^Bearer (msd_[A-Za-z0-9_-]{43})$/;
const useSeconds = 60;

/** Whether a request says that it comes from a program: then its cookies mean nothing. */
export const isProgram = (request: FastifyRequest): boolean => request.headers.authorization !== undefined;

/** SHA-256 of a whole token, as it is kept. */
export const digestOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Returns the function that tells who sends a request; null for nobody, a forged, revoked or run-out token, or a person no longer active. */
export function createActorOf(options: ActorOptions): (request: FastifyRequest) => Promise<Actor | null> {
  const { auth, directory } = options;
  return async (request) => {
    if (isProgram(request)) return actorOfToken(options, request);
    if (!request.headers.cookie) return null;
    const session = await auth.api.getSession({ headers: headersOf(request) });
    if (!session) return null;
    const person = await directory.findPerson(session.user.id);
    if (!person) return null;
    const actingPostId = request.headers['x-marsad-post'];
    return {
      ...person,
      tokenActions: null,
      ...(typeof actingPostId === 'string' && { actingPostId }),
      sessionId: session.session.id,
      sourceAddress: request.ip,
      mustChoosePassword: session.user.passwordTemporary === true,
      mustEnrol: !session.user.twoFactorEnabled && options.demandsSecondFactor(person.posts),
    };
  };
}

async function actorOfToken(options: ActorOptions, request: FastifyRequest): Promise<Actor | null> {
  const token = tokenPattern.exec(request.headers.authorization ?? '')?.[1];
  if (!token) return null;
  const now = options.clock.now();
  const found = await options.pool.query(
    `SELECT token_id, person_id, actions, last_used_at FROM api_token
     WHERE secret_digest = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
    [digestOfToken(token), now],
  );
  const row = found.rows[0];
  const person = row && (await options.directory.findPerson(row.person_id));
  if (!person) return null;
  // Told to the minute: a busy program costs no write a request.
  if (row.last_used_at === null || now.getTime() - new Date(row.last_used_at).getTime() > useSeconds * 1000)
    await options.pool.query('UPDATE api_token SET last_used_at = $2 WHERE token_id = $1', [row.token_id, now]);
  return {
    ...person,
    tokenActions: row.actions,
    tokenId: row.token_id,
    sessionId: null,
    sourceAddress: request.ip,
  };
}

type Standing = Pick<Actor, 'tokenId' | 'sessionId'>;

/**
 * Returns the function that tells whether the session or token behind an actor still stands: what looks on for hours asks now
 * and then, without keeping it awake. All who ask at once are answered by one question for sessions and one for tokens.
 */
export function createStillStands({
  pool,
  clock,
}: Pick<ActorOptions, 'pool' | 'clock'>): (actor: Standing) => Promise<boolean> {
  const reader = (select: string) =>
    batched(async (ids: readonly string[]) => {
      const found = await pool.query(select, [ids, clock.now()]);
      return new Map(found.rows.map((row) => [row.id as string, true]));
    });
  const session = reader('SELECT id FROM auth_session WHERE id = ANY ($1) AND expires_at > $2');
  const token = reader(
    `SELECT token_id AS id FROM api_token
     WHERE token_id = ANY ($1) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
  );
  return async ({ tokenId, sessionId }) => {
    if (tokenId) return (await token(tokenId)) ?? false;
    return sessionId !== null && ((await session(sessionId)) ?? false);
  };
}
