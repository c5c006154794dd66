import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneTemplate, startTestServer, type TestServer } from '../../../test/server.ts';
import { createPool } from '../db/pools.ts';
import { startSequencer } from '../outbox/sequencer.ts';
import { genesisHash, type SealedEntry, sealHash } from './chain.ts';
import { type AuditHead, readHeads } from './heads.ts';
import { judgeAuditKey } from './judge-key.ts';
import { verifyChain } from './verify-chain.ts';

let server: TestServer;
let owner: pg.Pool;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { headSeconds: 0 });
  owner = createPool(server.ownerUrl, { max: 2, name: 'tests' });
  const cookie = await server.signIn('dispatcher');
  for (let time = 0; time < 4; time += 1) {
    const payload = {
      commandId: uuidv7(),
      incidentId: uuidv7(),
      roomId: server.unit('TRI'),
      typeId: server.type('order.noise'),
      placeText: 'شارع التمرين',
    };
    await server.http.inject({ method: 'POST', url: '/api/incidents', headers: { cookie }, payload });
  }
  await server.sequencer.drain();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

test('what was done stands sealed: a sign-in and four incidents, ids and field names and no values', async () => {
  expect(await verifyChain(owner, server.auditKey, [])).toEqual({ ok: true, sealed: 5, unsealed: 0 });
  const entries = await owner.query('SELECT * FROM audit_entry ORDER BY audit_id');
  expect(entries.rows.map((row) => row.action)).toEqual(['session.signed_in', ...Array(4).fill('incident.log')]);
  expect(JSON.stringify(entries.rows)).not.toContain('شارع التمرين');
  expect(entries.rows[1].fields).toContain('placeText');
});

const entries = async (): Promise<string[]> =>
  (await owner.query('SELECT audit_id FROM audit_seal ORDER BY position')).rows.map((row) => row.audit_id);
const verify = (heads: AuditHead[] | null = []) => verifyChain(owner, server.auditKey, heads);

/** What an owner of the database does to the log, what the verdict is, and all as before. */
async function tampered(...statements: string[]) {
  const client = await owner.connect();
  try {
    await client.query('CREATE TEMP TABLE old_entry AS TABLE audit_entry');
    await client.query('CREATE TEMP TABLE old_seal AS TABLE audit_seal');
    for (const statement of statements) await client.query(statement);
    return await verify(readHeads(server.headsFile));
  } finally {
    await client.query('DELETE FROM audit_seal');
    await client.query('DELETE FROM audit_entry');
    await client.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await client.query('INSERT INTO audit_entry OVERRIDING SYSTEM VALUE TABLE old_entry');
    await client.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    await client.query('INSERT INTO audit_seal TABLE old_seal');
    await client.query('DROP TABLE old_entry, old_seal');
    client.release();
    expect(await verify()).toMatchObject({ ok: true });
  }
}

test('tampering by the owner of the database is found at the first broken link', async () => {
  const [, second, third, fourth] = await entries();
  expect(await tampered(`UPDATE audit_entry SET reason = 'x' WHERE audit_id = ${third}`)).toEqual({
    ok: false,
    position: 3,
    fault: 'altered',
  });
  // One taken out of the middle, the rest moved up.
  expect(
    await tampered(
      `DELETE FROM audit_seal WHERE position = 3`,
      `DELETE FROM audit_entry WHERE audit_id = ${third}`,
      'UPDATE audit_seal SET position = position - 1 WHERE position > 3',
    ),
  ).toEqual({ ok: false, position: 3, fault: 'broken' });
  expect(
    await tampered('DELETE FROM audit_seal WHERE position = 3', `DELETE FROM audit_entry WHERE audit_id = ${third}`),
  ).toEqual({ ok: false, position: 3, fault: 'missing' });
  // Two change places.
  expect(
    await tampered(
      'ALTER TABLE audit_seal DROP CONSTRAINT audit_seal_audit_id_key',
      `UPDATE audit_seal SET audit_id = CASE audit_id WHEN ${second} THEN ${fourth}::bigint ELSE ${second}::bigint END WHERE audit_id IN (${second}, ${fourth})`,
    ),
  ).toEqual({ ok: false, position: 2, fault: 'altered' });
  await owner.query('ALTER TABLE audit_seal ADD CONSTRAINT audit_seal_audit_id_key UNIQUE (audit_id)');
  // Seals cut off, their entries left.
  expect(await tampered('DELETE FROM audit_seal WHERE position = 5')).toEqual({
    ok: false,
    position: 5,
    fault: 'cut',
  });
});

