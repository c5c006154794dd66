import { access } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../operations/actor.ts';

const prefix = '/api/map/';
const name = 'streets.pmtiles';
export const streetsAddress = `${prefix}${name}`;

/**
 * Serves the force's street file by ranges to whoever is signed in: a screen reads the few kilobytes it shows of a
 * file that may hold gigabytes.
 * @throws where the file cannot be read, saying which
 */
export async function mountStreets(
  http: FastifyInstance,
  file: string,
  actorOf: (request: FastifyRequest) => Promise<Pick<Actor, 'mustChoosePassword'> | null>,
): Promise<void> {
  await access(file).catch(() => {
    throw new Error(`Expected to read the streets of MARSAD_MAP_PMTILES at ${file}, got nothing. Check the path.`);
  });
  await http.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const actor = await actorOf(request);
      // As if nobody were signed in, until the password is their own.
      if (!actor || actor.mustChoosePassword) return reply.code(401).send();
    });
    await scope.register(fastifyStatic, {
      root: path.dirname(path.resolve(file)),
      prefix,
      serve: false,
      decorateReply: true,
    });
    scope.get(streetsAddress, (_request, reply) => reply.sendFile(path.basename(file)));
  });
}
