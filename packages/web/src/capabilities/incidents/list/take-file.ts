import type { ExportRequest } from '@marsad/contract/incidents/export-incidents.ts';
import { seatHeaders } from '../../../platform/api.ts';
import type { Language } from '../../../platform/text.ts';

/** A refusal in the person's language, as the server said it. */
export class Refused extends Error {}

/**
 * Asks for a list as a file and takes it in as it is made; `received` hears how many bytes have come. The server has logged
 * the disclosure before the first of them.
 * @throws Refused with the reason; anything else means that the file did not come whole
 */
export async function takeFile(
  request: ExportRequest,
  language: Language,
  signal: AbortSignal,
  received: (bytes: number) => void,
): Promise<{ name: string; content: Blob }> {
  const answer = await fetch('/api/incidents/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language, ...seatHeaders() },
    body: JSON.stringify({ ...request, language }),
    signal,
  });
  if (!answer.ok) {
    const problem = (await answer.json()) as { title?: string; errors?: { detail?: string }[] };
    throw new Refused(problem.errors?.[0]?.detail ?? problem.title ?? String(answer.status));
  }
  const name = /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    pieces.push(piece.value);
    bytes += piece.value.byteLength;
    received(bytes);
  }
  return {
    name: name ?? `incidents.${request.format}`,
    content: new Blob(pieces, { type: answer.headers.get('content-type') ?? '' }),
  };
}
