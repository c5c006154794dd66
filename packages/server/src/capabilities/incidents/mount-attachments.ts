// The two ways of an attachment: in as a stream of bytes, out as a download that no browser runs. Too large for operations.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { validate } from 'uuid';
import { pathOfBytes } from '../../platform/files/receive-bytes.ts';
import { languageOf } from '../../platform/http/language.ts';
import { problemOf } from '../../platform/http/problem.ts';
import type { Actor } from '../../platform/operations/actor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { requireReady } from '../../platform/operations/require-ready.ts';
import type { CommandRunner } from '../../platform/operations/run-command.ts';
import { runQuery } from '../../platform/operations/run-query.ts';
import { addAttachment } from './add-attachment.ts';
import { findAttachment } from './attachment-store.ts';

interface Options {
  runner: CommandRunner;
  filesFolder: string;
  mostMegabytes: number;
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  refuseOrigin(request: FastifyRequest): string | undefined;
}
interface Place {
  incidentId: string;
  attachmentId: string;
}
const address = '/api/incidents/:incidentId/attachments/:attachmentId';

/** Mounts `PUT` (with `?name=`) and `GET /api/incidents/:incidentId/attachments/:attachmentId`. */
export function mountAttachments(http: FastifyInstance, options: Options): void {
  const place = { folder: path.join(options.filesFolder, 'attachments'), mostMegabytes: options.mostMegabytes };
  if (!http.hasContentTypeParser('application/octet-stream'))
    http.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  http.put<{ Params: Place; Querystring: { name?: string } }>(
    address,
    { bodyLimit: Number.MAX_SAFE_INTEGER },
    answering(async (request, reply) => {
      const actor = await permitted(request, options, 'incident.attach');
      // Told in advance it is refused in words; found out half-way the connection has to go.
      if (Number(request.headers['content-length'] ?? 0) > place.mostMegabytes * 1_000_000)
        refuse('PAYLOAD_TOO_LARGE', 'attachment.too_large', { parameters: { megabytes: place.mostMegabytes } });
      const { name = '' } = request.query as { name?: string };
      const sent = { ...(request.params as Place), fileName: name, bytes: request.body as Readable };
      return reply.send(await addAttachment(options.runner, place, actor, sent));
    }),
  );
  http.get<{ Params: Place }>(
    address,
    answering(async (request, reply) => {
      const actor = await permitted(request, options, 'incident.read');
      const found = await read(options.runner, actor, request.params as Place);
      const file = pathOfBytes(place.folder, found.sha256);
      if ((await stat(file).catch(() => null))?.size !== found.byteCount) refuse('NOT_FOUND', 'attachment.lost');
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeName(found.fileName)}`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-length', found.byteCount)
        .type(found.mediaType)
        .send(createReadStream(file));
    }),
  );
}

// RFC 8187 lets fewer characters stand than encodeURIComponent does.
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** What to send; the reading is logged in the same transaction. Refuses what is not in the area as if it were not there. */
async function read(runner: CommandRunner, actor: Actor, { incidentId, attachmentId }: Place) {
  return runQuery(runner, 'incident.read', true, actor, null, async ({ tx, consult }) => {
    const found =
      ([incidentId, attachmentId].every((id) => validate(id)) &&
        (await findAttachment(tx, incidentId, attachmentId))) ||
      refuse('NOT_FOUND', 'attachment.not_found', { field: 'attachmentId' });
    if (found.withdrawnAt !== null) refuse('NOT_FOUND', 'attachment.withdrawn', { field: 'attachmentId' });
    await consult({
      kind: 'disclosure',
      action: 'incident.attachment_read',
      subjectKind: 'incident',
      subjectId: incidentId,
      unitId: found.roomId,
      fields: ['attachment'],
      values: { attachmentId },
    });
    return found;
  });
}

async function permitted(request: FastifyRequest, options: Options, action: string): Promise<Actor> {
  if (options.refuseOrigin(request)) refuse('FORBIDDEN', 'origin.foreign');
  const actor = (await options.actorOf(request)) ?? refuse('UNAUTHORIZED', 'session.missing');
  requireReady(actor, action);
  if (actor.tokenActions && !actor.tokenActions.includes(action))
    refuse('FORBIDDEN', 'token.action', { parameters: { action } });
  return actor;
}

function answering(handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    try {
      return await handle(request, reply);
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error;
      const language = languageOf(request.headers['accept-language']);
      return reply.code(error.status).type('application/problem+json').send(problemOf(error, language));
    }
  };
}
