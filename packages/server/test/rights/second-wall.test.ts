// The second wall alone: whatever roles and posts somebody holds, the database shows and lets change exactly what
// resolveScope says, for the incident and every table that hangs on it. As the runtime role, with no operation in between.
import { type PostRights, type Right, resolveScope, type Scope } from '@marsad/contract/administration/rights.ts';
import fc from 'fast-check';
import { type Kysely, sql, type Transaction } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createPool, kyselyOf } from '../../src/platform/db/pools.ts';
import type { DB } from '../../src/platform/db/schema.generated.ts';
import { type Actor, emptyScope, type SqlScope } from '../../src/platform/operations/actor.ts';
import { openPeople, peopleActions, setScope } from '../../src/platform/operations/set-scope.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { idOf } from './places.ts';
import { walls } from './wall-tables.ts';

const seed = Number(process.env.MARSAD_TEST_SEED ?? Date.now() % 2_147_483_648);
const person = idOf('second wall', 'person');
const other = idOf('second wall', 'other');
const action = 'incident.read';

let server: TestServer;
let owner: pg.Pool;
let runtimePool: pg.Pool;
let runtime: Kysely<DB>;
let incidents: Incident[];
let roleIds: number[];
let tables: { name: string; restricted: boolean }[];

interface Incident {
  incident_id: string;
  force_id: number;
  room_id: number;
  station_id: number | null;
  type_id: number;
  created_by: string;
}

const rightOf = (codes: readonly string[]): fc.Arbitrary<Right> =>
  fc.record({
    action: fc.constantFrom(action, action, 'incident.note'),
    area: fc.constantFrom('unit', 'unit', 'centre', 'force', 'everywhere'),
    types: fc.oneof(
      fc.constantFrom<'all' | 'post'>('all', 'post'),
      fc.subarray([...codes], { minLength: 1, maxLength: 3 }),
    ),
    own: fc.boolean(),
  });

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 2, name: 'tests' });
  runtimePool = createPool(server.runtimeUrl, { max: 2, name: 'tests' });
  runtime = kyselyOf(runtimePool);
  await addForce();
  await owner.query("INSERT INTO person (person_id, name_ar, name_latin) VALUES ($1, 'x', 'x')", [person]);
  await server.organisation.reload();
  const groups = ['violence', 'theft', 'traffic', 'traffic.damage', 'order', 'nothing'];
  const roles = fc.sample(fc.array(rightOf(groups), { minLength: 1, maxLength: 4 }), { seed, numRuns: 40 });
  const made = await owner.query(
    `INSERT INTO role (code, name_ar, name_en, name_fr, rights)
     SELECT 'wall_' || ord, 'x', 'x', 'x', rights FROM jsonb_array_elements($1) WITH ORDINALITY AS r(rights, ord) RETURNING role_id`,
    [JSON.stringify(roles)],
  );
  roleIds = made.rows.map((row) => row.role_id);
  await server.organisation.reload();
  incidents = await addIncidents();
  tables = await listTables();
}, 60_000);
afterAll(async () => {
  await runtime.destroy();
  await owner.end();
  await server.close();
});

async function addForce(): Promise<void> {
  await owner.query(
    `WITH f AS (INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone) VALUES (90001, 'force', 'OTH', 'x', 'x', 'x', 90001, 'UTC'))
     INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone) VALUES
       (90002, 'operations_room', 'OTR', 'x', 'x', 'x', 90001, 90001, 'UTC'), (90003, 'station', 'OTS', 'x', 'x', 'x', 90002, 90001, 'UTC')`,
  );
}

