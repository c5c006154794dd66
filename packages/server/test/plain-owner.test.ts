// A force's own PostgreSQL: who owns the database is an ordinary role there, neither superuser nor BYPASSRLS, and stands behind
// the walls of the tables it owns unless it is let in. Everything must work as it does for an owner whom no wall binds.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { seedReference } from '../src/capabilities/administration/seed/seed-reference.ts';
import { loadPracticeForce } from '../src/capabilities/training/practice/load-practice-force.ts';
import { makeBackup } from '../src/platform/backup/make-backup.ts';
import { checkBackup, restoreBackup } from '../src/platform/backup/restore-backup.ts';
import { listHidingTables } from '../src/platform/backup/store.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { connectClient, createPool } from '../src/platform/db/pools.ts';
import { ensureRuntimeRole } from '../src/platform/db/runtime-role.ts';
import { callsOf, daysFromNow, today } from './administration.ts';
import { follow } from './follow.ts';
import { Room } from './room.ts';
import { runtimePasswordOfTests, startTestServer, type TestServer } from './server.ts';

// Roles are shared by every test of the cluster.
const name = `plain_${randomBytes(6).toString('hex')}`;
let cluster: Awaited<ReturnType<typeof connectClient>>;
let server: TestServer;
let room: Room;

beforeAll(async () => {
  cluster = await connectClient(inject('ownerUrl'), 'tests');
  await ensureRuntimeRole(cluster, inject('ownerUrl'), runtimePasswordOfTests);
  await cluster.query(`CREATE ROLE ${name} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '${name}'`);
  await cluster.query(`CREATE DATABASE ${name} OWNER ${name}`);
  const url = new URL(inject('ownerUrl'));
  Object.assign(url, { username: name, password: name, pathname: `/${name}` });
  await migrate(url.href, runtimePasswordOfTests);
  const owner = createPool(url.href, { max: 1, name: 'tests' });
  await seedReference(owner);
  await loadPracticeForce(owner);
  await owner.end();
  const again = { ownerUrl: url.href, auditKey: randomBytes(32), sessionKey: randomBytes(32).toString('hex') };
  server = await startTestServer(inject('ownerUrl'), { again });
  room = new Room(server);
  await room.signIn('dispatcher', 'admin', 'hq');
});
afterAll(async () => {
  await server?.close();
  for (const database of [name, `${name}_again`])
    await cluster.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await cluster.query(`DROP ROLE IF EXISTS ${name}`);
  await cluster.end();
});

test('every table with a wall that binds its owner lets the owner in', async () => {
  const shut = await room.owner(
    `SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity
       AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = c.oid AND polname = 'owner_works')`,
  );
  expect(shut).toEqual([]);
});

test('an incident is on the stream with its row, in the figures, and found by search', async () => {
  const stream = await follow(server, room.cookie('dispatcher'), room);
  const id = await room.logged({ placeText: 'مستديرة الملولة' });
  await expect
    .poll(() => stream.events().find((event) => event.incidentId === id)?.incident)
    .toMatchObject({
      incidentId: id,
    });
  stream.close();
  await server.martCaughtUp();
  const call = callsOf(server);
  const period = { from: daysFromNow(-2), to: daysFromNow(2) };
  const figures = await call(room.cookie('hq'), 'POST', '/analysis/overview', { filters: period });
  expect(figures.body.weeks.result.total.count).toBe(1);
  const found = await call(room.cookie('dispatcher'), 'POST', '/incidents/search', { words: 'الملولة' });
  expect(found.body.items.map((row: { incidentId: string }) => row.incidentId)).toEqual([id]);
  expect(await room.detail(id)).toMatchObject({ incidentId: id, peopleCount: 0, vehicleCount: 0 });
});

