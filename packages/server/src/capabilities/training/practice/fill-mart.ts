// Practice incidents straight into a mart, without the database, so that ten million can be measured.
import type pg from 'pg';
import { h3CellOf } from '../../../platform/places/cells.ts';
import { type MartIncident, makeMart } from '../../analysis/index.ts';
import { Chance } from './chance.ts';
import { type GeneratedIncident, generateDays } from './generate-incidents.ts';
import { practiceLand, stationCode } from './load-practice-force.ts';
import { limitMinutes, PracticeError, practiceYears, statusOf } from './load-practice-incidents.ts';
import { rooms } from './national-plan.ts';
import { loadIds, loadRooms } from './store.ts';

export interface MartFilling {
  path: string;
  incidents: number;
  seed: number;
  until: Date;
  progress?: (written: number) => void;
}

const batchSize = 4_000;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Makes the mart file of a practice force with no faults planted; returns how many incidents are in it. Streams. */
export async function fillMart(owner: pg.ClientBase, filling: MartFilling): Promise<number> {
  const ids = await loadIds(owner);
  const forceId = ids.units.get('PRA');
  if (forceId === undefined)
    throw new PracticeError('Expected a practice force, got none. Start with npm start first.');
  const ofRooms = await loadRooms(owner);
  const from = new Date(filling.until);
  from.setUTCFullYear(from.getUTCFullYear() - practiceYears);
  from.setUTCHours(0, 0, 0, 0);
  const { until, incidents } = filling;

  const martIncident = (one: GeneratedIncident): MartIncident => {
    const code = rooms[one.room]?.code ?? '';
    const roomId = ids.units.get(code) as number;
    const units = ofRooms.get(roomId)?.units ?? [];
    const minutes = limitMinutes[one.priority] ?? null;
    const first = (clock: 'assignedAt' | 'acknowledgedAt' | 'enRouteAt' | 'onSceneAt'): string | null =>
      one.assignments
        .map((assignment) => iso(assignment[clock]))
        .filter((at) => at !== null)
        .sort()[0] ?? null;
    const createdAt = one.createdAt.toISOString();
    return {
      ...{ incidentId: one.incidentId, version: 1, forceId, roomId },
      stationId: ids.units.get(stationCode(code, one.station)) ?? null,
      typeId: ids.types.get(one.typeCode) as number,
      ...{ priority: one.priority, status: statusOf(one), origin: one.origin, disposition: one.disposition },
      timeZone: 'Asia/Beirut',
      ...{ createdAt, queuedAt: createdAt, callStartedAt: iso(one.callStartedAt), answeredAt: iso(one.answeredAt) },
      firstDispatchedAt: first('assignedAt'),
      firstAcknowledgedAt: first('acknowledgedAt'),
      firstEnRouteAt: first('enRouteAt'),
      firstOnSceneAt: first('onSceneAt'),
      ...{ resolvedAt: iso(one.resolvedAt), closedAt: iso(one.closedAt), reopenedAt: null },
      dueAt: minutes === null ? null : new Date(one.createdAt.getTime() + minutes * 60_000).toISOString(),
      ...{ longitude: one.longitude, latitude: one.latitude },
      h3Cell: one.longitude === null || one.latitude === null ? null : h3CellOf(one.longitude, one.latitude),
      scheduledFor: null,
      everHeld: false,
      receivedAt: one.receivedAt.toISOString(),
      changedAt: (one.closedAt ?? one.resolvedAt ?? one.receivedAt).toISOString(),
      assignments: one.assignments.flatMap((assignment, index) => {
        const patrolUnitId = units[assignment.unit];
        if (patrolUnitId === undefined) return [];
        return {
          ...{ assignmentId: assignment.assignmentId, patrolUnitId, lead: index === 0 },
          status: assignment.clearedAt ? 'cleared' : 'assigned',
          ...{ assignedAt: iso(assignment.assignedAt), acknowledgedAt: iso(assignment.acknowledgedAt) },
          ...{ enRouteAt: iso(assignment.enRouteAt), onSceneAt: iso(assignment.onSceneAt) },
          ...{ transportStartedAt: null, transportArrivedAt: null, clearedAt: iso(assignment.clearedAt) },
        };
      }),
    };
  };
  async function* batches(): AsyncGenerator<MartIncident[]> {
    let batch: MartIncident[] = [];
    for (const day of generateDays(new Chance(filling.seed), practiceLand(), { from, until, incidents })) {
      for (const incident of day) batch.push(martIncident(incident));
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
  const { path, progress } = filling;
  return makeMart({ path, owner, incidents: batches(), at: until, ...(progress && { progress }) });
}
