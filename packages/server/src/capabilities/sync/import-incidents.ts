// Imports a file: judged row by row, written chunk by chunk. Stopping half-way is safe: what was written is found again.
import { type ImportMapping, importMapping } from '@marsad/contract/sync/mapping.ts';
import { ORPCError } from '@orpc/server';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/operations/actor.ts';
import { type CommandContext, type CommandRunner, runCommand } from '../../platform/operations/run-command.ts';
import { runQuery } from '../../platform/operations/run-query.ts';
import type { Organisation, Unit } from '../administration/index.ts';
import { faultsOfCodes } from './mapping-codes.ts';
import { settleUnits } from './read/belonging.ts';
import { checkFile } from './read/check-file.ts';
import { type CompiledMapping, compileMapping, type IncidentDraft } from './read/compile-mapping.ts';
import type { FileRow } from './read/file-row.ts';
import { readRows } from './read/read-rows.ts';
import { readingOf } from './read/reading-of.ts';
import { repeatedKeys } from './read/repeated-keys.ts';
import { FileError, RowError } from './read/row-error.ts';
import {
  deleteRefusedRows,
  insertRun,
  type RunCounts,
  type RunState,
  type RunStatistics,
  updateRun,
} from './runs-store.ts';
import { insertAll } from './store.ts';
import { type ForceAreas, noAreas, readForceAreas } from './write/force-areas.ts';
import { findForce, makeDispositions, makeForce } from './write/force-units.ts';
import { type Command, findUnit, makeMissingUnits } from './write/make-missing-units.ts';
import { retried } from './write/retried.ts';
import { writeChunk } from './write/write-chunk.ts';

const CHUNK_ROWS = 1_000;
const PERMISSION = 'import.run';

export interface ImportRequest {
  file: string;
  /** What is kept as the file's name: never a path. */
  fileName: string;
  mapping: ImportMapping;
  actor: Actor;
  dryRun: boolean;
  /** The run as already recorded by `startImport`; made here when absent (a dry run then leaves no record). */
  importId?: string;
  /** Told of each refused row as it is met. */
  refused?: (row: RefusedRow) => Promise<void> | void;
  progress?: (counts: RunCounts) => void;
  signal?: AbortSignal;
}

export interface RefusedRow {
  line: number;
  column: string | null;
  value: string | null;
  reason: string;
}

export interface ImportResult extends RunCounts {
  importId: string;
  seconds: number;
  statistics: RunStatistics;
}

export interface Importer {
  runner: CommandRunner;
  organisation: Organisation;
}

/** Reads a mapping. @throws FileError with what is wrong in it */
export function readMapping(value: unknown): ImportMapping {
  const parsed = importMapping.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new FileError('mapping.invalid', `Expected a mapping, got one with faults: ${issues.slice(0, 5).join('; ')}.`);
}

/**
 * Imports a file. A bad row is refused and told, the rest goes on; the same file again changes nothing; a changed row
 * becomes a correction with its history. With `dryRun` everything is judged and nothing written.
 * @throws FileError when the file as a whole cannot be read: nothing of it is written then
 */
