// A list of incidents as a file: too large for an operation, so a route of its own.
import { exportRequest } from '@marsad/contract/incidents/export-incidents.ts';
import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../platform/http/language.ts';
import { problemOf } from '../../platform/http/problem.ts';
import type { Actor } from '../../platform/operations/actor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { requireReady } from '../../platform/operations/require-ready.ts';
import { beginExport, type Exporter } from './export-incidents.ts';
import { csvOf, xlsxOf } from './write-export.ts';

interface Options extends Exporter {
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  refuseOrigin(request: FastifyRequest): string | undefined;
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Mounts `POST /api/incidents/export`: answers with the file, whose name and header `x-export-id` name the entry of the log. */
export function mountExport(http: FastifyInstance, options: Options): void {
  http.post('/api/incidents/export', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    try {
      const actor = await permitted(request, options);
      const parsed = exportRequest.safeParse(request.body);
      if (!parsed.success) throw new ORPCError('BAD_REQUEST', { status: 400, data: { issues: parsed.error.issues } });
      const file = await beginExport(options, actor, parsed.data);
      const { format } = parsed.data;
      const name = `incidents-${file.at.toISOString().slice(0, 10)}-${file.exportId}.${format}`;
      return await reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('x-content-type-options', 'nosniff')
        .header('x-export-id', file.exportId)
        .type(types[format])
        .send(format === 'csv' ? csvOf(file) : xlsxOf(file));
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error;
      const language = languageOf(request.headers['accept-language']);
      return reply.code(error.status).type('application/problem+json').send(problemOf(error, language));
    }
  });
}

async function permitted(request: FastifyRequest, options: Options): Promise<Actor> {
  if (options.refuseOrigin(request)) refuse('FORBIDDEN', 'origin.foreign');
  const actor = (await options.actorOf(request)) ?? refuse('UNAUTHORIZED', 'session.missing');
  requireReady(actor, 'incident.export');
  // A program that may take out but not read would take out nothing: it is told.
  for (const action of ['incident.export', 'incident.read'])
    if (actor.tokenActions && !actor.tokenActions.includes(action))
      refuse('FORBIDDEN', 'token.action', { parameters: { action } });
  return actor;
}
