// Reading the audit log. The newest first by (at, audit_id): every condition a person can choose has an index in that order.
import type { AuditFilters } from '@marsad/contract/administration/list-audit-entries.ts';
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

/**
 * What of the log a person may see: entries of these units, and those without a unit of people who held a post there on that
 * day; all when null. What names neither unit nor person is seen by who sees all.
 */
export type AuditReach = number[] | null;

export interface AuditPlace {
  at: string;
  auditId: string;
}

/** Entries that match, the newest first, after a place in that order. */
export async function pageOfEntries(
  db: Db,
  filters: Omit<AuditFilters, 'userName'> & { personId?: string | undefined },
  reach: AuditReach,
  after: AuditPlace | null,
  limit: number,
) {
  return db
    .selectFrom('audit_entry as e')
    .leftJoin('person as p', 'p.person_id', 'e.person_id')
    .$if(filters.from !== undefined, (q) => q.where('e.at', '>=', filters.from as string))
    .$if(filters.to !== undefined, (q) => q.where('e.at', '<', filters.to as string))
    .$if(filters.personId !== undefined, (q) => q.where('e.person_id', '=', filters.personId as string))
    .$if(filters.kind !== undefined, (q) => q.where('e.kind', '=', filters.kind as string))
    .$if(filters.action !== undefined, (q) => q.where((eb) => ofAction(eb, filters.action as string)))
    .$if(filters.subjectKind !== undefined, (q) => q.where('e.subject_kind', '=', filters.subjectKind as string))
    .$if(filters.subjectId !== undefined, (q) => q.where('e.subject_id', '=', filters.subjectId as string))
    .$if(filters.unitId !== undefined, (q) => q.where('e.unit_id', '=', filters.unitId as number))
    .$if(reach !== null, (q) => q.where((eb) => within(eb, reach as number[])))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(e.at, e.audit_id) < (${after?.at}::timestamptz, ${after?.auditId}::bigint)`),
    )
    .orderBy('e.at', 'desc')
    .orderBy('e.audit_id', 'desc')
    .limit(limit)
    .select((eb) => [
      'e.audit_id as auditId',
      // As text of the database, to the microsecond: the cursor must not round.
      sql<string>`e.at::text`.as('atExact'),
      'e.at',
      'e.kind',
      'e.action',
      'e.person_id as personId',
      'p.user_name as userName',
      'p.name_ar as nameAr',
      'p.name_latin as nameLatin',
      'e.unit_id as unitId',
      'e.subject_kind as subjectKind',
      'e.subject_id as subjectId',
      'e.fields',
      'e.reason',
      'e.recipient',
      'e.source_address as sourceAddress',
      'e.token_id as tokenId',
      'e.command_id as commandId',
      eb.selectFrom('audit_seal as s').whereRef('s.audit_id', '=', 'e.audit_id').select('s.position').as('position'),
    ])
    .execute();
}
export type EntryRow = Awaited<ReturnType<typeof pageOfEntries>>[number];

type Builder = ExpressionBuilder<{ e: DB['audit_entry']; post: DB['post'] }, 'e'>;

function ofAction(eb: unknown, action: string) {
  const where = eb as Builder;
  // Everything that begins so lies between it and it with the next sign after the dot.
  if (!action.endsWith('.')) return where('e.action', '=', action);
  return where.and([where('e.action', '>=', action), where('e.action', '<', `${action.slice(0, -1)}/`)]);
}

function within(eb: unknown, units: number[]) {
  const where = eb as Builder;
  return where.or([
    where('e.unit_id', '=', sql<number>`ANY(${units}::int[])`),
    where.and([
      where('e.unit_id', 'is', null),
      where.exists(
        where
          .selectFrom('post')
          .whereRef('post.person_id', '=', 'e.person_id')
          .where('post.unit_id', '=', sql<number>`ANY(${units}::int[])`)
          .where(sql<boolean>`post.valid_from <= e.at::date AND (post.valid_to IS NULL OR post.valid_to >= e.at::date)`)
          .select('post.post_id'),
      ),
    ]),
  ]);
}

/** The person of a user name; undefined for nobody. */
export async function findPersonByUserName(db: Db, userName: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('person')
    .where('user_name', '=', userName.toLowerCase())
    .select('person_id')
    .executeTakeFirst();
  return found?.person_id;
}

/** The head of the chain, how many entries wait for their seal, and the last walk along it. */
export async function readAuditState(db: Db) {
  const head = await db
    .selectFrom('audit_seal')
    .orderBy('position', 'desc')
    .limit(1)
    .select(['position', 'sealed_at as sealedAt'])
    .executeTakeFirst();
  const waiting = await db
    .selectFrom('audit_unsealed')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const verification = await db
    .selectFrom('audit_verification')
    .orderBy('verification_id', 'desc')
    .limit(1)
    .select(['verified_at as verifiedAt', 'whole', 'sealed', 'broken_at as brokenAt', 'fault'])
    .executeTakeFirst();
  return {
    sealed: head?.position ?? 0,
    sealedAt: head?.sealedAt ?? null,
    waiting: waiting.n,
    verification: verification ?? null,
  };
}

/** Asks for the walk along the chain; one at a time is enough. */
export async function requestVerification(db: Db): Promise<void> {
  await sql`SELECT request_job('verify_audit', '{}'::jsonb, 'verify_audit')`.execute(db);
}
