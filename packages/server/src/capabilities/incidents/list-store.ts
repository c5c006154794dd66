import type { IncidentFilters } from '@marsad/contract/incidents/incident-filters.ts';
import type { ListedIncident } from '@marsad/contract/incidents/list-incidents.ts';
import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { SqlScope } from '../../platform/operations/actor.ts';

type Db = Kysely<DB>;
type Builder = ExpressionBuilder<DB, 'incident'>;

/** The place of a row in a list: its exact instant and id. */
export interface Place {
  at: string;
  incidentId: string;
}

export interface ListConditions extends Omit<IncidentFilters, 'unitIds'> {
  /** Any of them; absent when none is asked for. */
  units?: { forces: number[]; rooms: number[]; stations: number[] };
}

/** Words as they are looked for: which incidents hold them when they are few, else what each row is compared with. */
export type Words = { incidentIds: string[] } | { patterns: string[] };

export interface Asked {
  conditions: ListConditions;
  words?: Words | undefined;
  /** Rows that come after this one in the order. */
  after?: Place | undefined;
  /** Rows that were created after this one. */
  newerThan?: Place | undefined;
  /** Set for somebody who reads nothing but what they made themselves: a handful is not looked for among everything. */
  ownOf?: string | undefined;
  /** A narrower area than what may be read, as for what may be taken out. */
  within?: { scope: SqlScope; personId: string } | undefined;
}

const isAny = (
  eb: Builder,
  column: 'force_id' | 'room_id' | 'station_id' | 'type_id' | 'disposition_id',
  ids: number[],
) => eb(column, '=', sql<number>`ANY (${ids}::int[])`);

/** Everything that is asked, as one condition. What the person may not read is not there whatever this says. */
function fits(eb: Builder, { conditions, words, newerThan, ownOf, within }: Asked) {
  const { from, to, units, typeIds, origin, statuses, priorities, dispositionIds } = conditions;
  const all: Expression<SqlBool>[] = [];
  if (from !== undefined) all.push(sql<SqlBool>`created_at >= ${from}::timestamptz`);
  if (to !== undefined) all.push(sql<SqlBool>`created_at < ${to}::timestamptz`);
  if (newerThan)
    all.push(sql<SqlBool>`(created_at, incident_id) > (${newerThan.at}::timestamptz, ${newerThan.incidentId}::uuid)`);
  if (units)
    all.push(
      eb.or([
        ...(units.forces.length > 0 ? [isAny(eb, 'force_id', units.forces)] : []),
        ...(units.rooms.length > 0 ? [isAny(eb, 'room_id', units.rooms)] : []),
        ...(units.stations.length > 0 ? [isAny(eb, 'station_id', units.stations)] : []),
      ]),
    );
  if (typeIds) all.push(isAny(eb, 'type_id', typeIds));
  if (origin !== undefined) all.push(eb('origin', '=', origin));
  if (statuses?.length) all.push(eb('status', '=', sql<string>`ANY (${statuses}::text[])`));
  if (priorities?.length) all.push(eb('priority', '=', sql<number>`ANY (${priorities}::smallint[])`));
  if (dispositionIds?.length) all.push(isAny(eb, 'disposition_id', dispositionIds));
  if (words && 'patterns' in words) all.push(...words.patterns.map((pattern) => eb('search_text', 'like', pattern)));
  if (words && 'incidentIds' in words)
    all.push(eb('incident_id', '=', sql<string>`ANY (${words.incidentIds}::uuid[])`));
  // Beside it what was shared with them by its id, which the policy lets through too.
  if (ownOf !== undefined)
    all.push(
      eb.or([
        eb('created_by', '=', ownOf),
        sql<SqlBool>`incident_id = ANY ((SELECT scope_uuids('marsad.granted_incidents'))::uuid[])`,
      ]),
    );
  if (within) all.push(lies(eb, within.scope, within.personId));
  return eb.and(all);
}

/** Whether an incident lies in a scope: the test of the second wall, for an action beside reading. */
function lies(eb: Builder, scope: SqlScope, personId: string): Expression<SqlBool> {
  const places = ['force_id', 'room_id', 'station_id'] as const;
  const inUnits = (units: number[]) => places.map((place) => isAny(eb, place, units));
  const pairs = sql`ANY (${scope.pairs}::bigint[])`;
  return eb.or([
    ...inUnits(scope.units),
    ...(scope.pairs.length > 0
      ? places.map((place) => sql<SqlBool>`unit_type_pair(${sql.ref(place)}, type_id) = ${pairs}`)
      : []),
    ...(scope.ownUnits.length > 0 ? [eb.and([eb('created_by', '=', personId), eb.or(inUnits(scope.ownUnits))])] : []),
  ]);
}

