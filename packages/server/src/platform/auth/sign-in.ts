// The two steps of signing in. An attempt is counted before it is judged; the answer to a wrong name, a wrong password
// and a person no longer in service or locked is one and the same.
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { refuse } from '../operations/refuse.ts';
import type { Access } from './access.ts';
import { attemptsOnNobody, forgiveAttempts, takeAttempt, useCodeOnce } from './attempts.ts';
import { callLibrary, cookiesOf, headersOf, passCookies } from './call-library.ts';
import type { AuthService } from './routes.ts';

const credentials = z.object({ username: z.string().max(200), password: z.string().max(1000) });
const oneCode = z.object({ code: z.string().trim().min(1).max(40) });
// As the library knows names; anything else is nobody and costs no row.
const possibleName = /^[a-z0-9_.]{2,30}$/;
const challengeCookie = /(^|[-.])two_factor$/;

/** What comes after a step: a code is asked for, and there is no session yet; or a password of one's own, and it opens nothing yet. */
interface Next {
  secondStep: boolean;
  ownPassword: boolean;
}

/** User name and password. */
export async function signIn(service: AuthService, request: FastifyRequest, reply: FastifyReply): Promise<Next> {
  const given = credentials.safeParse(request.body);
  const name = given.success ? given.data.username.trim().toLowerCase() : '';
  if (!given.success || !possibleName.test(name)) return refuseSignIn(service, request, null);
  const person = await findAccount(service, 'u.username = $1', name);
  const attempts = person ? name : attemptsOnNobody(name);
  if (!(await takeAttempt(service.pool, attempts, request.ip, service.clock.now())))
    return refuseLocked(service, request, person?.id ?? null);
  const answer = await callLibrary({
    ...service,
    request,
    path: '/sign-in/username',
    // Whoever is no longer in service, or locked, takes as long to be refused as a wrong password.
    body: { username: name, password: person?.serves ? given.data.password : randomUUID() },
  });
  if (!answer.ok || !person) return refuseSignIn(service, request, person?.id ?? null);
  await forgiveAttempts(service.pool, name, request.ip);
  passCookies(reply, answer);
  if (answer.body.twoFactorRedirect) {
    await service.log(access(request, 'session.second_step_asked', person.id));
    return { secondStep: true, ownPassword: false };
  }
  await endSessionBefore(service, request);
  await service.log(access(request, 'session.signed_in', person.id));
  return { secondStep: false, ownPassword: person.temporary };
}

/** The code of the second step, from the application or one of the backup codes. */
export function secondStep(kind: 'totp' | 'backup_code') {
  return async (service: AuthService, request: FastifyRequest, reply: FastifyReply): Promise<Next> => {
    const { pool, clock } = service;
    const given = oneCode.safeParse(request.body);
    const person = await findAccount(service, 'u.id = $1', await challengedUser(service, request));
    if (!person?.serves) return refuse('UNAUTHORIZED', 'second_factor.expired');
    const attempts = secondFactorAttempts(person.id);
    if (!(await takeAttempt(pool, attempts, request.ip, clock.now()))) return refuseLocked(service, request, person.id);
    const code = given.success ? given.data.code.replaceAll(' ', '') : '';
    const fresh = kind === 'backup_code' || (await useCodeOnce(pool, person.id, code, clock.now()));
    const answer = await callLibrary({
      ...service,
      request,
      path: kind === 'totp' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code',
      body: { code: fresh ? code : '' },
      cookies: challengeCookie,
    });
    passCookies(reply, answer);
    if (!answer.ok) {
      await service.log(access(request, 'session.second_step_refused', person.id, kind));
      const over = answer.code.startsWith('TOO_MANY') || answer.code === 'INVALID_TWO_FACTOR_COOKIE';
      return refuse('UNAUTHORIZED', over ? 'second_factor.expired' : 'second_factor.wrong', { field: 'code' });
    }
    await forgiveAttempts(pool, attempts, request.ip);
    await endSessionBefore(service, request);
    await service.log(access(request, 'session.signed_in', person.id, kind));
    return { secondStep: false, ownPassword: person.temporary };
  };
}

export const secondFactorAttempts = (userId: string): string => `second-step:${userId}`;

export const access = (request: FastifyRequest, action: string, personId: string | null, reason?: string): Access => ({
  action,
  personId,
  sourceAddress: request.ip,
  reason,
});

async function refuseSignIn(service: AuthService, request: FastifyRequest, personId: string | null): Promise<never> {
  await logRefusal(service, access(request, 'session.refused', personId));
  return refuse('UNAUTHORIZED', 'sign_in.wrong');
}

export async function refuseLocked(
  service: AuthService,
  request: FastifyRequest,
  personId: string | null,
): Promise<never> {
  await logRefusal(service, access(request, 'session.locked', personId));
  return refuse('TOO_MANY_REQUESTS', 'sign_in.locked');
}

async function logRefusal({ refusals, log }: AuthService, refused: Access): Promise<void> {
  const written = refusals(refused.sourceAddress ?? '');
  if (written === 'entry') await log(refused);
  if (written === 'flood') await log({ ...refused, action: 'session.flooded', personId: null });
}

async function findAccount(
  { pool }: AuthService,
  where: 'u.username = $1' | 'u.id = $1',
  value: string | null,
): Promise<{ id: string; serves: boolean; temporary: boolean } | undefined> {
  const found = await pool.query(
    `SELECT u.id, person_serves(p.person_id) AS serves, u.password_temporary AS temporary FROM auth_user u JOIN person p ON p.person_id = u.id::uuid WHERE ${where}`,
    [value],
  );
  return found.rows[0];
}

/** Whose password was right a moment ago. The library checks the cookie's signature; this only says whose attempts to count. */
async function challengedUser({ pool, clock }: AuthService, request: FastifyRequest): Promise<string | null> {
  const cookie = cookiesOf(request).find(([name]) => challengeCookie.test(name))?.[1];
  if (!cookie) return null;
  const identifier = decoded(cookie).split('.')[0];
  const found = await pool.query('SELECT value FROM auth_verification WHERE identifier = $1 AND expires_at > $2', [
    identifier,
    clock.now(),
  ]);
  return found.rows[0]?.value ?? null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** The session that this browser had before ends: a new sign-in leaves nothing behind. */
async function endSessionBefore({ auth, pool }: AuthService, request: FastifyRequest): Promise<void> {
  const before = await auth.api.getSession({ headers: headersOf(request) });
  if (before) await pool.query('DELETE FROM auth_session WHERE id = $1', [before.session.id]);
}