test('new limits make due anew what waits, on the open board too', async () => {
  const call = callsOf(server);
  const id = await room.logged();
  const [{ priority, created_at }] = await room.owner(
    'SELECT priority, created_at FROM incident WHERE incident_id = $1',
    [id],
  );
  const stream = await follow(server, room.cookie('dispatcher'), room);
  const stands =
    'SELECT response_minutes FROM priority_limit WHERE force_id = $1 AND priority = $2 AND type_id IS NULL';
  const [{ response_minutes: was }] = await room.owner(stands, [server.unit('PRA'), priority]);
  const limits = [{ priority, was, responseMinutes: 77 }];
  const set = await call(room.cookie('admin'), 'PUT', `/reference/limits/${server.unit('PRA')}`, { limits });
  expect([set.status, set.body.changed, set.body.renewed > 0]).toEqual([200, 1, true]);
  await expect.poll(() => stream.events().map((event) => event.kind)).toContain('organisation.limits_changed');
  stream.close();
  const board = await room.get(`/board/${server.unit('TRI')}`);
  const row = board.incidents.find((one: { incidentId: string }) => one.incidentId === id);
  expect(Date.parse(row.dueAt) - Date.parse(created_at)).toBe(77 * 60_000);
});

test('a unit with open work is not ended', async () => {
  const call = callsOf(server);
  const admin = room.cookie('admin');
  const made = await call(admin, 'POST', '/organisation/units', {
    kind: 'operations_room',
    code: 'PLAIN',
    nameAr: 'غرفة',
    nameEn: 'Room',
    nameFr: 'Salle',
    parentId: server.unit('C-N'),
    validFrom: '2026-01-01',
  });
  const roomId = made.body.unitId;
  const incident = { incidentId: uuidv7(), roomId, typeId: server.type('violence.fight'), placeText: 'ساحة' };
  expect((await call(await server.signIn('centre'), 'POST', '/incidents', incident)).status).toBe(200);
  const ended = await call(admin, 'POST', `/organisation/units/${roomId}/end`, { lastDay: today() });
  expect(ended.reasons).toEqual(['unit.in_use']);
});

test('a backup is told of every table that would hide rows: none for the owner, all that are behind a wall for the server', async () => {
  const hidden = async (url: string) => {
    const client = await connectClient(url, 'tests');
    try {
      return await listHidingTables(client);
    } finally {
      await client.end();
    }
  };
  expect(await hidden(server.ownerUrl)).toEqual([]);
  const walls = await room.owner('SELECT relname FROM pg_class WHERE relforcerowsecurity ORDER BY relname');
  expect(await hidden(server.runtimeUrl)).toEqual(walls.map((row) => row.relname));
});

test('a backup made by such an owner holds every row, and such an owner restores it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'marsad-plain-'));
  const data = path.dirname(server.filesFolder);
  mkdirSync(path.join(data, 'keys'));
  writeFileSync(path.join(data, 'keys/audit'), server.auditKey.toString('hex'));
  writeFileSync(path.join(data, 'keys/runtime-database'), runtimePasswordOfTests);
  const file = path.join(folder, 'plain.tar');
  const options = { dataFolder: data, file, passphrase: null, withKeys: true, now: new Date() };
  await makeBackup({ ...options, ownerUrl: server.ownerUrl });
  const { manifest } = await checkBackup(file, null);
  const [{ n }] = await room.owner('SELECT count(*) AS n FROM incident');
  expect([n > 0, manifest.tables.find((table) => table.name === 'incident')?.rows]).toEqual([true, n]);
  await cluster.query(`CREATE DATABASE ${name}_again OWNER ${name}`);
  const databaseUrl = `${server.ownerUrl}_again`;
  await restoreBackup({ file, passphrase: null, dataFolder: path.join(folder, 'data'), databaseUrl, keysFolder: null });
  const restored = await connectClient(databaseUrl, 'tests');
  expect((await restored.query('SELECT count(*) AS n FROM incident')).rows).toEqual([{ n }]);
  const forced = 'SELECT relname FROM pg_class WHERE relforcerowsecurity ORDER BY relname';
  expect((await restored.query(forced)).rows).toEqual(await room.owner(forced));
  await restored.end();
  rmSync(folder, { recursive: true });
});
