// The one sequencer of all servers (an advisory lock chooses it). It alone gives committed outbox rows their position
// and seals committed audit rows, so that no command waits for either. A row that commits late gets a later position:
// positions have no gaps and nothing is skipped. Rows of one incident keep their order because a command locks the
// incident before it writes its outbox row, so the identity numbers of one incident rise in commit order.
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { genesisHash, type SealedEntry, sealHash } from '../audit/chain.ts';
import { appendHead } from '../audit/heads.ts';
import type { Clock } from '../clock/clock.ts';
import { eventsChannel } from './event-feed.ts';

const sequencerLock = 0x73657175;
const batchSize = 1000;
const busyMilliseconds = 20;

/** Whether rows may be left, and whether another server is at it. */
type Left = 'none' | 'more' | 'busy';

export interface Sequencer {
  /** Says that something was committed. */
  poke(): void;
  /** Resolves when all that was committed before the call has its position and its seal. For tests and shutdown. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export interface SequencerOptions {
  owner: pg.Pool;
  auditKey: Buffer;
  clock: Clock;
  /** Called when events have their position and can be read. */
  onPositioned(): void;
  onError(error: unknown): void;
  pollMilliseconds?: number;
  /** Where heads of the chain are written down, at most one in `headSeconds` (300 when absent), and one when it stops. */
  headsFile: string;
  headSeconds?: number | undefined;
}

/** Starts sequencing on the owner's connection; other servers' sequencers wait for the lock and take over when it is free. */
export function startSequencer(options: SequencerOptions): Sequencer {
  let stopped = false;
  let wanted = false;
  let running: Promise<void> | null = null;
  const heads = keepHeads(options);

  const run = async (): Promise<void> => {
    do {
      wanted = false;
      let left: Left = 'more';
      while (left !== 'none' && !stopped) {
        left = await sequenceOnce(options, heads);
        // What this server committed meanwhile the other may have passed by: look again when it is done.
        if (left === 'busy') await setTimeout(busyMilliseconds);
      }
    } while (wanted && !stopped);
  };
  const poke = (): void => {
    wanted = true;
    if (running || stopped) return;
    running = run()
      .catch(options.onError)
      .finally(() => {
        running = null;
        if (wanted && !stopped) poke();
      });
  };
  const timer = setInterval(() => {
    heads.writeDue();
    poke();
  }, options.pollMilliseconds ?? 250);
  return {
    poke,
    drain: async () => {
      poke();
      while (running) await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
      heads.write();
    },
  };
}

interface Heads {
  sealed(position: number, hash: Buffer): void;
  /** Writes what waits when its time has come: after the last seal of an evening none may follow for hours. */
  writeDue(): void;
  write(): void;
}

/** Remembers how far this server has sealed and writes it down at intervals. A full disk is told and tried again. */
function keepHeads(options: SequencerOptions): Heads {
  let last: { position: number; hash: Buffer } | null = null;
  let writtenAt = Number.NEGATIVE_INFINITY;
  const write = (): void => {
    if (!last) return;
    const now = options.clock.now();
    try {
      appendHead(options.headsFile, {
        position: last.position,
        hash: last.hash.toString('hex'),
        at: now.toISOString(),
      });
      writtenAt = now.getTime();
      last = null;
    } catch (error) {
      options.onError(error);
    }
  };
  const writeDue = (): void => {
    if (last && options.clock.now().getTime() - writtenAt >= (options.headSeconds ?? 300) * 1000) write();
  };
  return {
    write,
    writeDue,
    sealed: (position, hash) => {
      last = { position, hash };
      writeDue();
    },
  };
}

/** Takes one batch of each; returns whether there may be more. */
async function sequenceOnce(options: SequencerOptions, heads: Heads): Promise<Left> {
  const client = await options.owner.connect();
  try {
    await client.query('BEGIN');
    const lock = await client.query('SELECT pg_try_advisory_xact_lock($1) AS got', [sequencerLock]);
    if (!lock.rows[0].got) {
      await client.query('ROLLBACK');
      return 'busy';
    }
    const events = await positionEvents(client);
    const sealed = await sealEntries(client, options);
    if (events.length > 0) await client.query('SELECT pg_notify($1, $2)', [eventsChannel, String(Math.max(...events))]);
    await client.query('COMMIT');
    if (sealed) heads.sealed(sealed.position, sealed.hash);
    if (events.length > 0) options.onPositioned();
    return events.length === batchSize || sealed?.count === batchSize ? 'more' : 'none';
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function positionEvents(client: pg.PoolClient): Promise<number[]> {
  const moved = await client.query(
    `WITH taken AS (
       DELETE FROM event_outbox WHERE outbox_id IN (SELECT outbox_id FROM event_outbox ORDER BY outbox_id LIMIT $1) RETURNING *
     )
     INSERT INTO event (position, outbox_id, kind, incident_id, force_id, room_id, station_id, type_id, created_by, payload, at, command_id)
     SELECT (SELECT coalesce(max(position), 0) FROM event) + row_number() OVER (ORDER BY outbox_id),
       outbox_id, kind, incident_id, force_id, room_id, station_id, type_id, created_by, payload, at, command_id
     FROM taken ORDER BY outbox_id
     RETURNING position`,
    [batchSize],
  );
  return moved.rows.map((row) => row.position as number);
}

interface Sealed {
  count: number;
  position: number;
  hash: Buffer;
}

async function sealEntries(client: pg.PoolClient, options: SequencerOptions): Promise<Sealed | null> {
  const waiting = await client.query(
    `SELECT e.* FROM audit_unsealed u JOIN audit_entry e USING (audit_id) ORDER BY audit_id LIMIT $1`,
    [batchSize],
  );
  if (waiting.rows.length === 0) return null;
  const head = await client.query('SELECT position, hash FROM audit_seal ORDER BY position DESC LIMIT 1');
  let position: number = head.rows[0]?.position ?? 0;
  let previous: Buffer = head.rows[0]?.hash ?? genesisHash;
  const ids: number[] = [];
  const positions: number[] = [];
  const before: Buffer[] = [];
  const hashes: Buffer[] = [];
  for (const entry of waiting.rows as SealedEntry[]) {
    position += 1;
    const hash = sealHash(options.auditKey, previous, position, entry);
    ids.push(entry.audit_id);
    positions.push(position);
    before.push(previous);
    hashes.push(hash);
    previous = hash;
  }
  await client.query(
    `WITH seals AS (
       INSERT INTO audit_seal (position, audit_id, previous_hash, hash, sealed_at)
       SELECT p, a, b, h, $5 FROM unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[]) AS s(p, a, b, h)
     )
     DELETE FROM audit_unsealed WHERE audit_id = ANY ($2::bigint[])`,
    [positions, ids, before, hashes, options.clock.now()],
  );
  return { count: ids.length, position, hash: previous };
}
