import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Auth } from './auth.ts';

/** Headers of a Fastify request as the sign-in library reads them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // HTTP/2 puts the request line among the headers, under names with a colon.
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** Serves the library's own endpoints under /api/auth. */
export function mountAuth(app: FastifyInstance, auth: Auth, origin: string): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const headers = headersOf(request);
      headers.delete('content-length');
      const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : undefined;
      if (body !== undefined) headers.set('content-type', 'application/json');
      const response = await auth.handler(
        new Request(new URL(request.url, origin), { method: request.method, headers, body }),
      );
      reply.status(response.status);
      response.headers.forEach((value, name) => {
        if (name !== 'set-cookie') reply.header(name, value);
      });
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) reply.header('set-cookie', cookies);
      return reply.send(response.body ? await response.text() : null);
    },
  });
}
