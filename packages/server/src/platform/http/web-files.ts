// The web application's files. Those named by their content never change; the page that names them is asked for each time.
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built application; what is no file and no address of the API is the application itself, which knows its pages. */
export async function mountWeb(http: FastifyInstance, folder: string): Promise<void> {
  const root = path.resolve(folder);
  await http.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    // Made by the build beside each file: the densest compression, at no cost here.
    preCompressed: true,
    setHeaders: (reply, file) => {
      reply.header('cache-control', cachingOf(path.relative(root, file)));
    },
  });
  // Every page of the application has a permanent address.
  http.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && !request.url.startsWith('/assets/')
      ? reply.sendFile('index.html')
      : reply.code(404).send(),
  );
}

function cachingOf(file: string): string {
  if (/^assets[\\/]/.test(file)) return 'public, max-age=31536000, immutable';
  return /^index\.html/.test(file) ? 'no-store' : 'no-cache';
}