/** Three hundred incidents over rooms, stations and types of two forces, a third of them made by the person. */
async function addIncidents(): Promise<Incident[]> {
  const { units, types } = server.organisation;
  const rooms = units.filter((unit) => unit.kind === 'operations_room');
  const leaves = types.filter((type) => type.selectable);
  const [of] = fc.sample(
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(2)), { minLength: 300, maxLength: 300 }),
    { seed, numRuns: 1 },
  );
  const rows = (of ?? []).flatMap(([roomAt, typeAt, stationAt, maker], index): Incident[] => {
    const room = rooms[index < 10 ? rooms.length - 1 : roomAt % rooms.length];
    const type = leaves[typeAt % leaves.length];
    if (!room || !type) return [];
    const stations = units.filter((unit) => unit.parentId === room.unitId);
    return [
      {
        incident_id: idOf('second wall', String(index)),
        force_id: room.forceId,
        room_id: room.unitId,
        station_id: stationAt % 3 === 0 ? null : (stations[stationAt % stations.length]?.unitId ?? null),
        type_id: type.typeId,
        created_by: maker === 0 ? person : other,
      },
    ];
  });
  await owner.query(
    `INSERT INTO incident (incident_id, force_id, room_id, station_id, type_id, priority, status, origin, created_at, made_at, created_by)
     SELECT incident_id, force_id, room_id, station_id, type_id, 2, 'open', 'reported', now(), now(), created_by
     FROM jsonb_to_recordset($1) AS g(incident_id uuid, force_id int, room_id int, station_id int, type_id int, created_by uuid)`,
    [JSON.stringify(rows)],
  );
  for (const [table, { columns, values }] of Object.entries(children))
    await owner.query(`INSERT INTO ${table} (incident_id, ${columns}) SELECT incident_id, ${values} FROM incident`);
  return rows;
}

const now = 'now()';
const id = 'gen_random_uuid()';
/** A row of each table that hangs on an incident; `action` is what one is written under, where that counts. */
const children: Record<string, { columns: string; values: string; action?: string }> = {
  call: { columns: 'call_id, channel, made_at', values: `${id}, 'radio', ${now}` },
  assignment: {
    columns: 'assignment_id, patrol_unit_id, status, made_at',
    values: `${id}, (SELECT min(patrol_unit_id) FROM patrol_unit), 'cleared', ${now}`,
  },
  incident_clock: {
    columns: 'clock_id, clock, at, source, made_at',
    values: `${id}, 'created', ${now}, 'person', ${now}`,
  },
  timeline_entry: { columns: 'entry_id, kind, room_id, made_at', values: `${id}, 'note', room_id, ${now}` },
  field_change: { columns: 'change_id, field, at', values: `${id}, 'narrative', ${now}` },
  incident_link: { columns: 'other_id, kind, made_at', values: `incident_id, 'related', ${now}` },
  attachment: {
    columns: 'attachment_id, file_name, media_type, byte_count, sha256, made_at',
    values: `${id}, 'x', 'x', 1, '\\x00', ${now}`,
  },
  involved_person: {
    columns: 'involved_id, involvement, made_at',
    values: `${id}, 'witness', ${now}`,
    action: 'people.write',
  },
  involved_vehicle: { columns: 'involved_id, made_at', values: `${id}, ${now}`, action: 'people.write' },
};

