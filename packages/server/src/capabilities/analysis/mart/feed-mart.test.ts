import { expect, test } from 'vitest';
import type { SqlScope } from '../../../platform/operations/actor.ts';
import { runMeasure } from '../measure/run-measure.ts';
import { feed } from './feed-mart.ts';
import { assignment, at, incident, lookups, withMart } from './mart.fixture.ts';
import { openMart, readState } from './mart.ts';
import type { MartIncident } from './mart-incident.ts';
import { rebuild } from './rebuild-mart.ts';
import { writeLookups } from './write-lookups.ts';

const force: SqlScope = { units: [1], pairs: [], ownUnits: [] };
const filters = { from: '2026-01-01', to: '2026-12-31' };
const to = (position: number, epoch = 'e1') => ({ position, epoch, at: at(9000) });
const dump = 'SELECT * EXCLUDE (class_id) FROM incident ORDER BY incident_id, recorded_from, version';

test('works out local date, week, hour and weekday in the time zone of the room', () =>
  withMart(async (mart) => {
    // 22:30 UTC on Saturday 28 March 2026 is past the change to summer time in Beirut: 01:30 there, Sunday.
    await feed(mart, [incident(1, { createdAt: '2026-03-28T22:30:00.000Z' })], to(1));
    const [row] = await mart.file.read(
      'SELECT local_date, week_start, iso_week, iso_year, local_hour, local_weekday FROM incident',
    );
    expect(row).toEqual({
      local_date: new Date('2026-03-29T00:00:00Z'),
      week_start: new Date('2026-03-23T00:00:00Z'),
      iso_week: 13,
      iso_year: 2026,
      local_hour: 1,
      local_weekday: 7,
    });
  }));

test('what was scheduled for later waits from its time: its intervals and its limit begin there', () =>
  withMart(async (mart) => {
    // Answered and logged at noon for an hour later.
    const scheduled = { answeredAt: at(-10), scheduledFor: at(3600), dueAt: at(4200), firstDispatchedAt: at(3630) };
    await feed(
      mart,
      [
        incident(1, { ...scheduled, firstOnSceneAt: at(3900) }),
        incident(2, { ...scheduled, answeredAt: null, scheduledFor: at(-60), dueAt: at(600) }),
      ],
      to(1),
    );
    const rows = await mart.file.read(
      'SELECT processing, queue, response, limit_seconds, impossible FROM incident ORDER BY incident_id',
    );
    expect(rows).toEqual([
      { processing: 30, queue: 30, response: 300, limit_seconds: 600, impossible: 0 },
      { processing: null, queue: 3630, response: null, limit_seconds: 600, impossible: 0 },
    ]);
  }));

test('gives intervals of the first arriving unit, and blanks what is missing or runs backwards', () =>
  withMart(async (mart) => {
    const units = [
      assignment(1, { assignedAt: at(30), enRouteAt: at(90), onSceneAt: at(600), clearedAt: at(1600) }),
      assignment(2, { assignedAt: at(40), enRouteAt: at(60), onSceneAt: at(400), clearedAt: at(1000) }),
      assignment(3, { status: 'stood_down', assignedAt: at(50), clearedAt: at(80) }),
    ];
    await feed(
      mart,
      [
        incident(1, {
          callStartedAt: at(-20),
          answeredAt: at(-15),
          firstDispatchedAt: at(30),
          firstOnSceneAt: at(400),
          assignments: units,
        }),
        incident(2, { firstDispatchedAt: at(-5), assignments: [assignment(4, { assignedAt: at(-5) })] }),
      ],
      to(1),
    );
    const rows = await mart.file.read(
      'SELECT answer, processing, queue, turnout, travel, response, on_scene, unit_consumed, total_consumed, impossible FROM incident ORDER BY incident_id',
    );
    expect(rows[0]).toEqual({
      answer: 5,
      processing: 45,
      queue: 30,
      turnout: 20,
      travel: 340,
      response: 400,
      on_scene: 600,
      unit_consumed: 940,
      total_consumed: 1510 + 940 + 30,
      impossible: 0,
    });
    expect(rows[1]).toMatchObject({ queue: null, turnout: null, total_consumed: null, impossible: 1 << 2 });
  }));

