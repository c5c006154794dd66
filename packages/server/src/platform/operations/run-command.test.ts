// When a command was made is what its client says: it gives nobody a right back. What it left of its request cannot be guessed.
import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { canonicalJson } from '../audit/entry.ts';
import type { Actor } from './actor.ts';
import { runCommand } from './run-command.ts';

let server: TestServer;
let room: Room;
let incidentId: string;
let linkedId: string;
let patrolUnitId: number;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'calltaker', 'centre');
  incidentId = await room.logged();
  linkedId = await room.logged();
  const { units } = await room.get(`/board/${server.unit('TRI')}`);
  patrolUnitId = units.find((unit: { incidentId: string | null }) => unit.incidentId === null).patrolUnitId;
  // Until two days ago at the room, since then at another.
  await room.owner(
    `WITH moved AS (UPDATE post SET valid_to = (now() AT TIME ZONE 'Asia/Beirut')::date - 2
       WHERE person_id IN (SELECT person_id FROM person WHERE user_name = 'dispatcher') RETURNING person_id, role_id)
     INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
     SELECT gen_random_uuid(), person_id, role_id, $1, (now() AT TIME ZONE 'Asia/Beirut')::date - 1 FROM moved`,
    [server.unit('AKK')],
  );
  server.directory.forget();
});
afterAll(() => server.close());

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const madeThere = () => ({ madeAt: hoursAgo(60) });
const typeId = () => server.type('violence.fight');

const commands: Record<string, () => [url: string, payload: object]> = {
  logIncident: () => ['', { incidentId: uuidv7(), roomId: server.unit('TRI'), typeId: typeId(), placeText: 'x' }],
  addNote: () => [`/${incidentId}/notes`, { entryId: uuidv7(), text: 'x' }],
  moveIncident: () => [`/${incidentId}/status`, { to: 'resolved' }],
  changeIncident: () => [`/${incidentId}`, { version: 1, changes: { narrative: 'x' } }],
  assignUnit: () => [`/${incidentId}/assignments`, { assignmentId: uuidv7(), patrolUnitId }],
  addCall: () => [`/${incidentId}/calls`, { callId: uuidv7(), channel: 'radio' }],
  linkIncidents: () => [`/${incidentId}/links`, { otherId: linkedId }],
  mergeIncident: () => [`/${incidentId}/merge`, { intoId: linkedId }],
};

for (const [name, command] of Object.entries(commands)) {
  test(`${name}: made when the person still had the area, it is refused where they have it no longer`, async () => {
    const [url, payload] = command();
    const [status] = await room.post('dispatcher', url, { ...payload, ...madeThere() });
    expect([403, 404]).toContain(status);
    const left = await room.owner('SELECT version, status FROM incident WHERE incident_id = $1', [incidentId]);
    expect(left).toEqual([{ version: 1, status: 'open' }]);
  });
}

test('nor where they have won the area since; who had it throughout keeps the hour they made it at', async () => {
  const elsewhere = { incidentId: uuidv7(), roomId: server.unit('AKK'), typeId: typeId(), placeText: 'x' };
  expect(await room.post('dispatcher', '', { ...elsewhere, ...madeThere() })).toEqual([403, 'right.missing']);
  expect((await room.post('dispatcher', '', { ...elsewhere, madeAt: hoursAgo(0.01) }))[0]).toBe(200);
  const { madeAt } = madeThere();
  const entryId = uuidv7();
  expect((await room.post('calltaker', `/${linkedId}/notes`, { entryId, text: 'x', madeAt }))[0]).toBe(200);
  expect(await room.owner('SELECT made_at FROM timeline_entry WHERE entry_id = $1', [entryId])).toEqual([
    { made_at: madeAt },
  ]);
});

test('a room that was moved out of a centre is closed to it for commands of before, too', async () => {
  const parent = await room.owner('SELECT parent_id FROM org_unit WHERE unit_id = $1', [server.unit('TRI')]);
  const move = async (to: number) => {
    await room.owner('UPDATE org_unit SET parent_id = $2 WHERE unit_id = $1', [server.unit('TRI'), to]);
    await server.organisation.reload();
  };
  const note = () => ({ entryId: uuidv7(), text: 'x', ...madeThere() });
  expect((await room.post('centre', `/${linkedId}/notes`, note()))[0]).toBe(200);
  await move(server.unit('C-S'));
  expect(await room.post('centre', `/${linkedId}/notes`, note())).toEqual([404, 'incident.not_found']);
  await move(parent[0].parent_id);
});