async function listTables(): Promise<{ name: string; restricted: boolean }[]> {
  const found = await owner.query(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE table_schema = 'public' AND column_name = 'incident_id' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return found.rows
    .map((row) => row.name as string)
    .filter((name) => name === 'incident' || children[name])
    .map((name) => ({ name, restricted: walls[name] === 'people' }));
}

test('what hangs on an incident is tried here, or walled otherwise', async () => {
  const incidental = Object.keys(walls).filter((name) => ['incident', 'people'].includes(walls[name] as string));
  // The two that are written and never read by area have trials of their own below.
  expect(incidental.sort()).toEqual(['incident', 'event_outbox', 'break_glass', ...Object.keys(children)].sort());
});

type When = 'now' | 'over' | 'to come';
interface Held {
  roleId: number;
  unitId: number;
  when: When;
}
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** Two days off on either side: no zone of the force is that far from ours. */
const validity: Record<When, { validFrom: string; validTo: string | null }> = {
  now: { validFrom: '2000-01-01', validTo: null },
  over: { validFrom: '2000-01-01', validTo: day(-2) },
  'to come': { validFrom: day(2), validTo: null },
};

const posts = () =>
  fc.array(
    fc.record({
      roleId: fc.constantFrom(...roleIds),
      unitId: fc.constantFrom(...server.organisation.units.map((unit) => unit.unitId)),
      when: fc.constantFrom<When>('now', 'now', 'now', 'over', 'to come'),
    }),
    { minLength: 0, maxLength: 3 },
  );

/** What the contract says, apart from how the server puts it into SQL. */
function judged(held: Held[]): Scope {
  const holding = held.filter((post) => post.when === 'now');
  const rights: PostRights[] = holding.map(({ roleId, unitId }) => ({
    unitId,
    rights: server.organisation.findRole(roleId)?.rights ?? [],
  }));
  return resolveScope(rights, server.organisation.units, server.organisation.types, action);
}

/** Own records of some types are passed over: no role joins the two, and the walls know none (`ownPairs` in rights.ts). */
function idsWithin(scope: Scope): string[] {
  const whole = new Set(scope.rooms);
  const own = new Set(scope.ownRooms);
  const pairs = new Set(scope.pairs.map(([unit, type]) => `${unit}:${type}`));
  return incidents
    .filter(({ force_id, room_id, station_id, type_id, created_by }) =>
      [force_id, room_id, station_id].some(
        (unit) =>
          unit !== null &&
          (whole.has(unit) || pairs.has(`${unit}:${type_id}`) || (created_by === person && own.has(unit))),
      ),
    )
    .map((incident) => incident.incident_id)
    .sort();
}

const actorOf = (held: Held[]): Actor => ({
  personId: person,
  language: 'en',
  posts: held.map(({ when, ...post }, index) => ({ ...post, ...validity[when], postId: String(index) })),
  tokenActions: null,
  sessionId: null,
  sourceAddress: null,
});

const idsIn = async (tx: Transaction<DB>, table: string): Promise<string[]> =>
  (
    await sql<{ id: string }>`SELECT DISTINCT incident_id AS id FROM ${sql.table(table)} ORDER BY 1`.execute(tx)
  ).rows.map((row) => row.id);

test(`reading shows what the scope holds, no more and no less, in every table (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(posts(), async (held) => {
      const expected = idsWithin(judged(held));
      const scope = server.directory.scopeOf(actorOf(held), action, new Date());
      await runtime.transaction().execute(async (tx) => {
        await setScope(tx, actorOf(held), { read: scope });
        await openPeople(tx, actorOf(held), (named) => (named === peopleActions.read ? scope : emptyScope), new Date());
        for (const { name } of tables) expect(await idsIn(tx, name), name).toEqual(expected);
      });
    }),
    { seed, numRuns: 60 },
  );
});

test(`people stay behind their own wall when the rest may be read (seed ${seed})`, { timeout: 60_000 }, async () => {
  const all: SqlScope = { ...emptyScope, units: server.organisation.units.map((unit) => unit.unitId) };
  await fc.assert(
    fc.asyncProperty(posts(), async (held) => {
      const expected = idsWithin(judged(held));
      const scope = server.directory.scopeOf(actorOf(held), action, new Date());
      await runtime.transaction().execute(async (tx) => {
        await setScope(tx, actorOf(held), { read: all });
        await openPeople(tx, actorOf(held), (named) => (named === peopleActions.read ? scope : emptyScope), new Date());
        for (const { name, restricted } of tables)
          expect(await idsIn(tx, name), name).toEqual(
            restricted ? expected : idsWithin({ rooms: all.units, pairs: [], ownRooms: [], ownPairs: [] }),
          );
      });
    }),
    { seed, numRuns: 15 },
  );
});

test(`changing reaches what the scope holds, whatever may be read (seed ${seed})`, { timeout: 60_000 }, async () => {
  const all: SqlScope = { ...emptyScope, units: server.organisation.units.map((unit) => unit.unitId) };
  await fc.assert(
    fc.asyncProperty(posts(), async (held) => {
      const expected = idsWithin(judged(held));
      const scope = server.directory.scopeOf(actorOf(held), action, new Date());
      await runtime.transaction().execute(async (tx) => {
        await setScope(tx, actorOf(held), { read: all, write: scope });
        for (const table of ['incident', 'assignment']) expect(await changed(tx, table), table).toEqual(expected);
      });
    }),
    { seed, numRuns: 20 },
  );
});

const changed = async (tx: Transaction<DB>, table: string): Promise<string[]> =>
  (
    await sql<{ id: string }>`UPDATE ${sql.table(table)} SET status = status RETURNING incident_id AS id`.execute(tx)
  ).rows
    .map((row) => row.id)
    .sort();

/** What is written for an incident: a row of each table, its event, a broken glass, another incident in its place. */
const writings = (): { name: string; action: string; statement: string }[] => [
  ...Object.entries(children).map(([name, { columns, values, action: under = 'incident.note' }]) => ({
    name,
    action: under,
    // The link that stands from the beginning is of another kind.
    statement: `INSERT INTO ${name} (incident_id, ${columns}) SELECT incident_id, ${values.replace("'related'", "'duplicate'")}
      FROM incident WHERE incident_id = $1`,
  })),
  {
    name: 'event_outbox',
    action: 'incident.note',
    statement: `INSERT INTO event_outbox (kind, incident_id, force_id, room_id, station_id, type_id, created_by, at)
      SELECT 'x', incident_id, force_id, room_id, station_id, type_id, created_by, now() FROM incident WHERE incident_id = $1`,
  },
  {
    name: 'break_glass',
    action: 'people.break_glass',
    statement: `INSERT INTO break_glass (grant_id, incident_id, person_id, reason, granted_at, until)
      SELECT gen_random_uuid(), incident_id, '${person}', 'a reason of ten', now(), now() + interval '1 hour' FROM incident WHERE incident_id = $1`,
  },
  {
    name: 'incident',
    action: 'incident.log',
    statement: `INSERT INTO incident (incident_id, force_id, room_id, station_id, type_id, priority, status, origin, created_at, made_at, created_by)
      SELECT gen_random_uuid(), force_id, room_id, station_id, type_id, 2, 'open', 'reported', now(), now(), created_by FROM incident WHERE incident_id = $1`,
  },
];
/** Under which a row must not be written that belongs to an action of its own. */
const foreign = 'analysis.read';

test(`writing reaches what the scope holds, in every table, whatever may be read (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const all: SqlScope = { ...emptyScope, units: server.organisation.units.map((unit) => unit.unitId) };
  const bound = ['involved_person', 'involved_vehicle', 'break_glass', 'incident'];
  const some = fc.subarray(
    incidents.map((incident) => incident.incident_id),
    { minLength: 3, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(posts(), some, async (held, tried) => {
      const expected = new Set(idsWithin(judged(held)));
      const scope = server.directory.scopeOf(actorOf(held), action, new Date());
      await runtime
        .transaction()
        .execute(async (tx) => {
          for (const { name, action: under, statement } of writings()) {
            for (const actionName of bound.includes(name) ? [under, foreign] : [under]) {
              await setScope(tx, actorOf(held), { read: all, write: scope, action: scope, actionName });
              for (const incidentId of tried)
                expect(await isWritten(tx, statement, incidentId), `${name} ${actionName} ${incidentId}`).toBe(
                  expected.has(incidentId) && actionName === under,
                );
            }
          }
          throw new Undone();
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undone)) throw error;
        });
    }),
    { seed, numRuns: 12 },
  );
});
class Undone extends Error {}

