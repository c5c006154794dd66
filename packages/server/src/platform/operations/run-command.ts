import { createHmac } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { sql, type Transaction } from 'kysely';
import { type AuditReport, canonicalJson, digestValues } from '../audit/entry.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/pools.ts';
import type { DB } from '../db/schema.generated.ts';
import { type Actor, type Directory, emptyScope, isEmptyScope, type SqlScope } from './actor.ts';
import { refuse } from './refuse.ts';
import { setScope } from './set-scope.ts';
import { takenKeys } from './taken-keys.ts';

/** A fact for the event order; the area fields decide which screens may see it. */
export interface EventReport {
  kind: string;
  incidentId?: string;
  forceId?: number;
  roomId?: number;
  stationId?: number | null;
  typeId?: number;
  createdBy?: string | null;
  payload?: Record<string, unknown>;
}

/** What a command works with. Everything it does stands or falls with `tx`. */
export interface CommandContext {
  tx: Transaction<DB>;
  actor: Actor;
  scope: SqlScope;
  /** The action that the scope is of. */
  permission: string;
  commandId: string;
  /** When the person did it; for commands made offline earlier than `now`. */
  madeAt: Date;
  now: Date;
  /** Where another action of the person reaches now; nowhere when their token lacks it. */
  scopeOf(action: string): SqlScope;
  audit(report: AuditReport): void;
  emit(report: EventReport): void;
}

export interface CommandRunner {
  db: Database;
  clock: Clock;
  directory: Directory;
  auditKey: Buffer;
  /** Called after commit, so that the sequencer need not wait for its next look. */
  committed(): void;
  offlineLimitHours: number;
}

interface Header {
  commandId: string;
  madeAt?: string | undefined;
  deviceId?: string | undefined;
  actingPostId?: string | undefined;
}

// A circle of waiting, and what another changed meanwhile: nothing of it stands, and the next try meets the other's work done.
const endedForAnother: ReadonlySet<string> = new Set(['40P01', '40001']);

interface Manner {
  /** Declared in the contract: the command may have been made earlier, without a link. */
  offline?: boolean | undefined;
  /** What it does beside its transaction may be done twice: when the database ends it for the sake of another, it runs again. */
  again?: boolean | undefined;
}

/**
 * Runs one command as one transaction with its audit rows and events. The same commandId again returns the first
 * answer and changes nothing, whatever the person may by then; with other content or another person it is a conflict.
 */
export async function runCommand<Input extends Header, Output>(
  runner: CommandRunner,
  name: string,
  permission: string,
  actor: Actor,
  input: Input,
  handle: (context: CommandContext, input: Input) => Promise<Output>,
  { offline = false, again = false }: Manner = {},
): Promise<Output> {
  const now = runner.clock.now();
  const digest = digestRequest(runner.auditKey, name, input);
  const answered = (tx: Transaction<DB>) => firstAnswer<Output>(tx, input.commandId, actor, digest);
  let judged: Judged;
  try {
    judged = judgeCommand(runner, permission, actor, input, offline, now);
  } catch (error) {
    // It stands, and its answer was lost on the way: that it would be refused by now changes nothing of that.
    const first = await runner.db.transaction().execute(async (tx) => {
      await setScope(tx, actor, {});
      return answered(tx);
    });
    if (first) return first.response;
    throw error;
  }
  const { madeAt, scope, postId } = judged;
  // What a command must look at to do its work, it sees with the person's eyes: a token that may only log still logs.
  const read = runner.directory.scopeOf({ ...actor, tokenActions: null }, 'incident.read', now);
  const inScope = <Result>(work: (tx: Transaction<DB>) => Promise<Result>): Promise<Result> =>
    runner.db.transaction().execute(async (tx) => {
      await setScope(tx, actor, { write: scope, read, action: scope, actionName: permission });
      return work(tx);
    });
  const attempt = (): Promise<Output> =>
    inScope(async (tx) => {
      const first = await answered(tx);
      if (first) return first.response;
      const audits: AuditReport[] = [];
      const events: EventReport[] = [];
      const output = await handle(
        {
          tx,
          actor,
          scope,
          permission,
          commandId: input.commandId,
          madeAt,
          now,
          scopeOf: scopesOf(runner, actor, now),
          audit: (report) => audits.push(report),
          emit: (report) => events.push(report),
        },
        input,
      );
      if (audits.length === 0)
        throw new Error(`Expected command ${name} to report to the audit log, got nothing. Call audit().`);
      await writeRecords(tx, runner.auditKey, name, {
        actor,
        postId,
        input,
        digest,
        madeAt,
        now,
        audits,
        events,
        output,
      });
      return output;
    });
  try {
    const response = await attempt().catch((error: unknown) => {
      if (!again || !endedForAnother.has((error as { code?: string }).code ?? '')) throw error;
      return attempt();
    });
    runner.committed();
    return response;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    // Two sendings of one command at the same moment: one won, and the other, which met a row of the winner's on its
    // way or found done what it was to do, returns what the first answered. A key taken by another command is a conflict.
    if (code === '23505' || error instanceof ORPCError) {
      const winner = await inScope(answered);
      if (winner) return winner.response;
    }
    if (code === '23505') {
      if (constraint?.endsWith('_pkey')) refuse('CONFLICT', 'command.id_used');
      const taken = takenKeys[constraint ?? ''];
      if (taken) refuse('CONFLICT', taken);
    }
    // The second wall spoke: the row lies outside the area of the transaction.
    if (code === '42501') refuse('FORBIDDEN', 'area.outside');
    throw error;
  }
}

