import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Waiting } from './database.ts';
import type { Disk } from './outbox-store.ts';

const sent: string[] = [];
let answer: (input: { text: string; madeAt: string }) => Promise<unknown>;
vi.mock('../api.ts', () => {
  const take = (input: { text: string; madeAt: string }) => answer(input).then(() => sent.push(input.text));
  return { api: { incidents: { addNote: take, logIncident: take } }, actingPostId: () => undefined };
});
vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('navigator', {});
vi.stubGlobal('localStorage', { getItem: () => 'this-seat', setItem: () => undefined });

const { Outbox } = await import('./outbox.ts');
const { learnServerTime } = await import('./server-time.ts');
const { OutboxStore } = await import('./outbox-store.ts');

/** A disk as it should be, until it is `full`. */
class TestDisk implements Disk {
  full = false;
  all: Waiting[] = [];
  private next = 1;
  put = async (row: Omit<Waiting, 'order'>) => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.all.push({ ...row, order: this.next++ });
  };
  rows = async (personId: string) => this.all.filter((row) => row.personId === personId);
  update = async (order: number, more: Partial<Waiting>) => {
    this.all = this.all.map((row) => (row.order === order ? { ...row, ...more } : row));
  };
  remove = async (order: number) => {
    this.all = this.all.filter((row) => row.order !== order);
  };
}

const failing = (status: number | undefined, data?: object) => () =>
  Promise.reject(Object.assign(new Error('failed'), { status, data }));
const dead = failing(undefined);
const note = (text: string, incidentId = text) => ({ incidentId, entryId: text, text });
const settle = () => vi.advanceTimersByTimeAsync(0);

let disk: TestDisk;
let outbox: InstanceType<typeof Outbox>;
beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  answer = async () => undefined;
  disk = new TestDisk();
  outbox = new Outbox(new OutboxStore(disk));
  outbox.open('p');
});
afterEach(() => {
  outbox.open(null);
  vi.useRealTimers();
});

test('a disk that takes nothing stops no work: what is made is sent, waits in memory without a link, and is told', async () => {
  disk.full = true;
  await expect(outbox.perform('addNote', note('at once'))).resolves.toEqual({ sent: true });
  expect(outbox.store.unkept()).toBe(0);
  answer = dead;
  await expect(outbox.perform('addNote', note('first'))).resolves.toEqual({ sent: false });
  await outbox.writeDown('addNote', note('second'));
  expect(outbox.store.unkept()).toBe(2);
  expect((await outbox.store.rows('p')).map((row) => row.input.text)).toEqual(['first', 'second']);
  // Space again: what stood in memory goes to the disk, before what is made now.
  disk.full = false;
  await outbox.writeDown('addNote', note('third'));
  expect(outbox.store.unkept()).toBe(0);
  expect(disk.all.map((row) => row.input.text)).toEqual(['first', 'second', 'third']);
  answer = async () => undefined;
  outbox.poke();
  await settle();
  expect(sent).toEqual(['at once', 'first', 'second', 'third']);
  expect(disk.all).toEqual([]);
});

test('a database that never answers is waited for no longer than three seconds', async () => {
  disk.put = () => new Promise(() => undefined);
  disk.rows = () => new Promise(() => undefined);
  const outcome = outbox.perform('addNote', note('hung'));
  await vi.advanceTimersByTimeAsync(10_000);
  await expect(outcome).resolves.toEqual({ sent: true });
  expect(sent).toEqual(['hung']);
});

test('a refused log that is corrected takes its place in memory too', async () => {
  disk.full = true;
  answer = failing(422, { reason: 'type.unknown' });
  const log = { incidentId: 'i', roomId: 1, typeId: 1, placeText: 'x', narrative: '', channel: 'telephone' as const };
  await outbox.writeDown('logIncident', log);
  await outbox.writeDown('addNote', note('to it', 'i'));
  await settle();
  expect((await outbox.store.rows('p')).map((row) => row.state)).toEqual(['refused', 'held']);
  answer = dead;
  await outbox.writeDown('logIncident', { ...log, typeId: 2 });
  await settle();
  const rows = await outbox.store.rows('p');
  expect(rows.map((row) => [row.name, row.state])).toEqual([
    ['logIncident', 'waiting'],
    ['addNote', 'held'],
  ]);
  expect(rows[0]?.input.typeId).toBe(2);
});

test('a command that the server always breaks over is set aside with its id, and what does not hang on it goes on', async () => {
  let tries = 0;
  answer = async ({ text }) => {
    if (text !== 'poison') return;
    tries += 1;
    await failing(500, { reason: 'unexpected', parameters: { id: `fault-${tries}` } })();
  };
  await outbox.writeDown('addNote', note('poison', 'i'));
  await outbox.writeDown('addNote', note('hangs on it', 'i'));
  await outbox.writeDown('addNote', note('another incident'));
  // A quick hand does not make it a lasting fault.
  for (let poke = 0; poke < 9; poke += 1) {
    outbox.poke();
    await settle();
  }
  expect(disk.all.map((row) => row.state)).toEqual(['waiting', 'waiting', 'waiting']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(['another incident']);
  expect(disk.all.map((row) => [row.input.text, row.state, row.reason, row.parameters])).toEqual([
    ['poison', 'refused', 'unexpected', { id: `fault-${tries}` }],
    ['hangs on it', 'held', null, null],
  ]);
  // Once more when the link turns or the page is opened anew, and set aside again without holding anything up.
  const before = tries;
  outbox.turned();
  await settle();
  expect([tries, disk.all[0]?.state]).toEqual([before + 1, 'refused']);
  answer = async () => undefined;
  outbox.turned();
  await settle();
  expect(sent).toEqual(['another incident', 'poison', 'hangs on it']);
});

test('what was made by a clock that went ahead is made anew as soon as the refusal has told the time', async () => {
  learnServerTime(Date.now() + 600_000);
  const made: string[] = [];
  answer = async ({ madeAt }) => {
    made.push(madeAt);
    // Each answer of the server tells the time, a refusal too.
    learnServerTime(Date.now());
    if (Date.parse(madeAt) > Date.now() + 120_000) await failing(422, { reason: 'time.future' })();
  };
  await expect(outbox.perform('addNote', note('while live'))).resolves.toEqual({ sent: true });
  expect(made).toEqual([new Date(Date.now() + 600_000), new Date()].map((one) => one.toISOString()));
  // A time that a person wrote and that has not come yet is refused as before.
  answer = failing(422, { reason: 'time.future' });
  await expect(outbox.perform('addNote', note('tomorrow'))).rejects.toMatchObject({ status: 422 });
});

test('a server that cannot be reached, or asks for patience, costs no command its place', async () => {
  answer = failing(503, { reason: 'database.unreachable' });
  await outbox.writeDown('addNote', note('first'));
  await outbox.writeDown('addNote', note('second'));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(disk.all.map((row) => row.state)).toEqual(['waiting', 'waiting']);
  answer = async () => undefined;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(sent).toEqual(['first', 'second']);
});
