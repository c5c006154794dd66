// A scheduled incident opens when its time has come, once; what was done by hand before stays.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { minutesAgo, Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { openScheduled } from './open-scheduled.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'calltaker');
});
afterAll(() => server.close());

const run = async (incidentId: string) => {
  const { createdBy } = await room.detail(incidentId);
  const signal = new AbortController().signal;
  await openScheduled(server.runner, server.organisation)({ incidentId, personId: createdBy }, signal);
};

test('it waits with its own limit, a job is asked for at its very time, and the job opens it once', async () => {
  const scheduledFor = minutesAgo(-90);
  const id = await room.logged({ scheduledFor });
  const before = await room.detail(id);
  expect(before).toMatchObject({ status: 'scheduled', scheduledFor, holdUntil: null });
  expect(Date.parse(before.dueAt) - Date.parse(scheduledFor)).toBe(10 * 60_000);
  const jobs = await room.owner('SELECT run_at FROM graphile_worker.jobs WHERE key = $1', [`open-${id}`]);
  expect(jobs).toEqual([{ run_at: scheduledFor }]);
  await run(id);
  await run(id);
  const after = await room.detail(id);
  expect(after).toMatchObject({ status: 'open', scheduledFor, dueAt: before.dueAt, version: 2 });
  expect(after.timeline.filter((entry: { kind: string }) => entry.kind === 'status')).toMatchObject([
    { data: { from: 'scheduled', to: 'open', due: true }, authorName: 'سامر الحلو' },
  ]);
});

test('a time that has come is opened by the server itself', async () => {
  const id = await room.logged({ scheduledFor: minutesAgo(0) });
  await expect.poll(async () => (await room.detail(id)).status, { timeout: 15_000 }).toBe('open');
});

test('cancelled by hand it stays cancelled; further ahead than a year it is refused', async () => {
  const id = await room.logged({ scheduledFor: minutesAgo(-90) });
  await room.post('dispatcher', `/${id}/status`, { to: 'cancelled', reason: 'أُلغيت المهمة' });
  await run(id);
  expect((await room.detail(id)).status).toBe('cancelled');
  const far = {
    incidentId: uuidv7(),
    roomId: server.unit('TRI'),
    typeId: server.type('violence.fight'),
    placeText: 'بعيد',
    scheduledFor: '2999-01-01T00:00:00Z',
  };
  expect(await room.post('dispatcher', '', far)).toEqual([422, 'incident.schedule']);
});

test('a parent named at logging must be there and stand above others itself', async () => {
  const parent = await room.logged();
  const child = await room.logged({ parentId: parent });
  const place = { roomId: server.unit('TRI'), typeId: server.type('violence.fight'), placeText: 'ساحة' };
  const log = (parentId: string) => room.post('calltaker', '', { incidentId: uuidv7(), ...place, parentId });
  expect(await log(child)).toEqual([422, 'link.parent_is_child']);
  expect(await log(uuidv7())).toEqual([404, 'incident.not_found']);
});

test('it opens although who scheduled it has no post and no account any more, as an act of the system that names them', async () => {
  const id = await room.logged({ scheduledFor: minutesAgo(-90) });
  const { createdBy } = await room.detail(id);
  await room.owner("UPDATE post SET valid_from = '2020-01-01', valid_to = '2020-12-31' WHERE person_id = $1", [
    createdBy,
  ]);
  await room.owner('UPDATE person SET active = false WHERE person_id = $1', [createdBy]);
  server.directory.forget();
  const signal = new AbortController().signal;
  await openScheduled(server.runner, server.organisation)({ incidentId: id, personId: createdBy }, signal);
  expect(await room.owner('SELECT status FROM incident WHERE incident_id = $1', [id])).toEqual([{ status: 'open' }]);
  const audit =
    "SELECT person_id, post_id, source_address FROM audit_entry WHERE subject_id = $1 AND action = 'incident.schedule_opened'";
  expect(await room.owner(audit, [id])).toEqual([{ person_id: createdBy, post_id: null, source_address: null }]);
});
