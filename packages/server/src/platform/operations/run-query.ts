import { sql, type Transaction } from 'kysely';
import { type AuditReport, digestValues } from '../audit/entry.ts';
import type { DB } from '../db/schema.generated.ts';
import { type Actor, isEmptyScope, type SqlScope } from './actor.ts';
import { refuse } from './refuse.ts';
import { type CommandRunner, judgePost, scopesOf } from './run-command.ts';
import { openPeople, setScope } from './set-scope.ts';

/** What a query works with: a transaction that carries the person's area, read-only unless the query is a consultation. */
export interface QueryContext {
  tx: Transaction<DB>;
  actor: Actor;
  scope: SqlScope;
  now: Date;
  runner: CommandRunner;
  /** Where another action of the person reaches now; nowhere when their token lacks it. */
  scopeOf(action: string): SqlScope;
  /** Logs a consultation of a restricted part; only in operations of kind `consultation`. */
  consult(report: AuditReport): Promise<void>;
}

/**
 * Runs a query under the scope of its action (and of incident.read and people.read for what it joins). A consultation
 * must report to the audit log in the same transaction: no log, no answer.
 */
export async function runQuery<Input, Output>(
  runner: CommandRunner,
  permission: string,
  consultation: boolean,
  actor: Actor,
  input: Input,
  handle: (context: QueryContext, input: Input) => Promise<Output>,
): Promise<Output> {
  const now = runner.clock.now();
  const scope = runner.directory.scopeOf(actor, permission, now);
  if (isEmptyScope(scope)) refuse('FORBIDDEN', 'right.missing', { parameters: { action: permission } });
  const scopeOf = scopesOf(runner, actor, now);
  const postId = consultation ? judgePost(runner, actor, permission, now, actor.actingPostId) : null;
  let consulted = 0;
  const result = await runner.db
    .transaction()
    .setAccessMode(consultation ? 'read write' : 'read only')
    .execute(async (tx) => {
      await setScope(tx, actor, {
        read: runner.directory.scopeOf(actor, 'incident.read', now),
        action: scope,
        actionName: permission,
      });
      if (consultation) await openPeople(tx, actor, scopeOf, now);
      const consult = async (report: AuditReport): Promise<void> => {
        consulted += 1;
        await writeConsultation(tx, runner.auditKey, actor, postId, now, report);
      };
      const output = await handle({ tx, actor, scope, now, runner, consult, scopeOf }, input);
      if (consultation && consulted === 0) {
        throw new Error(
          `Expected the consultation ${permission} to report to the audit log, got nothing. Call consult().`,
        );
      }
      return output;
    });
  if (consulted > 0) runner.committed();
  return result;
}

async function writeConsultation(
  tx: Transaction<DB>,
  key: Buffer,
  actor: Actor,
  postId: string | null,
  now: Date,
  report: AuditReport,
): Promise<void> {
  await sql`INSERT INTO audit_entry (at, kind, action, person_id, post_id, unit_id, subject_kind, subject_id, fields, value_digest, reason, recipient, source_address, token_id)
    VALUES (${now}, ${report.kind}, ${report.action}, ${actor.personId}, ${postId}, ${report.unitId ?? null}, ${report.subjectKind}, ${report.subjectId},
      ${report.fields ?? []}, ${digestValues(key, report.values)}, ${report.reason ?? null}, ${report.recipient ?? null}, ${actor.sourceAddress}, ${actor.tokenId ?? null})`.execute(
    tx,
  );
}
