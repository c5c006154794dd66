// The way of a file through the page: sent, previewed, started as a job, watched, its refused rows read and taken out.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { reasonText } from '@marsad/contract/platform/reasons.ts';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../../platform/db/pools.ts';
import { mostUnstartedFiles } from './receive-file.ts';

let server: TestServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  for (const name of ['admin', 'dispatcher']) cookies.set(name, await server.signIn(name));
});
afterAll(() => server.close());

const call = async (method: 'GET' | 'POST', url: string, payload?: object, userName = 'admin') => {
  const headers = { cookie: cookies.get(userName) ?? '' };
  const answer = await server.http.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};
const send = (fileId: string, bytes: string | Buffer, name = 'thefts.csv', userName = 'admin') =>
  server.http.inject({
    method: 'PUT',
    url: `/api/import-files/${fileId}?name=${encodeURIComponent(name)}`,
    headers: { cookie: cookies.get(userName) ?? '', 'content-type': 'application/octet-stream' },
    payload: bytes,
  });
async function ended(importId: string) {
  const now = async () => (await call('GET', `/api/imports/${importId}`)).body;
  await expect.poll(now, { timeout: 60_000, interval: 100 }).toMatchObject({ finishedAt: expect.any(String) });
  return now();
}
const audited = async (action: string): Promise<number> => {
  const client = await connectClient(server.ownerUrl, 'test');
  try {
    return Number((await client.query('SELECT count(*) AS n FROM audit_entry WHERE action = $1', [action])).rows[0].n);
  } finally {
    await client.end();
  }
};

/** Invented thefts in the columns of the shipped mapping nyc-thefts: good rows, then rows whose time is no time. */
function sample(good: number, bad: number, wrong = 'soon', series = 'A'): string {
  const row = (index: number, end: string) =>
    `${series}${index},invented street,-73.9,40.7,2024-03-${String((index % 28) + 1).padStart(2, '0')} 10:00,${end}`;
  return [
    'uid,location_type,longitude,latitude,date_start,date_end',
    ...Array.from({ length: good }, (_, index) => row(index, '2024-04-01 12:00')),
    ...Array.from({ length: bad }, (_, index) => row(good + index, wrong)),
  ].join('\n');
}

test('works: sent, previewed, tried, imported, watched to its end; the same again changes nothing', async () => {
  const mappings = await call('GET', '/api/import-mappings');
  expect(mappings.body.map((one: { name: string }) => one.name)).toEqual(['sf-fire', 'nyc-thefts', 'chicago-assaults']);
  const fileId = uuidv7();
  const bytes = sample(3, 1);
  expect((await send(fileId, bytes)).statusCode).toBe(200);
  // Broken off and sent again: the same file under the same id is the same file.
  expect((await send(fileId, bytes)).statusCode).toBe(200);
  const preview = await call('GET', `/api/import-files/${fileId}/preview?mapping=nyc-thefts`);
  expect(preview.status).toBe(200);
  expect(preview.body.rows).toHaveLength(4);
  expect(preview.body.rows.filter((row: { refused: unknown }) => row.refused)).toMatchObject([
    { refused: { reason: 'time.format' } },
  ]);

  const tried = uuidv7();
  const start = { commandId: uuidv7(), importId: tried, fileId, mapping: 'nyc-thefts', dryRun: true };
  expect((await call('POST', '/api/imports', start)).status).toBe(200);
  expect((await call('POST', '/api/imports', start)).body).toEqual({ importId: tried });
  expect(await ended(tried)).toMatchObject({ status: 'done', rows: 4, accepted: 3, rejected: 1, incidents: 0 });

  const importId = uuidv7();
  await call('POST', '/api/imports', { commandId: uuidv7(), importId, fileId, mapping: 'nyc-thefts' });
  const done = await ended(importId);
  expect(done).toMatchObject({ status: 'done', error: null, rows: 4, accepted: 3, rejected: 1, incidents: 3 });
  expect(done.bytesRead).toBe(done.bytesTotal);
  const list = await call('GET', '/api/imports?limit=1');
  expect(list.body.items).toMatchObject([{ importId }]);
  const next = await call('GET', `/api/imports?limit=1&cursor=${list.body.nextCursor}`);
  expect(next.body.items).toMatchObject([{ importId: tried }]);
  expect(next.body.nextCursor).toBeNull();
});

