// Notes, assignments and their moves: each works, is refused without the right, in another area, repeated, and with bad input.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  for (const name of ['dispatcher', 'calltaker', 'akkar', 'inspector']) cookies.set(name, await server.signIn(name));
});
afterAll(() => server.close());

const post = (userName: string, url: string, payload: object) =>
  server.http.inject({ method: 'POST', url, headers: { cookie: cookies.get(userName) ?? '' }, payload });
const get = async (url: string) =>
  (await server.http.inject({ method: 'GET', url, headers: { cookie: cookies.get('dispatcher') ?? '' } })).json();

async function logged(): Promise<string> {
  const incidentId = uuidv7();
  const answer = await post('dispatcher', '/api/incidents', {
    commandId: uuidv7(),
    incidentId,
    roomId: server.unit('TRI'),
    typeId: server.type('violence.fight'),
    placeText: 'ساحة التمرين',
  });
  expect(answer.statusCode).toBe(200);
  return incidentId;
}
const detail = (incidentId: string) => get(`/api/incidents/${incidentId}`);
async function freeUnits(): Promise<number[]> {
  const { units } = await get(`/api/board/${server.unit('TRI')}`);
  return units
    .filter((unit: { incidentId: string | null }) => unit.incidentId === null)
    .map((unit: { patrolUnitId: number }) => unit.patrolUnitId);
}
const note = (incidentId: string, more: object = {}) => ({
  commandId: uuidv7(),
  incidentId,
  entryId: uuidv7(),
  text: 'وصلت سيارة إسعاف',
  ...more,
});
const assign = (incidentId: string, patrolUnitId: number | undefined) => ({
  commandId: uuidv7(),
  incidentId,
  assignmentId: uuidv7(),
  patrolUnitId,
});
const move = (userName: string, incidentId: string, assignmentId: string, to: string, commandId = uuidv7()) =>
  post(userName, `/api/incidents/${incidentId}/assignments/${assignmentId}/status`, { commandId, to });

test('a note joins the story; repeated it is there once; another room, a role without the right and bad text are refused', async () => {
  const incidentId = await logged();
  const url = `/api/incidents/${incidentId}/notes`;
  const payload = note(incidentId);
  const answers = await Promise.all([1, 2, 3].map(() => post('calltaker', url, payload)));
  expect(answers.map((answer) => [answer.statusCode, answer.json().version])).toEqual([
    [200, 2],
    [200, 2],
    [200, 2],
  ]);
  const { timeline } = await detail(incidentId);
  expect(timeline.filter((entry: { kind: string }) => entry.kind === 'note')).toMatchObject([{ text: payload.text }]);
  expect((await post('akkar', url, note(incidentId))).statusCode).toBe(404);
  expect((await post('inspector', url, note(incidentId))).statusCode).toBe(403);
  expect((await post('calltaker', url, note(incidentId, { text: ' ' }))).statusCode).toBe(400);
  expect((await post('calltaker', url, note(incidentId, { text: 'a\u202eb' }))).statusCode).toBe(400);
  expect((await detail(incidentId)).version).toBe(2);
});

test('a unit is sent, acknowledges, drives, arrives and is free again; the incident and its clocks follow', async () => {
  const incidentId = await logged();
  const [patrolUnitId] = await freeUnits();
  const payload = assign(incidentId, patrolUnitId);
  expect((await post('dispatcher', `/api/incidents/${incidentId}/assignments`, payload)).statusCode).toBe(200);
  const sent = await detail(incidentId);
  expect(sent).toMatchObject({ status: 'dispatched', assignments: [{ status: 'assigned', lead: true }] });
  expect(sent.firstDispatchedAt).toBe(sent.assignments[0].assignedAt);
  expect(await freeUnits()).not.toContain(patrolUnitId);
  for (const to of ['acknowledged', 'en_route', 'on_scene', 'cleared']) {
    expect((await move('dispatcher', incidentId, payload.assignmentId, to)).statusCode).toBe(200);
  }
  const over = await detail(incidentId);
  expect(over).toMatchObject({ status: 'on_scene', version: 6, assignments: [{ status: 'cleared' }] });
  expect(over.firstOnSceneAt).toBe(over.assignments[0].onSceneAt);
  expect(over.timeline.map((entry: { kind: string }) => entry.kind)).toEqual([
    'logged',
    ...Array(5).fill('assignment'),
  ]);
  expect(await freeUnits()).toContain(patrolUnitId);
  const again = await move('dispatcher', incidentId, payload.assignmentId, 'en_route');
  expect([again.statusCode, again.json().reason]).toEqual([409, 'assignment.move']);
});

test('stood down before anybody arrived, the incident waits again', async () => {
  const incidentId = await logged();
  const [patrolUnitId] = await freeUnits();
  const payload = assign(incidentId, patrolUnitId);
  await post('dispatcher', `/api/incidents/${incidentId}/assignments`, payload);
  await move('dispatcher', incidentId, payload.assignmentId, 'stood_down');
  expect(await detail(incidentId)).toMatchObject({ status: 'open', firstOnSceneAt: null });
});

test('one unit wanted for two incidents at once goes to one; the same command twice sends it once', async () => {
  const [one, two] = [await logged(), await logged()];
  const [patrolUnitId] = await freeUnits();
  const first = assign(one, patrolUnitId);
  const answers = await Promise.all([
    post('dispatcher', `/api/incidents/${one}/assignments`, first),
    post('dispatcher', `/api/incidents/${one}/assignments`, first),
    post('dispatcher', `/api/incidents/${two}/assignments`, assign(two, patrolUnitId)),
  ]);
  const sent = [...(await detail(one)).assignments, ...(await detail(two)).assignments];
  expect(sent).toHaveLength(1);
  expect(answers.filter((answer) => answer.statusCode === 409).length).toBeGreaterThan(0);
});

test('refused: a call-taker sends nobody, another room does not see it, a unit of another room cannot be sent', async () => {
  const incidentId = await logged();
  const [patrolUnitId] = await freeUnits();
  const url = `/api/incidents/${incidentId}/assignments`;
  expect((await post('calltaker', url, assign(incidentId, patrolUnitId))).statusCode).toBe(403);
  expect((await post('akkar', url, assign(incidentId, patrolUnitId))).statusCode).toBe(404);
  const { units } = (
    await server.http.inject({
      method: 'GET',
      url: `/api/board/${server.unit('AKK')}`,
      headers: { cookie: cookies.get('akkar') ?? '' },
    })
  ).json();
  const foreign = await post('dispatcher', url, assign(incidentId, units[0].patrolUnitId));
  expect([foreign.statusCode, foreign.json().reason]).toEqual([422, 'unit.not_of_room']);
  expect((await move('dispatcher', incidentId, uuidv7(), 'en_route')).statusCode).toBe(404);
  expect((await move('dispatcher', incidentId, uuidv7(), 'flown')).statusCode).toBe(400);
  expect((await detail(incidentId)).assignments).toEqual([]);
});