test('the tail cut off together with its seals leaves a whole chain, and is found by the head outside the database', async () => {
  const [, , , fourth, fifth] = await entries();
  const cut = [
    'DELETE FROM audit_seal WHERE position > 3',
    `DELETE FROM audit_entry WHERE audit_id IN (${fourth}, ${fifth})`,
  ];
  expect(await tampered(...cut)).toEqual({ ok: false, position: 4, fault: 'cut' });
});

test('sealed anew: with a wrong key it is altered, with the right one the head written before tells', async () => {
  const reseal = async (key: Buffer): Promise<string[]> => {
    const rows = (await owner.query('SELECT * FROM audit_entry ORDER BY audit_id')).rows as SealedEntry[];
    let previous: Buffer = genesisHash;
    return rows.map((row, index) => {
      const entry = index === 1 ? { ...row, reason: 'forged' } : row;
      const hash = sealHash(key, previous, index + 1, entry);
      const statement = `UPDATE audit_seal SET previous_hash = '\\x${previous.toString('hex')}', hash = '\\x${hash.toString('hex')}' WHERE position = ${index + 1}`;
      previous = hash;
      return statement;
    });
  };
  const second = (await entries())[1];
  const forge = `UPDATE audit_entry SET reason = 'forged' WHERE audit_id = ${second}`;
  expect(await tampered(forge, ...(await reseal(Buffer.alloc(32, 7))))).toEqual({
    ok: false,
    position: 1,
    fault: 'altered',
  });
  expect(await tampered(forge, ...(await reseal(server.auditKey)))).toMatchObject({ ok: false, fault: 'rewritten' });
});

test('a head half written by a power cut is passed over; the chain as it is agrees with all of them', async () => {
  appendFileSync(server.headsFile, '{"position":9');
  const heads = readHeads(server.headsFile);
  expect(heads?.at(-1)?.position).toBe(5);
  expect(await verify(heads)).toEqual({ ok: true, sealed: 5, unsealed: 0 });
});

test('another key does not verify: who holds only the database cannot seal anew', async () => {
  expect(await verifyChain(owner, Buffer.alloc(32, 1), [])).toMatchObject({ ok: false, position: 1, fault: 'altered' });
});

test('a file of heads that is gone or emptied is a fault while there are seals: it may hide that the end was cut off', async () => {
  writeFileSync(server.headsFile, '');
  expect(await verify(readHeads(server.headsFile))).toEqual({ ok: false, position: 1, fault: 'headless' });
  rmSync(server.headsFile);
  expect(await verify(readHeads(server.headsFile))).toEqual({ ok: false, position: 1, fault: 'headless' });
});

test('the head of the last seal is written when its time has come, without another seal after it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'marsad-heads-'));
  const headsFile = path.join(folder, 'audit-heads.jsonl');
  const quiet = createPool(await cloneTemplate(inject('ownerUrl')), { max: 2, name: 'tests' });
  let now = new Date('2026-06-01T20:00:00Z');
  const errors: unknown[] = [];
  const sealing = startSequencer({
    owner: quiet,
    auditKey: server.auditKey,
    clock: { now: () => now },
    headsFile,
    onPositioned: () => {},
    onError: (error) => errors.push(error),
    pollMilliseconds: 5,
  });
  const seal = async (): Promise<void> => {
    await quiet.query(
      "INSERT INTO audit_entry (at, kind, action, subject_kind, subject_id) VALUES ($1, 'access', 'session.signed_in', 'person', 'x')",
      [now],
    );
    await sealing.drain();
  };
  const written = () => (readHeads(headsFile) ?? []).map((head) => head.position);
  try {
    await seal();
    expect(written()).toEqual([1]);
    await seal();
    expect(written()).toEqual([1]);
    now = new Date(now.getTime() + 300_000);
    await expect.poll(written).toEqual([1, 2]);
    expect(errors).toEqual([]);
  } finally {
    await sealing.stop();
    await quiet.end();
    await rm(folder, { recursive: true });
  }
});

test('a server with another key does not start on the log, and seals nothing; one link that was tampered with is no other key', async () => {
  const again = { ownerUrl: server.ownerUrl, sessionKey: server.sessionKey };
  await expect(
    startTestServer(inject('ownerUrl'), { again: { ...again, auditKey: Buffer.alloc(32, 9) } }),
  ).rejects.toThrow('Expected the audit key that sealed the log of this database');
  await owner.query("UPDATE audit_entry SET reason = 'x' WHERE audit_id = (SELECT max(audit_id) FROM audit_seal)");
  await judgeAuditKey(owner, server.auditKey);
});