/** Returns where the actions of a person reach at a moment: never further than their token allows. */
export function scopesOf(runner: CommandRunner, actor: Actor, at: Date): (action: string) => SqlScope {
  return (action) =>
    actor.tokenActions && !actor.tokenActions.includes(action)
      ? emptyScope
      : runner.directory.scopeOf(actor, action, at);
}

interface Judged {
  madeAt: Date;
  scope: SqlScope;
  postId: string | null;
}

/** Whether the person may: when they made it, how far the right reaches from then until now, and by which post. */
function judgeCommand(
  runner: CommandRunner,
  permission: string,
  actor: Actor,
  input: Header,
  offline: boolean,
  now: Date,
): Judged {
  // When it was made is what the client says: believed only of what may wait for a link, and never a way back to a right.
  const madeAt = offline ? judgeMadeAt(runner, input.madeAt, now) : now;
  const scope = runner.directory.scopeThroughout(actor, permission, madeAt, now);
  if (isEmptyScope(scope)) refuse('FORBIDDEN', 'right.missing', { parameters: { action: permission } });
  const postId = judgePost(runner, actor, permission, madeAt, input.actingPostId ?? actor.actingPostId);
  return { madeAt, scope, postId };
}

/**
 * On which post it was done: the one that the client names where it gives the right, else the first that does, for rights are
 * the union of all posts; null for one's own affairs. A name of no post that the person held then is refused.
 */
export function judgePost(
  { directory }: Pick<CommandRunner, 'directory'>,
  actor: Actor,
  permission: string,
  at: Date,
  named: string | undefined,
): string | null {
  if (named !== undefined && !directory.postsAt(actor, at).some((post) => post.postId === named))
    refuse('FORBIDDEN', 'post.not_yours', { field: 'actingPostId' });
  const posts = directory.postsFor(actor, permission, at);
  return (posts.find((post) => post.postId === named) ?? posts[0])?.postId ?? null;
}

function judgeMadeAt(runner: CommandRunner, madeAt: string | undefined, now: Date): Date {
  if (!madeAt) return now;
  const made = new Date(madeAt);
  if (made.getTime() > now.getTime() + 120_000) refuse('UNPROCESSABLE_CONTENT', 'time.future', { field: 'madeAt' });
  if (now.getTime() - made.getTime() > runner.offlineLimitHours * 3_600_000) {
    refuse('UNPROCESSABLE_CONTENT', 'command.too_old', {
      field: 'madeAt',
      parameters: { hours: runner.offlineLimitHours },
    });
  }
  return made.getTime() > now.getTime() ? now : made;
}