test('keeps versions: the current figure moves, the figure as it stood stays', () =>
  withMart(async (mart) => {
    await writeLookups(mart, lookups);
    await feed(mart, [incident(1), incident(2)], to(1));
    const first = { ...incident(1), version: 2, typeId: 4, changedAt: at(3600) };
    await feed(mart, [first], to(2));
    const byType = { what: 'incidents', statistic: 'count', by: ['type'], h3Resolution: 8 } as const;
    const counts = async (asOf?: string) => {
      const result = await runMeasure(mart, { ...byType, by: ['type'], filters: { ...filters, asOf } }, force);
      return result.rows.map((row) => [row.keys.type, row.value]);
    };
    expect(await counts()).toEqual([
      ['theft.vehicle', 1],
      ['traffic.collision', 1],
    ]);
    expect(await counts(at(1800))).toEqual([['theft.vehicle', 2]]);
  }));

test('changes nothing when fed the same again, and moves the position with the data', () =>
  withMart(async (mart) => {
    const batch = [incident(1, { assignments: [assignment(1, { assignedAt: at(5) })] }), incident(2)];
    expect(await feed(mart, batch, to(5))).toBe(true);
    const before = await mart.file.read(dump);
    expect(await feed(mart, batch, to(5))).toBe(false);
    expect(await feed(mart, batch, to(4))).toBe(false);
    // The same states under a later position, as after a break between reading and feeding.
    expect(await feed(mart, batch, to(6))).toBe(true);
    expect(await mart.file.read(dump)).toEqual(before);
    expect(await mart.file.read('SELECT count(*)::INT AS n FROM assignment')).toEqual([{ n: 1 }]);
    expect(await readState(mart.file.read)).toMatchObject({ position: 6, epoch: 'e1' });
    await expect(feed(mart, batch, to(7, 'e2'))).rejects.toThrow(/epoch e2; rebuild/);
  }));

test('leaves position and data alone when a batch cannot be written', () =>
  withMart(async (mart) => {
    await feed(mart, [incident(1)], to(1));
    await expect(feed(mart, [incident(2), incident(3, { timeZone: 'Nowhere/None' })], to(2))).rejects.toThrow();
    expect(await mart.file.read('SELECT count(*)::INT AS n FROM incident')).toEqual([{ n: 1 }]);
    expect(await readState(mart.file.read)).toMatchObject({ position: 1 });
    await feed(mart, [incident(2)], to(2));
    expect(await mart.file.read('SELECT count(*)::INT AS n FROM incident')).toEqual([{ n: 2 }]);
  }));

test('rebuilt from a snapshot it is what feeding had made, and a source that breaks off leaves the old one', () =>
  withMart(async (mart) => {
    const incidents = Array.from({ length: 50 }, (_, n) =>
      incident(n, {
        createdAt: at(n * 60),
        stationId: n % 3 === 0 ? null : 11,
        assignments: [assignment(n, { assignedAt: at(n * 60 + 5) })],
      }),
    );
    await feed(mart, incidents, to(50));
    const fed = await mart.file.read(dump);
    async function* broken(): AsyncGenerator<MartIncident[]> {
      yield incidents.slice(0, 10);
      throw new Error('connection lost');
    }
    await expect(rebuild(mart, { ...to(60), lookups, incidents: broken() })).rejects.toThrow('connection lost');
    expect(await mart.file.read(dump)).toEqual(fed);
    async function* whole(): AsyncGenerator<MartIncident[]> {
      for (let start = 0; start < 50; start += 20) yield incidents.slice(start, start + 20);
    }
    expect(await rebuild(mart, { ...to(60), lookups, incidents: whole() })).toBe(50);
    expect(await mart.file.read(dump)).toEqual(fed);
    expect(await readState(mart.file.read)).toMatchObject({ position: 60, versionsSince: at(9000) });
    await mart.file.close();
    const again = await openMart(mart.options);
    expect(await again.file.read('SELECT count(*)::INT AS n FROM assignment')).toEqual([{ n: 50 }]);
    await again.file.close();
  }));

test('no column could hold a person', () =>
  withMart(async (mart) => {
    const columns = await mart.file.read(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'main'",
    );
    const names = columns.map((row) => String(row.name));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => /person|created_by|author|caller|telephone|plate|narrative|crew/.test(name))).toEqual(
      [],
    );
  }));
