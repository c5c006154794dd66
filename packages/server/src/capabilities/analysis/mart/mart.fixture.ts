import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mart, openMart } from './mart.ts';
import type { MartAssignment, MartIncident, MartLookups } from './mart-incident.ts';

/** A small invented force: force 1, centre 2, rooms 10 and 20 under it, stations 11, 12 and 21. */
export const lookups: MartLookups = {
  units: [
    unit(1, 'force', null, 300_000),
    unit(2, 'command_centre', 1, null),
    unit(10, 'operations_room', 2, 200_000),
    unit(20, 'operations_room', 2, 100_000),
    unit(11, 'station', 10, null),
    unit(12, 'station', 10, null),
    unit(21, 'station', 20, null),
  ],
  types: [
    type(1, 'theft'),
    type(2, 'theft.vehicle'),
    type(3, 'theft.burglary'),
    type(4, 'traffic.collision'),
    type(5, 'theftless'),
  ],
};

function unit(unitId: number, kind: string, parentId: number | null, population: number | null) {
  const name = `${kind} ${unitId}`;
  return { unitId, kind, code: String(unitId), parentId, population, nameAr: name, nameEn: name, nameFr: name };
}
function type(typeId: number, code: string) {
  return { typeId, code, nameAr: code, nameEn: code, nameFr: code };
}

/** Returns an id that `n` decides. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** Returns an instant `seconds` after noon UTC of 2 March 2026, a Monday. */
export const at = (seconds: number): string => new Date(Date.UTC(2026, 2, 2, 12) + seconds * 1000).toISOString();

/** Returns an incident of room 10 at noon with nothing but its creation, changed by `fields`. */
export function incident(n: number, fields: Partial<MartIncident> = {}): MartIncident {
  return {
    incidentId: idOf(n),
    version: 1,
    forceId: 1,
    roomId: 10,
    stationId: 11,
    typeId: 2,
    priority: 2,
    status: 'closed',
    origin: 'reported',
    disposition: null,
    timeZone: 'Asia/Beirut',
    createdAt: at(0),
    callStartedAt: null,
    answeredAt: null,
    queuedAt: null,
    firstDispatchedAt: null,
    firstAcknowledgedAt: null,
    firstEnRouteAt: null,
    firstOnSceneAt: null,
    resolvedAt: null,
    closedAt: null,
    reopenedAt: null,
    dueAt: null,
    scheduledFor: null,
    longitude: null,
    latitude: null,
    h3Cell: null,
    everHeld: false,
    receivedAt: at(0),
    changedAt: at(0),
    assignments: [],
    ...fields,
  };
}

/** Returns an assignment with no clock, changed by `fields`. */
export function assignment(n: number, fields: Partial<MartAssignment> = {}): MartAssignment {
  return {
    assignmentId: idOf(1_000_000 + n),
    patrolUnitId: n,
    status: 'cleared',
    lead: false,
    assignedAt: null,
    acknowledgedAt: null,
    enRouteAt: null,
    onSceneAt: null,
    transportStartedAt: null,
    transportArrivedAt: null,
    clearedAt: null,
    ...fields,
  };
}

/** Runs `work` with a new empty mart in a folder that is removed afterwards. */
export async function withMart<Result>(work: (mart: Mart) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'marsad-mart-'));
  const mart = await openMart({ path: join(folder, 'mart.duckdb'), memoryMegabytes: 200, threads: 2, readers: 3 });
  try {
    return await work(mart);
  } finally {
    await mart.file.close();
    await rm(folder, { recursive: true, force: true });
  }
}