test('refused rows are read and taken out, both in the log; a formula leaves as text, the heading is in the person’s language', async () => {
  const fileId = uuidv7();
  await send(fileId, sample(1, 2, '=1+1'));
  const importId = uuidv7();
  await call('POST', '/api/imports', { commandId: uuidv7(), importId, fileId, mapping: 'nyc-thefts' });
  await ended(importId);
  const before = [await audited('sync.refused_rows_read'), await audited('sync.refused_rows_exported')];
  const rows = await call('GET', `/api/imports/${importId}/refused-rows?limit=1`);
  expect(rows.body.items).toMatchObject([{ line: 3, reason: 'time.format', value: '=1+1' }]);
  const csv = await server.http.inject({
    method: 'GET',
    url: `/api/imports/${importId}/refused-rows.csv`,
    headers: { cookie: cookies.get('admin') ?? '' },
  });
  expect(csv.body.split('\r\n')).toHaveLength(4);
  expect(csv.body.split('\r\n')[0]).toBe('\uFEFFالسطر,العمود,القيمة,السبب');
  expect(csv.body).toContain(",'=1+1,");
  expect([await audited('sync.refused_rows_read'), await audited('sync.refused_rows_exported')]).toEqual(
    before.map((n) => n + 1),
  );
});

test('refused: without the right nothing is sent, started, read or listed', async () => {
  const fileId = uuidv7();
  expect((await send(fileId, 'a,b\n', 'x.csv', 'dispatcher')).statusCode).toBe(403);
  expect((await send(fileId, 'a,b\n', 'x.csv', 'nobody')).statusCode).toBe(401);
  // Not a byte is taken from who may import nothing: no disk fills before the refusal.
  let taken = 0;
  const bytes = new Readable({
    read() {
      taken += 1;
      this.push(taken > 100 ? null : Buffer.alloc(100_000, 97));
    },
  });
  const unread = await server.http.inject({
    method: 'PUT',
    url: `/api/import-files/${fileId}?name=x.csv`,
    headers: { cookie: cookies.get('dispatcher') ?? '', 'content-type': 'application/octet-stream' },
    payload: bytes,
  });
  expect([unread.statusCode, unread.json().reason]).toEqual([403, 'right.missing']);
  expect(taken).toBeLessThan(100);
  const start = { commandId: uuidv7(), importId: uuidv7(), fileId, mapping: 'nyc-thefts' };
  expect((await call('POST', '/api/imports', start, 'dispatcher')).status).toBe(403);
  expect((await call('GET', '/api/imports', undefined, 'dispatcher')).status).toBe(403);
  const foreign = await server.http.inject({
    method: 'PUT',
    url: `/api/import-files/${fileId}?name=x.csv`,
    headers: {
      cookie: cookies.get('admin') ?? '',
      origin: 'http://evil.invalid',
      'content-type': 'application/octet-stream',
    },
    payload: 'a,b\n',
  });
  expect(foreign.statusCode).toBe(403);
  const said = async (language: string, importId: string = uuidv7()) =>
    (
      await server.http.inject({
        method: 'GET',
        url: `/api/imports/${importId}/refused-rows.csv`,
        headers: { cookie: cookies.get('admin') ?? '', 'accept-language': language },
      })
    ).json().title;
  // What is no id is no import either.
  expect(await said('fr', 'x%0d%0ax')).toBe(reasonText('import.unknown', 'fr'));
  expect(await said('fr')).toBe(reasonText('import.unknown', 'fr'));
  expect(await said('ar')).toBe(reasonText('import.unknown', 'ar'));
});