export async function importIncidents(
  { runner, organisation }: Importer,
  request: ImportRequest,
): Promise<ImportResult> {
  const begun = performance.now();
  const { actor, dryRun } = request;
  const mapping = withBounds(request.mapping, findForce(organisation, request.mapping));
  const importId = request.importId ?? uuidv7();
  const recorded = !dryRun || request.importId !== undefined;
  const counts: RunCounts = { rows: 0, accepted: 0, rejected: 0, unchanged: 0, incidents: 0, assignments: 0 };
  const statistics: RunStatistics = { gaps: 0, overlaps: 0, elsewhere: 0, kept: 0 };
  const progress = { bytesRead: 0 };
  let force: Unit | null = null;
  const command = <Output>(name: string, handle: (context: CommandContext) => Promise<Output>): Promise<Output> =>
    runCommand(runner, `sync.${name}`, PERMISSION, actor, { commandId: uuidv7(), importId }, handle);
  const record = (context: CommandContext, status: RunState['status'], error: string | null): Promise<boolean> =>
    updateRun(context.tx, importId, {
      status,
      counts,
      statistics,
      bytesRead: progress.bytesRead,
      error,
      forceId: force?.unitId ?? null,
      finishedAt: status === 'running' ? null : context.now,
    });
  const finish = async (status: RunState['status'], error: string | null): Promise<void> => {
    if (!recorded) return;
    await command('finishImport', async (context) => {
      await record(context, status, error);
      auditRun(context, importId, `sync.import_${status}`);
    });
  };

  const seen = new Set<string>();
  const refused: RefusedRow[] = [];
  let drafts: LinedDraft[] = [];
  let stop = false;
  let errorsWritten = 0;
  // One chunk is written while the next is read and judged.
  let writing: Promise<void> = Promise.resolve();
  const write = async (batch: { drafts: LinedDraft[]; errors: RefusedRow[] }): Promise<void> => {
    const written = batch.drafts.map((one) => one.draft);
    if (!dryRun && force) await makeMissingUnits(organisation, mapping, force, written, command);
    if (dryRun) counts.accepted += written.length;
    // What only the writing finds out: that a record stands where the row says it does not.
    let late: RefusedRow[] = [];
    if (recorded) {
      const chunk =
        force && !dryRun
          ? { importId, mapping, force, drafts: written, wasSeen: (key: string) => seen.has(key) }
          : null;
      const { accepted, unchanged, incidents, assignments } = counts;
      const { kept } = statistics;
      const takeBack = () => {
        Object.assign(counts, { accepted, unchanged, incidents, assignments, rejected: counts.rejected - late.length });
        statistics.kept = kept;
        late = [];
      };
      await retried(takeBack, () =>
        command('importChunk', async (context) => {
          if (chunk) {
            const made = await writeChunk(context, organisation, chunk);
            for (const name of ['accepted', 'unchanged', 'incidents', 'assignments'] as const)
              counts[name] += made[name];
            statistics.kept += made.kept;
            late = made.refused.map(({ index, reason, value }) => ({
              line: batch.drafts[index]?.line ?? 0,
              column: mapping.room.column ?? null,
              value,
              reason,
            }));
            counts.rejected += late.length;
          } else auditRun(context, importId, 'sync.import_judged');
          const errors = [...batch.errors, ...late].sort((a, b) => a.line - b.line);
          await insertAll(
            context.tx,
            'import_error',
            errors.map((row, index) => errorRow(importId, errorsWritten + index, row)),
          );
          stop = await record(context, 'running', null);
        }),
      );
    }
    errorsWritten += batch.errors.length + late.length;
    for (const row of late) await request.refused?.(row);
    if (mapping.response) {
      const lines = new Set(late.map((row) => row.line));
      for (const { draft, line } of batch.drafts) if (!lines.has(line)) seen.add(draft.sourceKey);
    }
    request.progress?.(counts);
  };
  const flush = async (): Promise<void> => {
    const batch = { drafts, errors: refused.splice(0) };
    drafts = [];
    await writing;
    writing = write(batch);
    // Met again where it is awaited next; meanwhile it is not an unhandled failure.
    writing.catch(() => undefined);
  };
  try {
    const rows = readRows(request.file, { ...readingOf(mapping), progress });
    judgeCodes(mapping, organisation);
    const heading = await rows.next();
    if (heading.done || !heading.value.cells) throw new FileError('file.empty', 'Expected a heading, got none.');
    const compiled = compileMapping(mapping, heading.value.cells, runner.clock.now(), statistics);
    if (!dryRun) {
      await checkFile(request.file, readingOf(mapping), request.signal);
      force = await begin(organisation, request, importId, command);
    } else {
      force = findForce(organisation, mapping);
      // A trial that was cut off begins anew: every row is judged again.
      if (recorded)
        await command('beginTrial', async (context) => {
          await deleteRefusedRows(context.tx, importId);
          auditRun(context, importId, 'sync.import_begun');
        });
    }
    const areas = await areasOf(runner, actor, force);
    const judgeKey = repeatedKeys({ key: mapping.key, response: mapping.response?.key });
    for await (const row of rows) {
      request.signal?.throwIfAborted();
      if (stop) break;
      counts.rows += 1;
      const read = judgeRow({ compiled, organisation, mapping, force, areas, judgeKey }, row);
      if ('draft' in read) {
        drafts.push({ draft: read.draft, line: row.line });
        if (read.draft.stationOfPoint !== null) statistics.elsewhere += 1;
      } else {
        counts.rejected += 1;
        if (recorded) refused.push(read.refused);
        await request.refused?.(read.refused);
      }
      if (drafts.length + refused.length >= CHUNK_ROWS) await flush();
    }
    if (!stop && drafts.length + refused.length > 0) await flush();
    await writing;
    await finish(stop ? 'cancelled' : 'done', null);
    const seconds = Math.round(performance.now() - begun) / 1000;
    return { ...counts, importId, seconds, statistics };
  } catch (error) {
    await writing.catch(() => undefined);
    // A job that the server's stop cut off is taken up again: its run goes on. What was never begun has no record.
    const resumed = request.signal?.aborted && request.importId !== undefined;
    if (!resumed && (force || request.importId !== undefined))
      await finish(request.signal?.aborted ? 'cancelled' : 'failed', reasonOf(error)).catch(() => undefined);
    throw error;
  }
}

