import { expect, inject, test } from 'vitest';
import { cloneTemplate } from '../../../test/server.ts';
import { createPool } from '../db/pools.ts';
import { eventsChannel, type SequencedEvent, startEventFeed } from './event-feed.ts';

const day = 86_400_000;

/** A feed on a database of its own that looks by itself never: notices alone wake it. */
async function feedOn(onEvents: (events: SequencedEvent[]) => Promise<void>) {
  const ownerUrl = await cloneTemplate(inject('ownerUrl'));
  const owner = createPool(ownerUrl, { max: 3, name: 'test' });
  const errors: unknown[] = [];
  const head = await owner.query('SELECT coalesce(max(position), 0) AS position FROM event');
  const after = head.rows[0].position as number;
  const feed = startEventFeed({
    owner,
    ownerUrl,
    after,
    lookMilliseconds: day,
    onEvents,
    onError: (error) => errors.push(error),
  });
  return {
    feed,
    owner,
    after,
    errors,
    /** Writes `count` events as another server's sequencer does. */
    write: (count: number) =>
      owner.query(
        `WITH made AS (
           INSERT INTO event (position, outbox_id, kind, payload, at)
           SELECT head + n, 1000000 + head + n, 'test.happened', '{}', now()
           FROM (SELECT coalesce(max(position), 0) AS head FROM event) h, generate_series(1, $1::int) n RETURNING position)
         SELECT pg_notify($2, max(position)::text) FROM made`,
        [count, eventsChannel],
      ),
    end: async () => {
      await feed.stop();
      await owner.end();
    },
  };
}
const upTo = (after: number, count: number) => Array.from({ length: count }, (_, index) => after + 1 + index);

test('a notice of another server brings its events, each once and in order', async () => {
  const seen: number[] = [];
  const at = await feedOn(async (events) => {
    seen.push(...events.map((event) => event.position));
  });
  try {
    await at.write(3);
    await expect.poll(() => seen.length).toBe(3);
    await at.write(2_500);
    await expect.poll(() => seen.length).toBe(2_503);
    await at.feed.catchUp();
    expect(seen).toEqual(upTo(at.after, 2_503));
  } finally {
    await at.end();
  }
});

test('who cannot take events is given the same again, and what came meanwhile after them', async () => {
  const seen: number[] = [];
  let failures = 2;
  const at = await feedOn(async (events) => {
    if (failures-- > 0) throw new Error('cannot take them now');
    seen.push(...events.map((event) => event.position));
  });
  try {
    await at.write(2);
    await expect.poll(() => at.errors.length).toBe(2);
    await at.write(2);
    await expect.poll(() => seen.length).toBe(4);
    expect(seen).toEqual(upTo(at.after, 4));
  } finally {
    await at.end();
  }
});

test('the connection that listens is cut: events of that while arrive when it hears again', async () => {
  const seen: number[] = [];
  const at = await feedOn(async (events) => {
    seen.push(...events.map((event) => event.position));
  });
  const listeners = async () =>
    (
      await at.owner.query(
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'marsad events' AND query LIKE 'LISTEN%'",
      )
    ).rows.map((row) => row.pid as number);
  try {
    await expect.poll(async () => (await listeners()).length).toBe(1);
    const [cut] = await listeners();
    await at.owner.query('SELECT pg_terminate_backend($1, 5000)', [cut]);
    await at.write(2);
    await expect.poll(() => seen).toEqual(upTo(at.after, 2));
    await expect.poll(async () => (await listeners()).filter((pid) => pid !== cut).length).toBe(1);
    await at.write(1);
    await expect.poll(() => seen).toEqual(upTo(at.after, 3));
  } finally {
    await at.end();
  }
});
