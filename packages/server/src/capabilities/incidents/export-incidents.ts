// A list of incidents leaves as a file: judged, counted and logged first, then read page by page as it is sent. Each page is
// read under the person's rights of that moment.
import { type ExportRequest, mostExportedIncidents } from '@marsad/contract/incidents/export-incidents.ts';
import type { Language } from '@marsad/contract/platform/reasons.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/operations/actor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandRunner } from '../../platform/operations/run-command.ts';
import { runQuery } from '../../platform/operations/run-query.ts';
import type { Organisation } from '../administration/index.ts';
import { type ExportValue, valuesOf, type Writing } from './export-columns.ts';
import { judgeConditions } from './list-conditions.ts';
import { judgeWords, namesOf } from './list-incidents.ts';
import { type Asked, countFitting, dispositionNames, type Place, pageToExport, wordsAsked } from './list-store.ts';

export interface Exporter {
  runner: CommandRunner;
  organisation: Organisation;
  /** How many incidents a file holds at most; as the contract says when absent. */
  most?: number;
}

/** What is to leave, written down already. */
export interface Export {
  /** Under this the disclosure stands in the audit log; it is in the file's name. */
  exportId: string;
  rows: number;
  language: Language;
  at: Date;
  request: ExportRequest;
  /** The rows, a page at a time. */
  pages(): AsyncGenerator<ExportValue[][]>;
}

const permission = 'incident.export';
const pageRows = 1_000;

/**
 * Judges and counts what is asked, and logs the disclosure; nothing has left when it refuses.
 * @throws as operations do: right or area missing, period reversed, more than a file holds
 */
export async function beginExport(exporter: Exporter, actor: Actor, request: ExportRequest): Promise<Export> {
  const { runner, organisation, most = mostExportedIncidents } = exporter;
  const language = request.language ?? actor.language;
  const exportId = uuidv7();
  const begun = await runQuery(runner, permission, true, actor, request, async (context) => {
    const { tx, scope, now, consult } = context;
    // What was logged since the file was begun is not in it, so that the count which is logged is true.
    const to = request.to !== undefined && Date.parse(request.to) < now.getTime() ? request.to : now.toISOString();
    const conditions = { ...judgeConditions(organisation, scope, request), to };
    const words =
      request.words === undefined ? undefined : await wordsAsked(tx, await judgeWords(context, request.words));
    const asked: Asked = { conditions, words, within: { scope, personId: actor.personId } };
    const rows = await countFitting(tx, asked, most + 1);
    if (rows > most) refuse('UNPROCESSABLE_CONTENT', 'export.too_many', { parameters: { most } });
    const { reason, recipient, ...values } = request;
    const [unitId] = request.unitIds?.length === 1 ? request.unitIds : [];
    await consult({
      kind: 'disclosure',
      action: 'incident.exported',
      subjectKind: 'incident_export',
      subjectId: exportId,
      unitId: unitId ?? null,
      // Names of the conditions, and how much left; the values of the conditions stand in the digest.
      fields: [
        ...namesOf(request),
        ...(words ? ['words'] : []),
        `format=${request.format}`,
        ...(request.columns ? [`columns=${request.columns.join()}`] : []),
        `rows=${rows}`,
      ],
      values: { ...values, rows },
      reason,
      recipient,
    });
    return { asked, rows, at: now, dispositions: await dispositionNames(tx, language) };
  });
  const writing: Writing = { language, organisation, dispositions: begun.dispositions, columns: request.columns };
  return {
    exportId,
    rows: begun.rows,
    language,
    at: begun.at,
    request,
    pages: () => pagesOf(exporter, actor, { asked: begun.asked, order: request.order ?? 'newest' }, writing),
  };
}

interface Reading {
  asked: Asked;
  order: 'newest' | 'oldest';
}

async function* pagesOf({ runner }: Exporter, actor: Actor, { asked, order }: Reading, writing: Writing) {
  let after: Place | undefined;
  for (;;) {
    const rows = await runQuery(runner, permission, false, actor, null, ({ tx, scope }) =>
      pageToExport(tx, { ...asked, after, within: { scope, personId: actor.personId } }, order, pageRows),
    );
    if (rows.length > 0) yield rows.map((row) => valuesOf(row, writing));
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    after = { at: last.exactAt, incidentId: last.incidentId };
  }
}
