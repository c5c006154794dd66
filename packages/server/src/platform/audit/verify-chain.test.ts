import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { createPool } from '../db/pools.ts';
import { verifyChain } from './verify-chain.ts';

let server: TestServer;
let owner: pg.Pool;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
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
  expect(await verifyChain(owner, server.auditKey)).toEqual({ ok: true, sealed: 5, unsealed: 0 });
  const entries = await owner.query('SELECT * FROM audit_entry ORDER BY audit_id');
  expect(entries.rows.map((row) => row.action)).toEqual(['session.signed_in', ...Array(4).fill('incident.log')]);
  expect(JSON.stringify(entries.rows)).not.toContain('شارع التمرين');
  expect(entries.rows[1].fields).toContain('placeText');
});

test('tampering by the owner of the database is found at the first broken link', async () => {
  const tamper = async (statement: string, undo: string) => {
    await owner.query(statement);
    const verdict = await verifyChain(owner, server.auditKey);
    await owner.query(undo);
    return verdict;
  };
  expect(
    await tamper(
      "UPDATE audit_entry SET reason = 'x' WHERE audit_id = 3",
      'UPDATE audit_entry SET reason = NULL WHERE audit_id = 3',
    ),
  ).toMatchObject({ ok: false, position: 3, fault: 'altered' });
  expect(
    await tamper(
      'UPDATE audit_seal SET position = 99 WHERE position = 4',
      'UPDATE audit_seal SET position = 4 WHERE position = 99',
    ),
  ).toMatchObject({ ok: false, position: 4, fault: 'missing' });
  await owner.query('DELETE FROM audit_seal WHERE position = 5');
  expect(await verifyChain(owner, server.auditKey)).toMatchObject({ ok: false, position: 5, fault: 'missing' });
});

test('another key does not verify: who holds only the database cannot seal anew', async () => {
  expect(await verifyChain(owner, Buffer.alloc(32, 1))).toMatchObject({ ok: false, position: 1, fault: 'altered' });
});
