// What a person does with their own means of signing in. Each asks for the password again, and guesses of it here count
// as guesses at the door.
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { refuse } from '../operations/refuse.ts';
import { forgiveAttempts, takeAttempt, useCodeOnce } from './attempts.ts';
import { callLibrary, headersOf, type LibraryAnswer, passCookies } from './call-library.ts';
import { judgePassword } from './judge-password.ts';
import type { AuthService } from './routes.ts';
import { access, refuseLocked, secondFactorAttempts } from './sign-in.ts';

const onePassword = z.object({ password: z.string().max(1000) });
const twoPasswords = z.object({ currentPassword: z.string().max(1000), newPassword: z.string().max(1000) });
const oneCode = z.object({ code: z.string().max(40) });
const why = z.object({ locked: z.boolean().default(false) });

type Handler = (service: AuthService, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Begins a second factor: answers `{ totpUri, backupCodes }`, which are shown once. It is on only when confirmed. */
export const beginSecondFactor: Handler = async (service, request) => {
  const answer = await withPassword(service, request, '/two-factor/enable', 'second_factor.begun');
  return { totpUri: answer.body.totpURI, backupCodes: answer.body.backupCodes };
};

/** Turns the second factor on: the first code proves that the application holds the secret. */
export const confirmSecondFactor: Handler = async (service, request, reply) => {
  const user = await signedIn(service, request);
  const given = oneCode.safeParse(request.body);
  const { pool, clock } = service;
  const attempts = secondFactorAttempts(user.id);
  if (!(await takeAttempt(pool, attempts, request.ip, clock.now()))) return refuseLocked(service, request, user.id);
  const code = given.success ? given.data.code.replaceAll(' ', '') : '';
  const fresh = await useCodeOnce(pool, user.id, code, clock.now());
  const answer = await callLibrary({
    ...service,
    request,
    path: '/two-factor/verify-totp',
    body: { code: fresh ? code : '' },
  });
  if (!answer.ok) return refuse('UNPROCESSABLE_CONTENT', 'second_factor.wrong', { field: 'code' });
  await forgiveAttempts(pool, attempts, request.ip);
  passCookies(reply, answer);
  await service.log(access(request, 'second_factor.on', user.id));
  return { on: true };
};

export const endSecondFactor: Handler = async (service, request, reply) => {
  const answer = await withPassword(service, request, '/two-factor/disable', 'second_factor.off');
  passCookies(reply, answer);
  return { on: false };
};

/** New backup codes, shown once; the old ones no longer work. */
export const makeBackupCodes: Handler = async (service, request) => {
  const path = '/two-factor/generate-backup-codes';
  const answer = await withPassword(service, request, path, 'second_factor.codes_made');
  return { backupCodes: answer.body.backupCodes };
};

/** Changes the own password and ends all other sessions; whoever had a temporary one is let in with it. */
export const changePassword: Handler = async (service, request, reply) => {
  const user = await signedIn(service, request, true);
  const given = twoPasswords.safeParse(request.body);
  if (!given.success) return refuse('UNPROCESSABLE_CONTENT', 'password.wrong', { field: 'currentPassword' });
  const wrong = judgePassword(given.data.newPassword, user.name);
  if (wrong) return refuse('UNPROCESSABLE_CONTENT', wrong, { field: 'newPassword' });
  if (given.data.newPassword === given.data.currentPassword)
    return refuse('UNPROCESSABLE_CONTENT', 'password.same', { field: 'newPassword' });
  await countPassword(service, request, user);
  const answer = await callLibrary({
    ...service,
    request,
    path: '/change-password',
    body: { ...given.data, revokeOtherSessions: true },
  });
  await judgeAnswer(service, request, user, answer);
  await service.pool.query('UPDATE auth_user SET password_temporary = false WHERE id = $1', [user.id]);
  passCookies(reply, answer);
  await service.log(access(request, 'password.changed', user.id));
  return { changed: true };
};

/** Ends the session; with `locked` because the seat was left, which the log tells apart. */
export const signOut: Handler = async (service, request, reply) => {
  const session = await service.auth.api.getSession({ headers: headersOf(request) });
  passCookies(reply, await callLibrary({ ...service, request, path: '/sign-out', body: {} }));
  const locked = why.safeParse(request.body ?? {}).data?.locked ?? false;
  const action = locked ? 'session.screen_locked' : 'session.signed_out';
  if (session) await service.log(access(request, action, session.user.id));
  return { signedOut: true };
};

interface User {
  id: string;
  name: string;
}

/** Whoever is signed in; refuses who must choose a password first, unless that is what they do. */
async function signedIn({ auth, pool }: AuthService, request: FastifyRequest, choosing = false): Promise<User> {
  const session = await auth.api.getSession({ headers: headersOf(request) });
  const found =
    session && (await pool.query('SELECT 1 FROM person WHERE person_id = $1 AND active', [session.user.id]));
  if (!session || found?.rowCount !== 1) return refuse('UNAUTHORIZED', 'session.missing');
  if (session.user.passwordTemporary && !choosing) return refuse('UNAUTHORIZED', 'password.temporary');
  return { id: session.user.id, name: session.user.username ?? '' };
}

async function withPassword(
  service: AuthService,
  request: FastifyRequest,
  path: string,
  action: string,
): Promise<LibraryAnswer> {
  const user = await signedIn(service, request);
  const given = onePassword.safeParse(request.body);
  if (!given.success) return refuse('UNPROCESSABLE_CONTENT', 'password.wrong', { field: 'password' });
  await countPassword(service, request, user);
  const answer = await callLibrary({ ...service, request, path, body: given.data });
  await judgeAnswer(service, request, user, answer);
  await service.log(access(request, action, user.id));
  return answer;
}

async function countPassword(service: AuthService, request: FastifyRequest, user: User): Promise<void> {
  if (!(await takeAttempt(service.pool, user.name, request.ip, service.clock.now())))
    await refuseLocked(service, request, user.id);
}

async function judgeAnswer(
  service: AuthService,
  request: FastifyRequest,
  user: User,
  answer: LibraryAnswer,
): Promise<void> {
  if (answer.code === 'INVALID_PASSWORD') {
    await service.log(access(request, 'password.refused', user.id));
    refuse('UNPROCESSABLE_CONTENT', 'password.wrong', { field: 'password' });
  }
  // The password was right, whatever else was not.
  await forgiveAttempts(service.pool, user.name, request.ip);
  if (answer.code === 'TOTP_ALREADY_ENABLED') refuse('CONFLICT', 'second_factor.is_on');
  if (!answer.ok) refuse('CONFLICT', 'second_factor.is_off');
}
