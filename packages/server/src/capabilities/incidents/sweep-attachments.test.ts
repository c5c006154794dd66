import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { createPool } from '../../platform/db/pools.ts';
import { pathOfBytes } from '../../platform/files/receive-bytes.ts';
import { sweepAttachments } from './sweep-attachments.ts';

const now = new Date('2026-06-15T12:00:00Z');
const hoursBefore = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
let server: TestServer;
let owner: pg.Pool;
let room: Room;
let folder: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 1, name: 'test' });
  room = new Room(server);
  await room.signIn('dispatcher');
  folder = path.join(server.filesFolder, 'attachments');
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

async function bytes(text: string, at: Date) {
  const sha256 = createHash('sha256').update(text).digest();
  const file = pathOfBytes(folder, sha256);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  await utimes(file, at, at);
  return { sha256, file };
}
const attach = (incidentId: string, sha256: Buffer, withdrawn: Date | null) =>
  owner.query(
    `INSERT INTO attachment (incident_id, attachment_id, file_name, media_type, byte_count, sha256, made_at, withdrawn_at, withdrawal_reason)
     VALUES ($1, $2, 'x', 'text/plain', 1, $3, now(), $4::timestamptz, CASE WHEN $4::timestamptz IS NOT NULL THEN 'x' END)`,
    [incidentId, uuidv7(), sha256, withdrawn],
  );

test('bytes without a standing attachment go after a day; all others stay', async () => {
  const id = await room.logged();
  const orphan = await bytes('orphan', hoursBefore(25));
  const fresh = await bytes('on its way', hoursBefore(23));
  const used = await bytes('used', hoursBefore(1_000));
  await attach(id, used.sha256, null);
  const withdrawn = await bytes('withdrawn', hoursBefore(25));
  await attach(id, withdrawn.sha256, now);
  // The same bytes stand elsewhere too.
  const shared = await bytes('shared', hoursBefore(25));
  await attach(id, shared.sha256, now);
  await attach(id, shared.sha256, null);
  const broken = path.join(folder, 'old.part');
  await writeFile(broken, 'x');
  await utimes(broken, hoursBefore(25), hoursBefore(25));
  await sweepAttachments(owner, server.filesFolder, now);
  const there = [orphan, fresh, used, withdrawn, shared].map((one) => existsSync(one.file));
  expect(there).toEqual([false, true, true, false, true]);
  expect(existsSync(broken)).toBe(false);
  // A server that never received a file has nothing to sweep.
  await sweepAttachments(owner, path.join(server.filesFolder, 'none'), now);
});