/** Which incidents are on a page: from an index alone, before anything of them is read. */
function keysOf(db: Db, asked: Asked, order: 'newest' | 'oldest', limit: number) {
  const direction = order === 'newest' ? 'desc' : 'asc';
  const { after } = asked;
  const beyond = sql.raw(order === 'newest' ? '<' : '>');
  return db
    .selectFrom('incident')
    .where((eb) => fits(eb, asked))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(created_at, incident_id) ${beyond} (${after?.at}::timestamptz, ${after?.incidentId}::uuid)`,
      ),
    )
    .orderBy('created_at', direction)
    .orderBy('incident_id', direction)
    .limit(limit)
    .select('incident_id')
    .as('page');
}

/** What a list and a file show of an incident, each with its instant to the microsecond. */
function rowsOf(db: Db, asked: Asked, order: 'newest' | 'oldest', limit: number) {
  const direction = order === 'newest' ? 'desc' : 'asc';
  return db
    .selectFrom(keysOf(db, asked, order, limit))
    .innerJoin('incident', 'incident.incident_id', 'page.incident_id')
    .orderBy('incident.created_at', direction)
    .orderBy('incident.incident_id', direction)
    .select((eb) => [
      'incident.incident_id as incidentId',
      'number',
      'room_id as roomId',
      'station_id as stationId',
      'type_id as typeId',
      'priority',
      'status',
      'origin',
      'place_text as placeText',
      'longitude',
      'latitude',
      'radius_metres as radiusMetres',
      'created_at as createdAt',
      'due_at as dueAt',
      'first_dispatched_at as firstDispatchedAt',
      'first_en_route_at as firstEnRouteAt',
      'first_on_scene_at as firstOnSceneAt',
      'resolved_at as resolvedAt',
      'hold_until as holdUntil',
      'scheduled_for as scheduledFor',
      'version',
      'call_started_at as callStartedAt',
      'answered_at as answeredAt',
      'closed_at as closedAt',
      'disposition_id as dispositionId',
      sql<string[]>`ARRAY(${eb
        .selectFrom('assignment as a')
        .innerJoin('patrol_unit as u', 'u.patrol_unit_id', 'a.patrol_unit_id')
        .whereRef('a.incident_id', '=', 'incident.incident_id')
        .orderBy('a.assigned_at')
        .orderBy('a.assignment_id')
        .limit(50)
        .select('u.call_sign')})`.as('callSigns'),
      sql<string>`to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('exactAt'),
    ]);
}

/** A page of incidents in their order, with the beginning of what happened. */
export async function pageOfIncidents(db: Db, asked: Asked, order: 'newest' | 'oldest', limit: number) {
  const rows = await rowsOf(db, asked, order, limit)
    .select(sql<string>`left(narrative, 300)`.as('narrative'))
    .execute();
  return rows as (ListedIncident & { exactAt: string })[];
}

export type ExportedRow = ListedIncident & { channel: string | null; exactAt: string };

/** A page of incidents for a file, in their order, with all of what happened. */
export async function pageToExport(
  db: Db,
  asked: Asked,
  order: 'newest' | 'oldest',
  limit: number,
): Promise<ExportedRow[]> {
  const rows = await rowsOf(db, asked, order, limit).select(['narrative', 'channel']).execute();
  return rows as ExportedRow[];
}

/** The names of dispositions in a language, by their ids. */
export async function dispositionNames(db: Db, language: 'ar' | 'en' | 'fr'): Promise<Map<number, string>> {
  const column = ({ ar: 'name_ar', en: 'name_en', fr: 'name_fr' } as const)[language];
  const rows = await db
    .selectFrom('disposition')
    .select(['disposition_id', `${column} as name`])
    .execute();
  return new Map(rows.map((row) => [row.disposition_id, row.name]));
}

/** How many incidents fit, `most` when there are as many or more. */
export async function countFitting(db: Db, asked: Asked, most: number): Promise<number> {
  const counted = await db
    .selectFrom(
      db
        .selectFrom('incident')
        .where((eb) => fits(eb, asked))
        .limit(most)
        .select(sql`1`.as('one'))
        .as('some'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

// Beyond this a word is so common that the newest with it are found soonest by going through the list from its end.
const mostFew = 20_000;

/** The words of a text as they are compared; each once. */
export async function foldedWords(db: Db, text: string): Promise<string[]> {
  const { rows } = await sql<{ folded: string }>`SELECT fold_for_search(${text}) AS folded`.execute(db);
  return [...new Set((rows[0]?.folded ?? '').split(' '))].filter((word) => word !== '');
}

/** How incidents with all of the words are found. A word of one or two letters is one by itself: there are no pieces to find it by. */
export async function wordsAsked(db: Db, words: readonly string[], few = mostFew): Promise<Words> {
  // Folded, a word holds no sign that LIKE would read as a wildcard.
  const patterns = words.map((word) => (word.length < 3 ? `% ${word} %` : `%${word}%`));
  const { rows } = await sql<{ found: string[] | null }>`
    SELECT incidents_with_words(${patterns}::text[], ${few}) AS found`.execute(db);
  const incidentIds = rows[0]?.found ?? null;
  return incidentIds === null ? { patterns } : { incidentIds };
}