test('what is not made offline is made when it arrives, whatever the client says', async () => {
  const involvedId = uuidv7();
  const before = Date.now();
  const person = { involvedId, involvement: 'witness', name: 'x', ...madeThere() };
  expect((await room.post('calltaker', `/${linkedId}/people`, person))[0]).toBe(200);
  const [row] = await room.owner('SELECT made_at FROM involved_person WHERE involved_id = $1', [involvedId]);
  expect(Date.parse(row.made_at)).toBeGreaterThanOrEqual(before);
  // Long past what an outbox may hold it, and no matter: it is not from an outbox.
  const late = { ...person, involvedId: uuidv7(), madeAt: hoursAgo(1000) };
  expect((await room.post('calltaker', `/${linkedId}/people`, late))[0]).toBe(200);
});

test('the digest of a request is keyed: who reads the table cannot try what was typed', async () => {
  const payload = {
    commandId: uuidv7(),
    incidentId: linkedId,
    involvedId: uuidv7(),
    involvement: 'victim',
    name: 'سليم',
  };
  expect((await room.post('calltaker', `/${linkedId}/people`, payload))[0]).toBe(200);
  const [kept] = await room.owner("SELECT encode(request_digest, 'hex') AS hex FROM command WHERE command_id = $1", [
    payload.commandId,
  ]);
  const name = 'incidents.recordPerson';
  expect(kept.hex).not.toBe(createHash('sha256').update(name).update(canonicalJson(payload)).digest('hex'));
  expect(kept.hex).toBe(
    createHmac('sha256', server.auditKey)
      .update(`${name}\n${canonicalJson(payload)}`)
      .digest('hex'),
  );
  expect(await room.post('calltaker', `/${linkedId}/people`, { ...payload, name: 'سليمان' })).toEqual([
    409,
    'command.id_used',
  ]);
});

const terminal = async (): Promise<Actor> => {
  const [row] = await room.owner("SELECT person_id FROM person WHERE user_name = 'centre'");
  const person = await server.directory.findPerson(row.person_id);
  if (!person) throw new Error('Expected the commander of the centre, got nobody.');
  return { ...person, tokenActions: null, sessionId: null, sourceAddress: null };
};

test('a command of an older version has no digest: its own person gets the first answer, nobody else', async () => {
  const payload = { commandId: uuidv7(), entryId: uuidv7(), text: 'x' };
  const first = await room.post('calltaker', `/${linkedId}/notes`, payload);
  await room.owner('UPDATE command SET request_digest = NULL WHERE command_id = $1', [payload.commandId]);
  expect(await room.post('calltaker', `/${linkedId}/notes`, payload)).toEqual(first);
  expect(await room.post('centre', `/${linkedId}/notes`, payload)).toEqual([409, 'command.id_used']);
});

test('what the database ended for the sake of another runs again, once, where that is declared', async () => {
  const actor = await terminal();
  for (const [failing, again, done] of [
    [1, true, 'done'],
    [2, true, '40P01'],
    [1, false, '40P01'],
  ] as const) {
    let runs = 0;
    const command = { commandId: uuidv7() };
    const answer = runCommand(
      server.runner,
      'tests.circle',
      'incident.note',
      actor,
      command,
      async (context) => {
        runs += 1;
        context.audit({ kind: 'alteration', action: 'incident.noted', subjectKind: 'incident', subjectId: linkedId });
        if (runs <= failing) await sql`DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$`.execute(context.tx);
        return 'done';
      },
      { again },
    ).catch((error: { code: string }) => error.code);
    expect(await answer).toBe(done);
    const entries = await room.owner('SELECT 1 FROM audit_entry WHERE command_id = $1', [command.commandId]);
    expect(entries.length).toBe(done === 'done' ? 1 : 0);
  }
});
