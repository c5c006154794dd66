import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestServer } from './server.ts';

interface Seen {
  kind: string;
  incidentId: string | null;
  incident: Record<string, unknown> | null;
}

/** An open stream from where a board stands: what it was sent so far. */
export async function follow(server: TestServer, cookie: string, board: { epoch: string; position: number }) {
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
