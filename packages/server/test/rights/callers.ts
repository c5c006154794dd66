// Who acts in the table of rights: for each role a person at a room, one at a department, one at headquarters.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { permissions } from '@marsad/contract/administration/permissions.ts';
import { shippedRoles } from '@marsad/contract/administration/roles.ts';
import type pg from 'pg';
import { makeRole, right } from '../administration.ts';
import { origin, type TestServer } from '../server.ts';
import { idOf, type Post, posts } from './places.ts';

/** A role that must have a second factor, of people who have none. */
export const notEnrolled = 'not_enrolled';
/** Everything everywhere, with a password that an administrator set and its person has not yet changed. */
export const temporaryPassword = 'temporary_password';
/** Everything everywhere, through a program's token for reading incidents alone. */
export const readingToken = 'reading_token';
const tokenActions = ['incident.read'];

/** Roles made on the screen for the table: every right there is, over one area. */
const made = { every_unit: 'unit', every_centre: 'centre', every_force: 'force' } as const;
const everywhere = [notEnrolled, temporaryPassword, readingToken];
/** What holds them back is a matter of sessions: they come with one. */
const heldBack = [notEnrolled, temporaryPassword];

/** The columns of the table, in their order. */
export const roleCodes: readonly string[] = [
  ...shippedRoles.map((role) => role.code),
  ...Object.keys(made),
  ...everywhere,
];

export interface Callers {
  personOf(role: string, post: Post): string;
  /** A session of theirs, or what they may do through a whole token: the same rights, at half the cost of a call. */
  headersOf(role: string, post: Post, how?: 'session' | 'token'): Record<string, string>;
  /** Somebody with neither post nor part in anything: whose things are nobody's of the table. */
  stranger: string;
}

/** Makes the roles by the operation, and puts people, posts, sessions and tokens into the database. */
export async function appoint(server: TestServer, owner: pg.Pool): Promise<Callers> {
  const rightsOver = (area: string) =>
    permissions.filter(({ action }) => !action.endsWith('.self')).map(({ action }) => right(action, area));
  const admin = await server.signIn('admin');
  for (const [code, area] of Object.entries(made)) await makeRole(server, admin, code, rightsOver(area));
  for (const code of everywhere) await makeRole(server, admin, code, rightsOver('everywhere'));
  const sessions = new Map<string, Record<string, string>>();
  const tokens = new Map<string, Record<string, string>>();
  const rows = roleCodes.flatMap((role) =>
    posts.map((post) => {
      const id = idOf('person', role, post);
      const session = randomBytes(24).toString('hex');
      // As the sign-in library signs its cookie: HMAC-SHA-256 over the token. So many real sign-ins would cost a minute.
      const signature = createHmac('sha256', server.sessionKey).update(session).digest('base64');
      const token = `msd_${randomBytes(32).toString('base64url')}`;
      const cookie = `marsad.session_token=${encodeURIComponent(`${session}.${signature}`)}`;
      const bearer = { authorization: `Bearer ${token}` };
      sessions.set(id, role === readingToken ? bearer : { cookie, origin });
      tokens.set(id, heldBack.includes(role) ? { cookie, origin } : bearer);
      const digest = createHash('sha256').update(token).digest('hex');
      return { id, role, unit: server.unit(post), session, digest, name: `${role}.${post}`.toLowerCase() };
    }),
  );
  await owner.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS g(id uuid, role text, unit int, session text, digest text, name text)),
       p AS (INSERT INTO person (person_id, user_name, name_ar, name_latin, language) SELECT id, name, role, role, 'en' FROM given),
       o AS (INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
         SELECT gen_random_uuid(), id, role_id, unit, '2020-01-01' FROM given JOIN role ON role.code = given.role),
       u AS (INSERT INTO auth_user (id, name, email, username, password_temporary)
         SELECT id::text, role, id || '@x.invalid', name, role = $4 FROM given),
       t AS (INSERT INTO api_token (token_id, person_id, name, secret_digest, actions, created_at)
         SELECT gen_random_uuid(), id, 'x', decode(digest, 'hex'), CASE role WHEN $3 THEN $2::text[] END, now() FROM given)
     INSERT INTO auth_session (id, expires_at, token, user_id) SELECT id::text, now() + interval '1 hour', session, id::text FROM given`,
    [JSON.stringify(rows), tokenActions, readingToken, temporaryPassword],
  );
  const stranger = idOf('person', 'stranger');
  await owner.query(
    `WITH p AS (INSERT INTO person (person_id, user_name, name_ar, name_latin) VALUES ($1, 'stranger', 'x', 'x'))
     INSERT INTO auth_user (id, name, email, username) VALUES ($1::text, 'x', 'stranger@x.invalid', 'stranger')`,
    [stranger],
  );
  const personOf = (role: string, post: Post): string => idOf('person', role, post);
  return {
    personOf,
    stranger,
    headersOf: (role, post, how = 'session') => (how === 'session' ? sessions : tokens).get(personOf(role, post)) ?? {},
  };
}
