import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { Room } from './room.ts';
import type { TestServer } from './server.ts';

interface Seen {
  kind: string;
  incidentId: string | null;
  incident: Record<string, unknown> | null;
}

/**
 * An open stream from where the board of a room stands now, as a screen opens it: what it was sent so far. What was done
 * before the call has its position by then; else it would come on the stream too, as it may on a screen.
 */
export async function follow(server: TestServer, cookie: string, room: Room) {
  await room.server.sequencer.drain();
  const board = await room.get(`/board/${room.server.unit('TRI')}`);
  expect(board.position, JSON.stringify(board)).toEqual(expect.any(Number));
  if (!server.http.server.listening) await server.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.http.server.address() as AddressInfo;
  const request = get({
    port,
    path: `/api/stream?epoch=${board.epoch}&position=${board.position}`,
    headers: { cookie },
  });
  const [response] = await once(request, 'response');
  // A stream that the test closes itself ends too.
  response.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => response.on('close', resolve));
  let text = '';
  response.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  return {
    text: () => text,
    ids: () => [...text.matchAll(/"incidentId":"([^"]+)","roomId"/g)].map((match) => match[1]),
    events: (): Seen[] =>
      [...text.matchAll(/^id: .*\ndata: (.*)$/gm)].map((match) => JSON.parse(match[1] as string) as Seen),
    ended,
    close: () => request.destroy(),
  };
}
