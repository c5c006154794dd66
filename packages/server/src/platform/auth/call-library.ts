import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Auth, addressHeader } from './auth.ts';

/** Headers of a Fastify request as the sign-in library reads them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // HTTP/2 puts the request line among the headers, under names with a colon.
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set(addressHeader, request.ip);
  return headers;
}

export interface LibraryAnswer {
  ok: boolean;
  status: number;
  /** The library's own error code, when it refused. */
  code: string;
  body: Record<string, unknown>;
  cookies: string[];
}

interface Question {
  auth: Auth;
  origin: string;
  request: FastifyRequest;
  path: string;
  /** Only what is named here reaches the library: none of its other options can be set from outside. */
  body: Record<string, unknown>;
  /** Names of the cookies to pass on; all when absent. */
  cookies?: RegExp;
}

/** Asks the library one of its endpoints for a request. */
export async function callLibrary({ auth, origin, request, path, body, cookies }: Question): Promise<LibraryAnswer> {
  const headers = headersOf(request);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  headers.set('origin', origin);
  if (cookies) {
    const passed = cookiesOf(request).filter(([name]) => cookies.test(name));
    headers.set('cookie', passed.map(([name, value]) => `${name}=${value}`).join('; '));
  }
  const response = await auth.handler(
    new Request(new URL(`/api/auth${path}`, origin), { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  const text = await response.text();
  const answer = (text ? (JSON.parse(text) as Record<string, unknown> | null) : null) ?? {};
  const code = typeof answer.code === 'string' ? answer.code : '';
  return { ok: response.ok, status: response.status, code, body: answer, cookies: response.headers.getSetCookie() };
}

/** The cookies of a request, values as they were sent. */
export function cookiesOf(request: FastifyRequest): [string, string][] {
  return (request.headers.cookie ?? '').split(';').flatMap((part): [string, string][] => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]];
  });
}

/** Hands the library's cookies on. */
export function passCookies(reply: FastifyReply, answer: LibraryAnswer): void {
  if (answer.cookies.length > 0) reply.header('set-cookie', answer.cookies);
}