/** Whether the walls let a statement through; it is taken back either way. */
async function isWritten(tx: Transaction<DB>, statement: string, incidentId: string): Promise<boolean> {
  await sql`SAVEPOINT trial`.execute(tx);
  try {
    const result = await sql.raw(statement.replace('$1', `'${incidentId}'`)).execute(tx);
    return Number(result.numAffectedRows) === 1;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  } finally {
    await sql`ROLLBACK TO SAVEPOINT trial`.execute(tx);
  }
}

test('nothing of an incident is deleted, and what is append-only is not changed, whatever the scope', async () => {
  const all: SqlScope = { ...emptyScope, units: server.organisation.units.map((unit) => unit.unitId) };
  const changing = ['incident', 'assignment', 'incident_link'];
  const names = ['incident', 'event_outbox', 'break_glass', ...Object.keys(children)];
  const [first] = incidents;
  await runtime.transaction().execute(async (tx) => {
    await setScope(tx, actorOf([]), { read: all, write: all, action: all, actionName: 'people.write' });
    for (const name of names) {
      expect(await isWritten(tx, `DELETE FROM ${name} WHERE incident_id = $1`, first?.incident_id ?? ''), name).toBe(
        false,
      );
      if (changing.includes(name)) continue;
      const update = `UPDATE ${name} SET incident_id = incident_id WHERE incident_id = $1`;
      expect(await isWritten(tx, update, first?.incident_id ?? ''), name).toBe(false);
    }
  });
});