/** What a run that failed says of itself: the fault of its file, or why what it was to write was refused. */
function reasonOf(error: unknown): string {
  if (error instanceof FileError) return error.reason;
  return error instanceof ORPCError ? (error.data?.reason ?? 'internal') : 'internal';
}

function judgeCodes(mapping: ImportMapping, organisation: Organisation): void {
  const [fault] = faultsOfCodes(mapping, organisation);
  if (fault) throw new FileError(fault.reason, `Expected known incident types, got another at ${fault.path}.`);
}

/** The mapping with the bounds of the force that stands: a force is where it is, whatever a mapping says. */
function withBounds(mapping: ImportMapping, force: Unit | null): ImportMapping {
  const [west, south, east, north] = force?.bounds ?? [];
  if (west === undefined || south === undefined || east === undefined || north === undefined) return mapping;
  return { ...mapping, force: { ...mapping.force, bounds: [west, south, east, north] } };
}

async function begin(
  organisation: Organisation,
  request: ImportRequest,
  importId: string,
  command: Command,
): Promise<Unit> {
  const { mapping } = request;
  if (!findForce(organisation, mapping) && !mapping.force.makeMissing) {
    throw new FileError(
      'mapping.force_missing',
      `Expected the force ${mapping.force.code}, got none. Make it, or let the mapping make it.`,
    );
  }
  await command('beginImport', async (context) => {
    if (request.importId) await deleteRefusedRows(context.tx, importId);
    else
      await insertRun(context.tx, {
        importId,
        mapping,
        mappingName: mapping.name,
        fileName: request.fileName,
        fileId: null,
        bytesTotal: null,
        personId: request.actor.personId,
        status: 'running',
        dryRun: false,
        now: context.now,
      });
    if (!findForce(organisation, mapping)) await makeForce(context, mapping);
    await makeDispositions(context, mapping);
    auditRun(context, importId, 'sync.import_begun');
  });
  await organisation.reload();
  const force = findForce(organisation, mapping);
  if (!force) throw new Error(`Expected the force ${mapping.force.code} just made, got none.`);
  return force;
}

function auditRun(context: CommandContext, importId: string, action: string): void {
  context.audit({ kind: 'collection', action, subjectKind: 'import', subjectId: importId });
}

interface LinedDraft {
  draft: IncidentDraft;
  line: number;
}

interface Judging {
  compiled: CompiledMapping;
  organisation: Organisation;
  mapping: ImportMapping;
  force: Unit | null;
  areas: ForceAreas;
  judgeKey(draft: IncidentDraft): void;
}

function areasOf(runner: CommandRunner, actor: Actor, force: Unit | null): Promise<ForceAreas> | ForceAreas {
  if (!force) return noAreas;
  return runQuery(runner, PERMISSION, false, actor, null, ({ tx, now }) =>
    readForceAreas(tx, force.unitId, now.toISOString().slice(0, 10)),
  );
}

function judgeRow(
  { compiled, organisation, mapping, force, areas, judgeKey }: Judging,
  row: FileRow,
): { draft: IncidentDraft } | { refused: RefusedRow } {
  try {
    if (!row.cells) throw new RowError('row.ragged', null, null);
    const draft = settleUnits(compiled.read(row.cells), mapping, areas);
    judgeKey(draft);
    judgeUnit(organisation, force, 'operations_room', draft.roomCode, mapping.room);
    judgeRoomCode(organisation, force, draft.roomCode, mapping.room.column);
    if (draft.stationCode !== null && mapping.station) {
      judgeUnit(organisation, force, 'station', draft.stationCode, mapping.station);
    }
    return { draft };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { refused: { line: row.line, column: error.column, value: error.value, reason: error.reason } };
  }
}

function judgeUnit(
  organisation: Organisation,
  force: Unit | null,
  kind: string,
  code: string,
  of: { makeMissing: boolean; column?: string | undefined },
): void {
  if (!of.makeMissing && !findUnit(organisation, force, kind, code))
    throw new RowError('unit.code_unknown', of.column ?? null, code);
}

/** A room that would be made must not bear the code of a centre: both would give the same numbers. */
function judgeRoomCode(organisation: Organisation, force: Unit | null, code: string, column = ''): void {
  if (findUnit(organisation, force, 'operations_room', code)) return;
  if (findUnit(organisation, force, 'command_centre', code))
    throw new RowError('unit.code_of_another', column || null, code);
}

const MOST_KEPT = 200;

function errorRow(importId: string, errorId: number, row: RefusedRow): Record<string, unknown> {
  return {
    import_id: importId,
    error_id: errorId,
    line: row.line,
    column_name: row.column,
    value: row.value?.slice(0, MOST_KEPT).replaceAll('\u0000', '') ?? null,
    reason: row.reason,
  };
}
