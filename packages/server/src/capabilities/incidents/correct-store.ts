// What a correction of the incident itself reads and writes: its fields with their history, its clocks, its lead.
import { type Insertable, type Kysely, sql, type Updateable } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

/** Which of some fields others than a person changed after a version, the newest change first. */
export function changedSince(
  db: Db,
  incidentId: string,
  since: { version: number; notBy: string },
  fields: readonly string[],
) {
  return db
    .selectFrom('field_change as c')
    .leftJoin('person as p', 'p.person_id', 'c.author_id')
    .where('c.incident_id', '=', incidentId)
    .where('c.version', '>', since.version)
    .where('c.author_id', 'is distinct from', since.notBy)
    .where('c.field', 'in', [...fields])
    .orderBy('c.version', 'desc')
    .select(['c.field', 'p.name_ar as nameAr', 'p.name_latin as nameLatin'])
    .execute();
}

/** Writes changed columns; returns the new version. */
export async function updateFields(
  db: Db,
  incidentId: string,
  columns: Updateable<DB['incident']>,
  now: Date,
): Promise<number> {
  const row = await db
    .updateTable('incident')
    .where('incident_id', '=', incidentId)
    .set((eb) => ({ ...columns, version: eb('version', '+', 1), changed_at: now }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function insertFieldChanges(db: Db, changes: Insertable<DB['field_change']>[]): Promise<void> {
  if (changes.length > 0) await db.insertInto('field_change').values(changes).execute();
}

/** A clock entry, and whether another has replaced it. */
export function findClock(db: Db, incidentId: string, clockId: string) {
  return db
    .selectFrom('incident_clock as c')
    .where('c.incident_id', '=', incidentId)
    .where('c.clock_id', '=', clockId)
    .select((eb) => [
      'c.clock',
      'c.at',
      'c.assignment_id as assignmentId',
      eb
        .exists(
          eb
            .selectFrom('incident_clock as n')
            .whereRef('n.incident_id', '=', 'c.incident_id')
            .whereRef('n.replaces', '=', 'c.clock_id'),
        )
        .as('replaced'),
    ])
    .executeTakeFirst();
}

/** Whether an incident (or an assignment of it) has an entry of a clock. */
export async function hasClock(db: Db, incidentId: string, clock: string, assignmentId: string | null) {
  const row = await db
    .selectFrom('incident_clock')
    .where('incident_id', '=', incidentId)
    .where('clock', '=', clock)
    .where((eb) => eb('assignment_id', 'is not distinct from', assignmentId))
    .select('clock_id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const incidentColumns: Record<string, keyof DB['incident']> = {
  call_started: 'call_started_at',
  answered: 'answered_at',
  created: 'created_at',
  queued: 'queued_at',
  resolved: 'resolved_at',
  closed: 'closed_at',
  reopened: 'reopened_at',
};

/**
 * Copies a clock that counts to the incident's row. With `before`, only where the row shows that moment: an incident that
 * was resolved, reopened and resolved again has two, and the older one stands nowhere else.
 */
export async function copyToIncident(
  db: Db,
  incidentId: string,
  clock: string,
  at: Date,
  before: string | null,
): Promise<void> {
  const column = incidentColumns[clock];
  if (!column) return;
  await db
    .updateTable('incident')
    .where('incident_id', '=', incidentId)
    .where((eb) => (before === null ? eb(column, 'is', null) : eb(column, '=', before as never)))
    .set({ [column]: at })
    .execute();
}

/** Copies a clock that counts to the assignment's row. */
export async function copyToAssignment(
  db: Db,
  key: { incidentId: string; assignmentId: string },
  clock: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable('assignment')
    .where('incident_id', '=', key.incidentId)
    .where('assignment_id', '=', key.assignmentId)
    .set({ [`${clock}_at`]: at })
    .execute();
}

export async function setDueAt(db: Db, incidentId: string, dueAt: Date | null): Promise<void> {
  await db.updateTable('incident').where('incident_id', '=', incidentId).set({ due_at: dueAt }).execute();
}

/** Makes one assignment the lead and all others of the incident not. */
export async function setLead(db: Db, incidentId: string, assignmentId: string): Promise<void> {
  await db
    .updateTable('assignment')
    .where('incident_id', '=', incidentId)
    .set({ lead: sql<boolean>`assignment_id = ${assignmentId}` })
    .execute();
}

/** The first pair of clocks in an order that cannot have been, of the incident's row or of one of its assignments. */
export async function findImpossible(db: Db, incidentId: string): Promise<[string, string] | null> {
  const { rows } = await sql<{ earlier: string; later: string }>`
    WITH told AS (
      SELECT 0 AS chain, v.* FROM incident i, LATERAL (VALUES (1, 'call_started', i.call_started_at), (2, 'answered', i.answered_at),
        (3, 'created', i.created_at), (4, 'assigned', i.first_dispatched_at), (5, 'resolved', i.resolved_at),
        (6, 'closed', i.closed_at)) AS v(step, clock, at) WHERE i.incident_id = ${incidentId}
      UNION ALL
      SELECT dense_rank() OVER (ORDER BY a.assignment_id), v.* FROM assignment a, LATERAL (VALUES (1, 'assigned', a.assigned_at),
        (2, 'acknowledged', a.acknowledged_at), (3, 'en_route', a.en_route_at), (4, 'on_scene', a.on_scene_at),
        (5, 'transport_started', a.transport_started_at), (6, 'transport_arrived', a.transport_arrived_at),
        (7, 'cleared', a.cleared_at)) AS v(step, clock, at) WHERE a.incident_id = ${incidentId})
    SELECT a.clock AS earlier, b.clock AS later FROM told a JOIN told b ON b.chain = a.chain AND b.step > a.step
    WHERE a.at > b.at ORDER BY a.chain, a.step, b.step LIMIT 1`.execute(db);
  const [found] = rows;
  return found ? [found.earlier, found.later] : null;
}

/** The history of the fields, the newest first, after a row when one is given. */
export function pageOfChanges(
  db: Db,
  incidentId: string,
  limit: number,
  after: { at: string; changeId: string } | null,
) {
  return db
    .selectFrom('field_change as c')
    .leftJoin('person as p', 'p.person_id', 'c.author_id')
    .where('c.incident_id', '=', incidentId)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(c.at, c.change_id) < (${after?.at}::timestamptz, ${after?.changeId}::uuid)`),
    )
    .orderBy('c.at', 'desc')
    .orderBy('c.change_id', 'desc')
    .limit(limit)
    .select([
      'c.change_id as changeId',
      'c.field',
      'c.old_value as oldValue',
      'c.new_value as newValue',
      'p.name_ar as authorName',
      'p.name_latin as authorNameLatin',
      'c.reason',
      'c.at',
      // The page after this one begins at the very moment, which is finer than what the wire carries.
      sql<string>`c.at::text`.as('exactAt'),
    ])
    .execute();
}