/** What tells a repeat from another command: keyed, for the input may hold what is restricted and can be guessed. */
const digestRequest = (key: Buffer, name: string, input: object): Buffer =>
  createHmac('sha256', key)
    .update(`${name}\n${canonicalJson(input)}`)
    .digest();

/** What the same command was answered before. That of another person is not seen here: its id meets their row at the end. */
async function firstAnswer<Output>(
  tx: Transaction<DB>,
  commandId: string,
  actor: Actor,
  digest: Buffer,
): Promise<{ response: Output } | null> {
  const found = await tx
    .selectFrom('command')
    .select(['response', 'request_digest'])
    .where('person_id', '=', actor.personId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  if (!found) return null;
  // Commands of before the digests had a key have none: their own person's repeat is answered by the id alone.
  if (found.request_digest !== null && !digest.equals(found.request_digest)) refuse('CONFLICT', 'command.id_used');
  return { response: found.response as Output };
}

interface Records {
  actor: Actor;
  postId: string | null;
  input: Header;
  digest: Buffer;
  madeAt: Date;
  now: Date;
  audits: AuditReport[];
  events: EventReport[];
  output: unknown;
}

async function writeRecords(tx: Transaction<DB>, auditKey: Buffer, name: string, records: Records): Promise<void> {
  const { actor, input, now } = records;
  const audits = records.audits.map((report) => ({
    at: now,
    kind: report.kind,
    action: report.action,
    person_id: actor.personId,
    post_id: records.postId,
    unit_id: report.unitId ?? null,
    subject_kind: report.subjectKind,
    subject_id: report.subjectId,
    fields: report.fields ?? [],
    value_digest: digestValues(auditKey, report.values)?.toString('hex') ?? null,
    reason: report.reason ?? null,
    recipient: report.recipient ?? null,
    source_address: actor.sourceAddress,
    command_id: input.commandId,
    token_id: actor.tokenId ?? null,
  }));
  const events = records.events.map((report) => ({
    kind: report.kind,
    incident_id: report.incidentId ?? null,
    force_id: report.forceId ?? null,
    room_id: report.roomId ?? null,
    station_id: report.stationId ?? null,
    type_id: report.typeId ?? null,
    created_by: report.createdBy ?? null,
    payload: report.payload ?? {},
  }));
  // One statement for the three logs: a command costs few round trips, and none of them can be forgotten.
  await sql`
    WITH audits AS (
      INSERT INTO audit_entry (at, kind, action, person_id, post_id, unit_id, subject_kind, subject_id, fields, value_digest, reason, recipient, source_address, command_id, token_id)
      SELECT a.at, a.kind, a.action, a.person_id, a.post_id, a.unit_id, a.subject_kind, a.subject_id,
        coalesce((SELECT array_agg(f) FROM jsonb_array_elements_text(a.fields) f), '{}'), decode(a.value_digest, 'hex'), a.reason, a.recipient, a.source_address, a.command_id, a.token_id
      FROM jsonb_to_recordset(${JSON.stringify(audits)}::jsonb) AS a(at timestamptz, kind text, action text, person_id uuid, post_id uuid, unit_id int,
        subject_kind text, subject_id text, fields jsonb, value_digest text, reason text, recipient text, source_address text, command_id uuid, token_id uuid)
    ), events AS (
      INSERT INTO event_outbox (kind, incident_id, force_id, room_id, station_id, type_id, created_by, payload, at, command_id)
      SELECT e.kind, e.incident_id, e.force_id, e.room_id, e.station_id, e.type_id, e.created_by, e.payload, ${now}, ${input.commandId}
      FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS e(kind text, incident_id uuid, force_id int, room_id int, station_id int, type_id int, created_by uuid, payload jsonb)
    )
    INSERT INTO command (command_id, name, person_id, post_id, device_id, request_digest, response, made_at, received_at)
    VALUES (${input.commandId}, ${name}, ${actor.personId}, ${records.postId}, ${input.deviceId ?? null}, ${records.digest},
      ${JSON.stringify(records.output ?? null)}::jsonb, ${records.madeAt}, ${now})`.execute(tx);
}