test('bad input: a file that is none, an unknown mapping, a path for a name, another file under the same id', async () => {
  const fileId = uuidv7();
  expect((await send(fileId, 'a,b\n1,2\n', '../../etc/passwd')).statusCode).toBe(200);
  expect((await send(fileId, 'a,b\n3,4\n', 'passwd')).statusCode).toBe(409);
  expect((await send('..%2f..%2fx', 'a,b\n')).statusCode).toBe(422);
  expect((await send(uuidv7(), 'a,b\n', 'x\u202e.csv')).statusCode).toBe(422);
  const preview = (file: string, mapping: string) =>
    call('GET', `/api/import-files/${file}/preview?mapping=${mapping}`);
  expect((await preview(fileId, 'nyc-thefts')).body.reason).toBe('file.column_missing');
  expect((await preview(fileId, 'none')).body.reason).toBe('mapping.unknown');
  expect((await preview(uuidv7(), 'nyc-thefts')).status).toBe(404);
  expect((await call('GET', '/api/imports?cursor=abc')).body.reason).toBe('cursor.invalid');
  // A file that cannot be read as a whole fails its run with the reason, and leaves nothing behind.
  const importId = uuidv7();
  await call('POST', '/api/imports', { commandId: uuidv7(), importId, fileId, mapping: 'nyc-thefts' });
  expect(await ended(importId)).toMatchObject({ status: 'failed', error: 'file.column_missing', incidents: 0 });
  const late = await call('POST', `/api/imports/${importId}/cancel`, { commandId: uuidv7() });
  expect([late.status, late.body.reason]).toEqual([409, 'import.not_running']);
  expect(readdirSync(path.join(server.filesFolder, 'imports'))).not.toContain(fileId);
});

test('cancelled half-way what was written stays, and the same file goes on from there', async () => {
  const fileId = uuidv7();
  await send(fileId, sample(8_000, 0, '', 'C'));
  const importId = uuidv7();
  await call('POST', '/api/imports', { commandId: uuidv7(), importId, fileId, mapping: 'nyc-thefts' });
  await expect
    .poll(async () => (await call('GET', `/api/imports/${importId}`)).body.rows, { timeout: 20_000, interval: 50 })
    .toBeGreaterThan(0);
  expect((await call('POST', `/api/imports/${importId}/cancel`, { commandId: uuidv7() })).status).toBe(200);
  const stopped = await ended(importId);
  expect(stopped.status).toBe('cancelled');
  expect(stopped.incidents).toBeLessThan(8_000);
  const again = uuidv7();
  const second = uuidv7();
  await send(second, sample(8_000, 0, '', 'C'));
  await call('POST', '/api/imports', { commandId: uuidv7(), importId: again, fileId: second, mapping: 'nyc-thefts' });
  const done = await ended(again);
  expect(done).toMatchObject({ status: 'done', unchanged: stopped.incidents, incidents: 8_000 - stopped.incidents });
}, 90_000);

test('who may import nowhere sends nothing, and nobody fills the disk with files that are never imported', async () => {
  const folder = path.join(server.filesFolder, 'imports');
  const before = readdirSync(folder).length;
  const refused = await send(uuidv7(), 'a,b\n', 'x.csv', 'dispatcher');
  expect([refused.statusCode, refused.json().reason]).toEqual([403, 'right.missing']);
  expect(readdirSync(folder)).toHaveLength(before);

  const sent: string[] = [];
  let answer = { statusCode: 200, json: () => ({}) };
  while (sent.length <= mostUnstartedFiles) {
    const fileId = uuidv7();
    answer = await send(fileId, sample(1, 0, '', 'M'));
    if (answer.statusCode !== 200) break;
    sent.push(fileId);
  }
  expect([answer.statusCode, answer.json()]).toMatchObject([429, { reason: 'file.too_many' }]);
  expect(readdirSync(folder)).toHaveLength(before + sent.length);
  // One that was sent before is the same file; one that is imported makes room.
  const [first = ''] = sent;
  expect((await send(first, sample(1, 0, '', 'M'))).statusCode).toBe(200);
  const start = { commandId: uuidv7(), importId: uuidv7(), fileId: first, mapping: 'nyc-thefts' };
  expect((await call('POST', '/api/imports', start)).status).toBe(200);
  expect((await send(uuidv7(), sample(1, 0, '', 'M'))).statusCode).toBe(200);
  await ended(start.importId);
});
