// Everybody and everything that the table of rights speaks of: for each role three people (at a room, at a department, at
// headquarters), and for each cell an incident of its own, so that no call meets what another has changed.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { shippedRoles } from '@marsad/contract/administration/roles.ts';
import type pg from 'pg';
import type { TestServer } from '../server.ts';

/** Where the record lies, seen from the post: see rights-table.md. */
export const letters = ['s', 'o', 'n', 'c', 'd', 'x', 'h'] as const;
export type Letter = (typeof letters)[number];

const postOf: Record<Letter, 'TRI' | 'D-TRF' | 'HQ'> = {
  s: 'TRI',
  o: 'TRI',
  n: 'TRI',
  c: 'TRI',
  d: 'D-TRF',
  x: 'D-TRF',
  h: 'HQ',
};
const roomOf: Record<Letter, string> = { s: 'TRI', o: 'TRI', n: 'AKK', c: 'BEY', d: 'TRI', x: 'TRI', h: 'TRI' };
const typeOf = (letter: Letter): string => (letter === 'd' ? 'traffic.damage' : 'violence.fight');

/** The same id for the same words, every time: what a failure names can be looked up. */
export function idOf(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface Target {
  incidentId: string;
  /** Another incident in the same place, of the same type and maker. */
  companionId: string;
  roomId: number;
  forceId: number;
  typeId: number;
  patrolUnitId: number;
  assignmentId: string;
  clockId: string;
  involvedId: string;
  attachmentId: string;
}

export interface Cast {
  cookieOf(role: string, letter: Letter): string;
  targetOf(operation: string, role: string, letter: Letter): Target;
}

/** Puts people, sessions and incidents into a server's database. `operations` are those that work on an incident. */
export async function castTable(server: TestServer, owner: pg.Pool, operations: readonly string[]): Promise<Cast> {
  const roles = shippedRoles.map((role) => role.code);
  const posts = [...new Set(Object.values(postOf))];
  const personOf = (role: string, letter: Letter): string => idOf('person', role, postOf[letter]);
  const cookies = await appoint(server, owner, roles, posts);
  const forceId = server.unit('PRA');
  const units = await unitsOfRooms(owner);
  const incidents = roles.flatMap((role) =>
    letters.flatMap((letter) =>
      ['companion', ...operations].map((operation) => ({
        incident_id: idOf(operation, role, letter),
        force_id: forceId,
        room_id: server.unit(roomOf[letter]),
        type_id: server.type(typeOf(letter)),
        created_by: letter === 's' ? personOf(role, letter) : null,
        operation,
        companion: idOf('companion', role, letter),
        patrol_unit_id: units.get(server.unit(roomOf[letter])),
      })),
    ),
  );
  await insertIncidents(owner, incidents);
  return {
    cookieOf: (role, letter) => cookies.get(personOf(role, letter)) ?? '',
    targetOf: (operation, role, letter) => {
      const incidentId = idOf(operation, role, letter);
      const roomId = server.unit(roomOf[letter]);
      return {
        incidentId,
        companionId: idOf('companion', role, letter),
        roomId,
        forceId,
        typeId: server.type(typeOf(letter)),
        patrolUnitId: units.get(roomId) ?? 0,
        assignmentId: idOf('assignment', incidentId),
        clockId: idOf('clock', incidentId),
        involvedId: idOf('involved', incidentId),
        attachmentId: idOf('attachment', incidentId),
      };
    },
  };
}

async function appoint(server: TestServer, owner: pg.Pool, roles: string[], units: string[]) {
  const cookies = new Map<string, string>();
  const people = roles.flatMap((role) => units.map((unit) => ({ role, unit, id: idOf('person', role, unit) })));
  const rows = people.map(({ role, unit, id }) => {
    const token = randomBytes(24).toString('hex');
    // As the sign-in library signs its cookie: HMAC-SHA-256 over the token. Fifty-one real sign-ins would cost a minute.
    const signature = createHmac('sha256', server.sessionKey).update(token).digest('base64');
    cookies.set(id, `marsad.session_token=${encodeURIComponent(`${token}.${signature}`)}`);
    return {
      id,
      role,
      unit: server.unit(unit),
      token,
      user_name: `${role}.${unit}`.toLowerCase().replaceAll('-', '_'),
    };
  });
  await owner.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS g(id uuid, role text, unit int, token text, user_name text)),
       p AS (INSERT INTO person (person_id, user_name, name_ar, name_latin, language) SELECT id, user_name, role, role, 'en' FROM given),
       o AS (INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
         SELECT gen_random_uuid(), id, role_id, unit, '2020-01-01' FROM given JOIN role ON role.code = given.role),
       u AS (INSERT INTO auth_user (id, name, email, username) SELECT id::text, role, id || '@x.invalid', user_name FROM given)
     INSERT INTO auth_session (id, expires_at, token, user_id) SELECT id::text, now() + interval '1 hour', token, id::text FROM given`,
    [JSON.stringify(rows)],
  );
  return cookies;
}

async function unitsOfRooms(owner: pg.Pool): Promise<Map<number, number>> {
  const found = await owner.query('SELECT room_id, min(patrol_unit_id) AS unit FROM patrol_unit GROUP BY room_id');
  return new Map(found.rows.map((row) => [row.room_id, row.unit]));
}

// Unit at work, clock, person involved, link: only where an operation works on one, so that nothing stands in another's way.
async function insertIncidents(owner: pg.Pool, incidents: object[]): Promise<void> {
  const given =
    'FROM jsonb_to_recordset($1) AS g(incident_id uuid, force_id int, room_id int, type_id int, created_by uuid, operation text, companion uuid, patrol_unit_id int)';
  const id = (name: string) =>
    `(SELECT (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12))::uuid
      FROM encode(sha256(convert_to('${name}|' || g.incident_id, 'UTF8')), 'hex') h)`;
  const json = [JSON.stringify(incidents)];
  await owner.query(
    `INSERT INTO incident (incident_id, force_id, room_id, type_id, priority, status, origin, place_text, created_at, made_at, created_by)
     SELECT incident_id, force_id, room_id, type_id, 2, 'open', 'reported', 'x', now() - interval '1 hour', now(), created_by ${given}`,
    json,
  );
  await owner.query(
    `INSERT INTO assignment (incident_id, assignment_id, patrol_unit_id, status, assigned_at, made_at)
     SELECT incident_id, ${id('assignment')}, patrol_unit_id, 'assigned', now(), now() ${given}
     WHERE operation ILIKE '%assignment%' AND operation NOT ILIKE '%assignUnit%'`,
    json,
  );
  await owner.query(
    `INSERT INTO incident_clock (incident_id, clock_id, clock, at, source, made_at)
     SELECT incident_id, ${id('clock')}, 'answered', now() - interval '50 minutes', 'person', now() ${given} WHERE operation LIKE '%Clock'`,
    json,
  );
  await owner.query(
    `INSERT INTO involved_person (incident_id, involved_id, involvement, name, made_at)
     SELECT incident_id, ${id('involved')}, 'witness', 'x', now() ${given} WHERE operation LIKE '%nvolved'`,
    json,
  );
  await owner.query(
    `INSERT INTO attachment (incident_id, attachment_id, file_name, media_type, byte_count, sha256, made_at)
     SELECT incident_id, ${id('attachment')}, 'x', 'text/plain', 1, '\\x00', now() ${given} WHERE operation LIKE '%withdrawAttachment'`,
    json,
  );
  await owner.query(
    `INSERT INTO incident_link (incident_id, other_id, kind, made_at)
     SELECT incident_id, companion, 'related', now() ${given} WHERE operation LIKE '%unlinkIncidents'`,
    json,
  );
}
