// The two ways of a file: in as a stream of bytes, and its refused rows out as CSV. Too large to pass through operations.

import type { Readable } from 'node:stream';
import { csvLine, csvMark } from '@marsad/contract/platform/csv.ts';
import type { Language } from '@marsad/contract/platform/reasons/sentence.ts';
import { reasonText } from '@marsad/contract/platform/reasons.ts';
import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { validate } from 'uuid';
import { languageOf } from '../../platform/http/language.ts';
import { problemOf } from '../../platform/http/problem.ts';
import type { Actor } from '../../platform/operations/actor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { requireReady } from '../../platform/operations/require-ready.ts';
import type { CommandRunner } from '../../platform/operations/run-command.ts';
import { runQuery } from '../../platform/operations/run-query.ts';
import { receiveFile } from './receive-file.ts';
import { areRefusedRowsRemoved, findRun, pageOfRefusedRows } from './runs-store.ts';

interface Options {
  runner: CommandRunner;
  filesFolder: string;
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  refuseOrigin(request: FastifyRequest): string | undefined;
}

/** Mounts `PUT /api/import-files/:fileId?name=` and `GET /api/imports/:importId/refused-rows.csv`. */
export function mountImportFiles(http: FastifyInstance, options: Options): void {
  http.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  http.put<{ Params: { fileId: string }; Querystring: { name?: string } }>(
    '/api/import-files/:fileId',
    { bodyLimit: Number.MAX_SAFE_INTEGER },
    answering(async (request, reply) => {
      const actor = await permitted(request, options);
      const { fileId } = request.params as { fileId: string };
      const { name = '' } = request.query as { name?: string };
      const bytes = request.body as Readable;
      return reply.send(
        await receiveFile(options.runner, options.filesFolder, actor, { fileId, fileName: name, bytes }),
      );
    }),
  );
  http.get<{ Params: { importId: string } }>(
    '/api/imports/:importId/refused-rows.csv',
    answering(async (request, reply) => {
      const actor = await permitted(request, options);
      const { importId } = request.params as { importId: string };
      if (!validate(importId)) refuse('NOT_FOUND', 'import.unknown', { field: 'importId' });
      const csv = await refusedRowsCsv(options.runner, actor, importId);
      reply.header('content-disposition', `attachment; filename="refused-rows-${importId}.csv"`);
      return reply.type('text/csv; charset=utf-8').send(csv);
    }),
  );
}

async function permitted(request: FastifyRequest, options: Options): Promise<Actor> {
  if (options.refuseOrigin(request)) refuse('FORBIDDEN', 'origin.foreign');
  const actor = (await options.actorOf(request)) ?? refuse('UNAUTHORIZED', 'session.missing');
  requireReady(actor, 'import.run');
  if (actor.tokenActions && !actor.tokenActions.includes('import.run')) refuse('FORBIDDEN', 'token.action');
  return actor;
}

function answering(handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    try {
      return await handle(request, reply);
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error;
      const problem = problemOf(error, languageOf(request.headers['accept-language']));
      return reply.code(error.status).type('application/problem+json').send(problem);
    }
  };
}

const mostRows = 100_000;
const heading: Record<Language, [line: string, column: string, value: string, reason: string, more: string]> = {
  ar: ['السطر', 'العمود', 'القيمة', 'السبب', 'هذه الأسطر الأولى فقط؛ في الملف أسطر مرفوضة أخرى'],
  en: ['Line', 'Column', 'Value', 'Reason', 'These are the first ones; the file has more refused rows'],
  fr: ['Ligne', 'Colonne', 'Valeur', 'Motif', 'Ce sont les premières ; le fichier a d’autres lignes refusées'],
};

/** The refused rows as CSV, the first 100,000; leaving the force's system they are a disclosure. @throws as operations do */
async function refusedRowsCsv(runner: CommandRunner, actor: Actor, importId: string): Promise<string> {
  return runQuery(runner, 'import.run', true, actor, importId, async ({ tx, consult }) => {
    if (!(await findRun(tx, importId))) refuse('NOT_FOUND', 'import.unknown', { field: 'importId' });
    if (await areRefusedRowsRemoved(tx, importId)) refuse('NOT_FOUND', 'import.rows_removed', { field: 'importId' });
    await consult({
      kind: 'disclosure',
      action: 'sync.refused_rows_exported',
      subjectKind: 'import',
      subjectId: importId,
      fields: ['refused_rows'],
    });
    const [line, column, value, reason, more] = heading[actor.language];
    const lines = [csvMark + csvLine([line, column, value, reason])];
    let after = -1;
    for (;;) {
      const rows = await pageOfRefusedRows(tx, importId, after, 5_000);
      for (const row of rows)
        lines.push(
          csvLine([String(row.line), row.column ?? '', row.value ?? '', reasonText(row.reason, actor.language)]),
        );
      after = rows.at(-1)?.errorId ?? after;
      if (rows.length < 5_000) return lines.join('');
      if (lines.length > mostRows) return [...lines, csvLine(['', '', '', more])].join('');
    }
  });
}
