// The edge of the server over real connections: headers, compression, caching, slow and malformed requests, what a full disk says.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../db/pools.ts';
import { createHttp } from './create-http.ts';

let server: TestServer;
let webFolder: string;
let dispatcher: string;
beforeAll(async () => {
  webFolder = mkdtempSync(path.join(tmpdir(), 'marsad-web-'));
  mkdirSync(path.join(webFolder, 'assets'));
  writeFileSync(path.join(webFolder, 'index.html'), '<!doctype html><title>Marsad</title>');
  writeFileSync(path.join(webFolder, 'assets/board-1a2b.js'), 'export const plain = true;');
  writeFileSync(path.join(webFolder, 'assets/board-1a2b.js.br'), brotliCompressSync('export const dense = true;'));
  writeFileSync(path.join(webFolder, 'service-worker.js'), '/* worker */');
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  dispatcher = await server.signIn('dispatcher');
});
afterAll(async () => {
  await server.close();
  rmSync(webFolder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.http.inject({ method: 'GET', url, headers: { cookie: dispatcher, ...headers } });

test('every answer, of pages, API and errors, says what a browser may do with it', async () => {
  for (const url of ['/', '/api/session', '/api/nothing', '/healthz', '/assets/none.js']) {
    const { headers } = await get(url);
    expect([url, headers['x-content-type-options'], headers['x-frame-options']]).toEqual([url, 'nosniff', 'DENY']);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self'( 'wasm-unsafe-eval')?;/);
    expect(headers['strict-transport-security']).toBeUndefined();
  }
});

test('files named by their content are kept for ever, the page itself never, and a file that is gone is not the page', async () => {
  const caching = async (url: string) => (await get(url)).headers['cache-control'];
  expect(await caching('/')).toBe('no-store');
  expect(await caching('/incidents/any-address')).toBe('no-store');
  expect(await caching('/assets/board-1a2b.js')).toBe('public, max-age=31536000, immutable');
  expect(await caching('/service-worker.js')).toBe('no-cache');
  expect((await get('/assets/board-0000.js')).statusCode).toBe(404);
});

test('what the build compressed is sent as it is, and lists are compressed on their way', async () => {
  const script = await get('/assets/board-1a2b.js', { 'accept-encoding': 'br' });
  expect(script.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(script.rawPayload).toString()).toBe('export const dense = true;');
  const list = await get('/api/openapi.json', { 'accept-encoding': 'gzip' });
  expect(list.headers['content-encoding']).toBe('gzip');
  expect(JSON.parse(gunzipSync(list.rawPayload).toString()).openapi).toMatch(/^3\.1/);
});

test('a body that is no JSON, too large or of another kind is refused as a problem, in the person’s language', async () => {
  const post = (payload: string, type: string) =>
    server.http.inject({
      method: 'POST',
      url: '/api/incidents',
      headers: { cookie: dispatcher, 'content-type': type, 'accept-language': 'fr' },
      payload,
    });
  const malformed = await post('{"a":', 'application/json');
  expect([malformed.statusCode, malformed.json().reason]).toEqual([400, 'body.malformed']);
  expect(malformed.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(malformed.json().title).toBe('La requête est illisible : elle n’a pas la forme demandée.');
  const large = await post(JSON.stringify({ text: 'x'.repeat(4_100_000) }), 'application/json');
  expect([large.statusCode, large.json().reason]).toEqual([413, 'body.too_large']);
  const kind = await post('<a/>', 'application/xml');
  expect([kind.statusCode, kind.json().reason]).toEqual([415, 'body.kind']);
});

test('a full disk is told as such, nothing is half-written, and the same command arrives when there is room again', async () => {
  const owner = await connectClient(server.ownerUrl, 'test');
  await owner.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON timeline_entry FOR EACH ROW EXECUTE FUNCTION full_disk()`);
  const payload = {
    commandId: randomUUID(),
    incidentId: randomUUID(),
    roomId: server.unit('TRI'),
    typeId: server.type('violence.fight'),
    placeText: 'ساحة التمرين',
  };
  const log = () =>
    server.http.inject({ method: 'POST', url: '/api/incidents', headers: { cookie: dispatcher }, payload });
  const full = await log();
  expect([full.statusCode, full.json().reason]).toEqual([503, 'storage.full']);
  expect(full.json().title).toContain('امتلأ قرص الخادم');
  const written = 'SELECT count(*) AS n FROM incident WHERE incident_id = $1';
  expect((await owner.query(written, [payload.incidentId])).rows[0].n).toBe(0);
  await owner.query('DROP TRIGGER full_disk ON timeline_entry');
  expect((await log()).statusCode).toBe(200);
  expect((await owner.query(written, [payload.incidentId])).rows[0].n).toBe(1);
  await owner.end();
});

test('whoever sends a body byte by byte is cut off', async () => {
  const http = await createHttp({ logLevel: 'silent', secure: true, bodySeconds: 0.05 });
  http.post('/slow', async () => 'never');
  const address = new URL(await http.listen({ host: '127.0.0.1', port: 0 }));
  const socket = connect(Number(address.port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write('POST /slow HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
  await once(socket, 'close');
  const { headers } = await http.inject('/none');
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  await http.close();
});
