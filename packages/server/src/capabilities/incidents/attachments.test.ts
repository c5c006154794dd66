// Attachments: in by stream, kept by digest, out as a download; works, refused, wrong area, repeated, bad input.
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { sniffMediaType } from './sniff-media-type.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  await server.http.listen({ host: '127.0.0.1', port: 0 });
  room = new Room(server);
  await room.signIn('dispatcher', 'calltaker', 'akkar', 'inspector', 'hq');
});
afterAll(() => server.close());

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 7)]);
const url = (id: string, attachmentId: string) => `/api/incidents/${id}/attachments/${attachmentId}`;
async function put(id: string, payload: Buffer, more: { name?: string; as?: string; attachmentId?: string } = {}) {
  const { name = 'صورة.png', as = 'calltaker', attachmentId = uuidv7() } = more;
  const answer = await server.http.inject({
    method: 'PUT',
    url: `${url(id, attachmentId)}?name=${encodeURIComponent(name)}`,
    headers: { cookie: room.cookie(as), 'content-type': 'application/octet-stream', 'accept-language': 'en' },
    payload,
  });
  return { status: answer.statusCode, said: answer.json(), attachmentId };
}
const read = (id: string, attachmentId: string, as = 'dispatcher') =>
  server.http.inject({ method: 'GET', url: url(id, attachmentId), headers: { cookie: room.cookie(as) } });
const partials = async (): Promise<string[]> => {
  const names = await readdir(path.join(server.filesFolder, 'attachments')).catch(() => []);
  return names.filter((name) => name.endsWith('.part'));
};

