// What the web application's own protocol adds to the operations: refusals it can act on, and whose page it is.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { origin, startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'akkar');
});
afterAll(() => server.close());

async function rpc(path: string, input: object, headers: Record<string, string> = {}) {
  const answer = await server.http.inject({
    method: 'POST',
    url: `/rpc/${path}`,
    headers: { cookie: room.cookie('dispatcher'), origin, ...headers },
    payload: { json: input },
  });
  return { status: answer.statusCode, body: answer.json() };
}
const note = (incidentId: string, text: string) => ({ commandId: uuidv7(), entryId: uuidv7(), incidentId, text });
const personOf = async (userName: string): Promise<string> => (await room.get('/session', userName)).person.personId;

test('what the schema refuses is a refusal like every other: with a reason, and the fields with theirs', async () => {
  const refused = await rpc('incidents/addNote', note(uuidv7(), 'x'.repeat(20_000)));
  expect(refused).toMatchObject({
    status: 400,
    body: {
      json: {
        code: 'BAD_REQUEST',
        data: { reason: 'input.invalid', errors: [{ field: 'text', reason: 'text.too_long' }] },
      },
    },
  });
  const unknown = await rpc('incidents/addNote', note(uuidv7(), 'to nothing'));
  expect([unknown.status, unknown.body.json.data.reason]).toEqual([404, 'incident.not_found']);
});

test('a page of somebody who left the seat does nothing in the name of who came after', async () => {
  const incidentId = await room.logged();
  const mine = await personOf('dispatcher');
  const theirs = await personOf('akkar');
  const refused = await rpc('incidents/addNote', note(incidentId, 'written by another'), { 'x-marsad-person': theirs });
  expect([refused.status, refused.body.reason]).toEqual([401, 'session.other_person']);
  const count = async () =>
    (await room.owner("SELECT count(*)::int AS n FROM timeline_entry WHERE text = 'written by another'"))[0].n;
  expect(await count()).toBe(0);
  const taken = await rpc('incidents/addNote', note(incidentId, 'written by another'), { 'x-marsad-person': mine });
  expect([taken.status, await count()]).toEqual([200, 1]);
});
