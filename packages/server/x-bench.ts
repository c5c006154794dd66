import { rmSync, statSync } from 'node:fs';
import { latLngToCell } from 'h3-js';
import { openMart, rebuild, runOverview, runMeasure, feed, overviewMeasures, type MartIncident } from './src/capabilities/analysis/index.ts';
import { compileMeasure } from './src/capabilities/analysis/measure/compile-measure.ts';
const N = Number(process.argv[2] ?? 1_000_000);
for (const e of ['', '.wal']) rmSync(`/tmp/d/bench.duckdb${e}`, { force: true });
const mart = await openMart({ path: '/tmp/d/bench.duckdb', memoryMegabytes: 300, threads: 2, readers: 4 });
let seed = 1; const rnd = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 2 ** 32; };
const start = Date.UTC(2018, 10, 1), span = 8 * 365.25 * 86400e3;
const iso = (ms: number) => new Date(ms).toISOString();
const units = [{ unitId: 1, kind: 'force', code: '1', parentId: null, population: 5e6, nameAr: '', nameEn: '', nameFr: '' }];
for (let r = 0; r < 22; r++) { units.push({ ...units[0]!, unitId: 100 + r, kind: 'operations_room', parentId: 1 as never, population: 2e5 }); for (let s = 0; s < 8; s++) units.push({ ...units[0]!, unitId: 1000 + r * 10 + s, kind: 'station', parentId: (100 + r) as never }); }
const types = Array.from({ length: 90 }, (_, i) => ({ typeId: i + 1, code: `g${i % 9}.t${i}`, nameAr: '', nameEn: '', nameFr: '' }));
let peak = 0; const mem = () => { peak = Math.max(peak, process.memoryUsage().rss); };
async function* source(): AsyncGenerator<MartIncident[]> {
  for (let at = 0; at < N; at += 5000) {
    const out: MartIncident[] = [];
    for (let n = at; n < Math.min(N, at + 5000); n++) {
      const c = start + (span * n) / N; const r = Math.floor(rnd() * 22); const lat = 33.1 + rnd() * 1.5, lng = 35.2 + rnd();
      const disp = rnd() < 0.9 ? c + 20e3 + rnd() * 300e3 : null; const er = disp && rnd() < 0.9 ? disp + rnd() * 120e3 : null; const os = er && rnd() < 0.95 ? er + rnd() * 1200e3 : null; const cl = os ? os + rnd() * 3600e3 : null;
      const i = (x: number | null) => (x === null ? null : iso(x));
      const police = rnd() < 0.2;
      const id = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
      out.push({ incidentId: id, version: 1, forceId: 1, roomId: 100 + r, stationId: rnd() < 0.9 ? 1000 + r * 10 + Math.floor(rnd() * 8) : null, typeId: 1 + Math.floor(rnd() * rnd() * 90), priority: 1 + Math.floor(rnd() * 4), status: rnd() < 0.03 ? 'cancelled' : 'closed', origin: police ? 'police_initiated' : 'reported', disposition: 'report', timeZone: 'Asia/Beirut', createdAt: iso(c), callStartedAt: police ? null : iso(c - 60e3), answeredAt: police ? null : iso(c - 50e3), queuedAt: iso(c), firstDispatchedAt: i(disp), firstAcknowledgedAt: null, firstEnRouteAt: i(er), firstOnSceneAt: i(os), resolvedAt: i(cl), closedAt: i(cl), reopenedAt: null, dueAt: iso(c + 900e3), longitude: lng, latitude: lat, h3Cell: latLngToCell(lat, lng, 9), everHeld: rnd() < 0.02, receivedAt: iso(c), changedAt: iso(c),
        assignments: disp === null ? [] : [{ assignmentId: id, patrolUnitId: r, status: 'cleared', lead: true, assignedAt: i(disp), acknowledgedAt: null, enRouteAt: i(er), onSceneAt: i(os), transportStartedAt: null, transportArrivedAt: null, clearedAt: i(cl) }] });
    }
    yield out;
  }
}
let t = performance.now();
await rebuild(mart, { position: 1, epoch: 'e', at: iso(Date.now()), lookups: { units, types } as never, incidents: source(), progress: mem });
console.log('rebuild s', (performance.now() - t) / 1000, 'rss peak MB', peak / 1e6, 'file MB', statSync('/tmp/d/bench.duckdb').size / 1e6);
const all = { units: [1], pairs: [], ownUnits: [] };
const req = (from: string, to: string, x = {}) => ({ filters: { from, to, ...x }, h3Resolution: 8, responseLimitSeconds: 'own' as const });
for (const [label, rq, area] of [['1 year', req('2025-11-01', '2026-10-31'), all], ['8 years', req('2018-11-01', '2026-10-31'), all], ['8y one room', req('2018-11-01', '2026-10-31'), { units: [105], pairs: [], ownUnits: [] }]] as const) {
  const times: number[] = []; const overs: number[] = []; const per: Record<string, number[]> = {};
  for (let k = 0; k < 8; k++) {
    t = performance.now(); await runOverview(mart, rq, area); if (k) overs.push(performance.now() - t); mem();
    for (const [name, m] of Object.entries(overviewMeasures(rq))) { t = performance.now(); await runMeasure(mart, m, area); const d = performance.now() - t; if (k) { times.push(d); (per[name] ??= []).push(d); } mem(); }
  }
  const q = (a: number[], p: number) => [...a].sort((x, y) => x - y)[Math.floor((a.length - 1) * p)]!.toFixed(1);
  console.log(label, 'single query p50/p95/max', q(times, .5), q(times, .95), q(times, 1), 'whole overview p50/max', q(overs, .5), q(overs, 1));
  console.log(Object.entries(per).map(([n, a]) => `${n} ${q(a, .5)}`).join(', '));
  // the same SQL bare
  const { DuckDBInstance } = await import('@duckdb/node-api');
}
mem(); console.log('rss now', process.memoryUsage().rss / 1e6, 'peak', peak / 1e6);
t = performance.now();
const some: MartIncident[] = []; for await (const b of source()) { some.push(...b.map((x) => ({ ...x, version: 2, changedAt: iso(Date.now()) }))); break; }
await feed(mart, some, { position: 2, epoch: 'e', at: iso(Date.now()) }); console.log('feed of 5000 changed ms', performance.now() - t);
t = performance.now(); await feed(mart, some.slice(0, 20).map((x) => ({ ...x, version: 3 })), { position: 3, epoch: 'e', at: iso(Date.now()) }); console.log('feed of 20 changed ms', performance.now() - t);
await mart.file.close();