test('works: a file is kept as it is under its digest, told in the story, and downloaded as nothing that runs', async () => {
  const id = await room.logged();
  const { status, said, attachmentId } = await put(id, png, { name: '../../صورة المكان (1).png' });
  expect([status, said]).toEqual([200, { version: 2, mediaType: 'image/png' }]);
  const after = await room.detail(id);
  expect(after.attachments).toMatchObject([
    {
      attachmentId,
      fileName: 'صورة المكان (1).png',
      mediaType: 'image/png',
      byteCount: png.length,
      addedByName: 'رنا خوري',
    },
  ]);
  expect(after.timeline.at(-1)).toMatchObject({ kind: 'attachment', text: 'صورة المكان (1).png' });
  const answer = await read(id, attachmentId);
  expect(answer.statusCode).toBe(200);
  expect(answer.rawPayload.equals(png)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('صورة المكان ')}%281%29.png`,
    'cache-control': 'no-store',
  });
  const reads = await room.owner(
    "SELECT kind, fields FROM audit_entry WHERE subject_id = $1 AND action = 'incident.attachment_read'",
    [id],
  );
  expect(reads).toEqual([{ kind: 'disclosure', fields: ['attachment'] }]);
  const [stored] = await room.owner('SELECT encode(sha256, $2) AS name FROM attachment WHERE incident_id = $1', [
    id,
    'hex',
  ]);
  const file = path.join(server.filesFolder, 'attachments', stored.name.slice(0, 2), stored.name);
  expect((await readFile(file)).equals(png)).toBe(true);
});

test('repeated it is one attachment; the same id with other bytes is a conflict', async () => {
  const id = await room.logged();
  const attachmentId = uuidv7();
  const answers = await Promise.all([1, 2].map(() => put(id, png, { attachmentId })));
  expect(answers.map((one) => [one.status, one.said.version])).toEqual([
    [200, 2],
    [200, 2],
  ]);
  expect((await put(id, Buffer.concat([png, png]), { attachmentId })).said.reason).toBe('command.id_used');
  expect((await room.detail(id)).attachments).toHaveLength(1);
});

test('refused: without the right, in another room, signed out, for a foreign page; nothing is left', async () => {
  const id = await room.logged();
  expect((await put(id, png, { as: 'inspector' })).said.reason).toBe('right.missing');
  expect((await put(id, png, { as: 'akkar' })).said.reason).toBe('incident.not_found');
  expect((await put(id, png, { as: 'nobody' })).said.reason).toBe('session.missing');
  const { attachmentId } = await put(id, png);
  expect((await read(id, attachmentId, 'akkar')).json().reason).toBe('attachment.not_found');
  expect((await read(id, attachmentId, 'nobody')).json().reason).toBe('session.missing');
  expect((await read(id, uuidv7())).json().reason).toBe('attachment.not_found');
  for (const wrong of ['x', '-'.repeat(36)]) expect((await read(id, wrong)).json().reason).toBe('attachment.not_found');
  expect((await read(id, attachmentId, 'hq')).statusCode).toBe(200);
  const foreign = await server.http.inject({
    method: 'PUT',
    url: `${url(id, uuidv7())}?name=a.png`,
    headers: {
      cookie: room.cookie('calltaker'),
      origin: 'https://elsewhere.example',
      'content-type': 'application/octet-stream',
    },
    payload: png,
  });
  expect(foreign.json().reason).toBe('origin.foreign');
  expect(await partials()).toEqual([]);
});

test('bad input: pages, programs, archives, empty, too large, hidden characters in the name; nothing is left', async () => {
  const id = await room.logged();
  const wrong: [Buffer, object, string][] = [
    [Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), { name: 'photo.png' }, 'attachment.type'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { name: 'photo.svg' }, 'attachment.type'],
    [Buffer.from('MZ\x90\x00\x03\x00', 'latin1'), { name: 'photo.jpg' }, 'attachment.type'],
    [Buffer.alloc(0), {}, 'attachment.empty'],
    [Buffer.alloc(25_000_001, 65), { name: 'a.txt' }, 'attachment.too_large'],
    [png, { name: 'صورة\u202egnp.exe' }, 'text.forbidden_characters'],
    [png, { name: '' }, 'text.forbidden_characters'],
    [png, { attachmentId: 'not-an-id' }, 'input.invalid'],
  ];
  for (const [payload, more, reason] of wrong) expect((await put(id, payload, more)).said.reason).toBe(reason);
  expect(await room.detail(id)).toMatchObject({ attachments: [], version: 1 });
  expect(await partials()).toEqual([]);
});

test('a sending that breaks off leaves nothing', async () => {
  const id = await room.logged();
  const { port } = server.http.server.address() as AddressInfo;
  const outgoing = request({
    host: '127.0.0.1',
    port,
    method: 'PUT',
    path: `${url(id, uuidv7())}?name=a.png`,
    headers: {
      cookie: room.cookie('calltaker'),
      'content-type': 'application/octet-stream',
      'content-length': 100_000,
    },
  });
  outgoing.on('error', () => {});
  outgoing.write(png);
  await expect.poll(partials).toHaveLength(1);
  outgoing.destroy();
  await expect.poll(partials).toEqual([]);
  expect((await room.detail(id)).attachments).toEqual([]);
});

test('what a file is, is told by its bytes', () => {
  const of = (text: string) => sniffMediaType(Buffer.from(text, 'latin1'));
  const known: [string, string | null][] = [
    ['\xff\xd8\xff\xe0JFIF', 'image/jpeg'],
    ['GIF89a...', 'image/gif'],
    ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'image/webp'],
    ['RIFF\x10\x00\x00\x00WAVEfmt ', 'audio/wav'],
    ['%PDF-1.7', 'application/pdf'],
    ['\x00\x00\x00\x18ftypheic', 'image/heic'],
    ['\x00\x00\x00\x18ftypisom', 'video/mp4'],
    ['\x00\x00\x00\x18ftypqt  ', 'video/quicktime'],
    ['\x00\x00\x00\x18ftypM4A ', 'audio/mp4'],
    ['\x00\x00\x00\x18ftypcrx ', null],
    ['ID3\x04\x00', 'audio/mpeg'],
    ['\xff\xfb\x90\x64\x00\x0f', 'audio/mpeg'],
    ['\x1a\x45\xdf\xa3\x01', 'video/webm'],
    ['OggS\x00', 'audio/ogg'],
    ['PK\x03\x04\x14\x00', null],
    ['\x7fELF\x02\x01\x01\x00', null],
    ['#!/bin/sh\n', null],
    ['  <?xml version="1.0"?><svg/>', null],
    ['\xef\xbb\xbf<html>', null],
    ['', null],
  ];
  for (const [bytes, type] of known) expect(of(bytes), JSON.stringify(bytes)).toBe(type);
  expect(sniffMediaType(Buffer.from('محضر الحادث\nسطر ثانٍ', 'utf8'))).toBe('text/plain');
  expect(sniffMediaType(Buffer.from('\ufeffمحضر الحادث', 'utf16le'))).toBe('text/plain');
  // A letter cut by the end of what was looked at is still text.
  expect(sniffMediaType(Buffer.from('محضر', 'utf8').subarray(0, 7))).toBe('text/plain');
});

test('withdrawn with a reason: the row and the story stay, the file is served to nobody, once for all', async () => {
  const id = await room.logged();
  const { attachmentId } = await put(id, png);
  const withdraw = (more: object = {}, as = 'dispatcher') =>
    room.post(as, `/${id}/attachments/${attachmentId}/withdrawal`, { reason: 'صورة خاصة', ...more });
  expect(await withdraw({ reason: ' ' })).toEqual([400, 'text.empty']);
  expect(await withdraw({}, 'akkar')).toEqual([404, 'incident.not_found']);
  expect((await withdraw({}, 'hq'))[0]).toBe(403);
  expect((await read(id, attachmentId)).statusCode).toBe(200);
  const commandId = uuidv7();
  expect(await withdraw({ commandId })).toMatchObject([200, { version: 3 }]);
  expect(await withdraw({ commandId })).toMatchObject([200, { version: 3 }]);
  expect(await withdraw()).toEqual([409, 'attachment.withdrawn']);
  const answer = await read(id, attachmentId);
  expect([answer.statusCode, answer.json().reason]).toEqual([404, 'attachment.withdrawn']);
  const after = await room.detail(id);
  expect(after.attachments).toMatchObject([{ attachmentId, withdrawalReason: 'صورة خاصة' }]);
  expect(after.timeline.at(-1)).toMatchObject({ kind: 'attachment', text: 'صورة خاصة', data: { withdrawn: true } });
  const audits = await room.owner(
    "SELECT kind, fields FROM audit_entry WHERE subject_id = $1 AND action = 'incident.attachment_withdrawn'",
    [id],
  );
  expect(audits).toEqual([{ kind: 'erasure', fields: ['attachment'] }]);
  expect(await room.post('dispatcher', `/${id}/attachments/${uuidv7()}/withdrawal`, { reason: 'x' })).toEqual([
    404,
    'attachment.not_found',
  ]);
});
