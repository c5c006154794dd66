// A number is a room's own: what other forces and other kinds of unit are called never keeps a room from logging.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { runtimePasswordOfTests, startTestServer, type TestServer } from '../../../test/server.ts';
import { knownMigrations, migrate } from '../../platform/db/migrate.ts';
import { connectClient } from '../../platform/db/pools.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'akkar');
});
afterAll(() => server.close());

const log = (userName: string, roomId: number) =>
  room.post(userName, '', {
    incidentId: uuidv7(),
    roomId,
    typeId: server.type('violence.fight'),
    placeText: 'ساحة التمرين',
  });

test('a second force with a room of the same code logs, and gives the same numbers in its own series', async () => {
  await room.owner(
    `INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone)
     VALUES (990001, 'force', 'OTH', 'قوة أخرى', 'Other', 'Autre', NULL, 990001, 'Asia/Beirut'),
       (990002, 'operations_room', 'TRI', 'غرفة أخرى', 'Other room', 'Autre salle', 990001, 990001, 'Asia/Beirut')`,
  );
  await room.owner(
    `INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
     SELECT gen_random_uuid(), p.person_id, r.role_id, 990002, '2020-01-01' FROM person p, role r
     WHERE p.user_name = 'akkar' AND r.code = 'dispatcher'`,
  );
  await server.organisation.reload();
  server.directory.forget();
  const [first, here] = await log('dispatcher', server.unit('TRI'));
  expect(first).toBe(200);
  expect(await log('akkar', 990002)).toMatchObject([200, { number: (here as { number: string }).number }]);
});

test('a number that is given already is refused in words, and nothing of the incident is kept', async () => {
  await log('dispatcher', server.unit('TRI'));
  await room.owner('UPDATE incident_serial SET last_serial = last_serial - 1 WHERE room_id = $1', [server.unit('TRI')]);
  const before = await room.owner('SELECT count(*) FROM incident');
  expect(await log('dispatcher', server.unit('TRI'))).toEqual([409, 'incident.number_taken']);
  expect(await room.owner('SELECT count(*) FROM incident')).toEqual(before);
});

test('a database in which a room and a centre share a code is brought along: who has given numbers keeps it', async () => {
  const url = new URL(inject('ownerUrl'));
  url.pathname = '/numbers_of_before';
  const ask = async (address: string, text: string) => {
    const client = await connectClient(address, 'test');
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  await ask(inject('ownerUrl'), 'CREATE DATABASE numbers_of_before');
  try {
    await migrate(
      url.href,
      runtimePasswordOfTests,
      knownMigrations().filter((name) => name < '20261125022100'),
    );
    await ask(
      url.href,
      `INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone)
       VALUES (1, 'force', 'F', 'x', 'x', 'x', NULL, 1, 'UTC'), (2, 'command_centre', 'N', 'x', 'x', 'x', 1, 1, 'UTC'),
         (3, 'operations_room', 'N', 'x', 'x', 'x', 2, 1, 'UTC'), (4, 'station', 'N', 'x', 'x', 'x', 3, 1, 'UTC')`,
    );
    await ask(url.href, 'INSERT INTO incident_serial VALUES (3, 26, 7)');
    await migrate(url.href, runtimePasswordOfTests);
    expect(await ask(url.href, 'SELECT unit_id, code FROM org_unit ORDER BY 1')).toEqual([
      { unit_id: 1, code: 'F' },
      { unit_id: 2, code: 'N-2' },
      { unit_id: 3, code: 'N' },
      { unit_id: 4, code: 'N' },
    ]);
    const told = 'SELECT subject_id, field, old_value, new_value FROM organisation_change';
    expect(await ask(url.href, told)).toEqual([{ subject_id: '2', field: 'code', old_value: 'N', new_value: 'N-2' }]);
  } finally {
    await ask(inject('ownerUrl'), 'DROP DATABASE numbers_of_before WITH (FORCE)');
  }
});
