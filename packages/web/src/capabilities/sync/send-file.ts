import { seatHeaders } from '../../platform/api.ts';

/** How a sending ended: taken, refused with a reason of ours, or not arrived. */
export type Sent = { ok: true } | { ok: false; reason: string | null };

/** Sends a file as a stream of bytes; `progress` is told the share that has left. */
export function sendFile(
  file: File,
  fileId: string,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/import-files/${fileId}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    for (const [name, value] of Object.entries(seatHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => progress(file.size === 0 ? 1 : event.loaded / file.size);
    request.onload = () => resolve(request.status === 200 ? { ok: true } : { ok: false, reason: reasonOf(request) });
    request.onerror = () => resolve({ ok: false, reason: null });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function reasonOf(request: XMLHttpRequest): string | null {
  try {
    return (JSON.parse(request.responseText) as { reason?: string }).reason ?? null;
  } catch {
    return null;
  }
}
