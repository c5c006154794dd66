// Fills the practice force with years of incidents, and tells in an answer key what was planted in them.
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import type { CopyValue } from '../../../platform/db/copy-rows.ts';
import { h3CellOf } from '../../../platform/places/cells.ts';
import { Chance } from './chance.ts';
import { type GeneratedIncident, generateDays, trendChange } from './generate-incidents.ts';
import { practiceLand, stationCode } from './load-practice-force.ts';
import { rooms } from './national-plan.ts';
import { makeDuplicate, plantFault } from './plant-faults.ts';
import { copyIncidents, countIncidents, finishIncidents, type IncidentTables, loadIds, loadRooms } from './store.ts';

export interface PracticeIncidents {
  incidents: number;
  seed: number;
  /** The end of the eight years; what is not over by then is open. */
  until: Date;
  /** Takes the answer key as CSV. */
  answerKey: Writable;
  progress?: (written: number) => void;
}

/** Thrown where the practice force is not there, or has incidents already. */
export class PracticeError extends Error {}

export const practiceYears = 8;
const batchSize = 4_000;
// One of so many incidents is logged twice.
const duplicateOf = 160;
const reportedShare = 0.85;
/** The response limit of each priority. */
export const limitMinutes = [null, 10, 20, 60, null];

/** Writes exactly `incidents` incidents, all or none, in one transaction. Streams: memory holds a few thousand at a time. */
export async function loadPracticeIncidents(client: pg.ClientBase, wanted: PracticeIncidents): Promise<void> {
  const ids = await loadIds(client);
  const forceId = ids.units.get('PRA');
  if (forceId === undefined)
    throw new PracticeError('Expected a practice force, got none. Start with npm start first.');
  if ((await countIncidents(client)) > 0)
    throw new PracticeError(
      'Expected a practice force without incidents, got one that has some. Use an empty data folder.',
    );
  const writer = new Writer(ids, await loadRooms(client), forceId, new Chance(wanted.seed + 7));
  const chance = new Chance(wanted.seed);
  const land = practiceLand();
  const key = wanted.answerKey;
  const tell = async (...cells: string[]): Promise<void> => {
    if (!key.write(`${cells.join(',')}\n`)) await once(key, 'drain');
  };
  await tell('kind', 'incident_id', 'number', 'field', 'truth');
  const from = new Date(wanted.until);
  from.setUTCFullYear(from.getUTCFullYear() - practiceYears);
  from.setUTCHours(0, 0, 0, 0);
  const turned = new Date(from.getTime() + (wanted.until.getTime() - from.getTime()) * trendChange.afterShare);
  await tell('trend_change', '', trendChange.room, `x${trendChange.factor}`, turned.toISOString().slice(0, 10));
  await client.query('BEGIN');
  try {
    let written = 0;
    const take = async (incident: GeneratedIncident): Promise<void> => {
      const planted = plantFault(chance, land, incident);
      const number = writer.take(incident);
      written += 1;
      if (planted) await tell(planted.kind, planted.incidentId, number, planted.field, `"${planted.truth}"`);
      if (incident.nearRepeat) await tell('near_repeat', incident.incidentId, number, 'position', '');
    };
    let duplicates = Math.floor(wanted.incidents / duplicateOf);
    const single = wanted.incidents - duplicates;
    for (const day of generateDays(chance, land, { from, until: wanted.until, incidents: single })) {
      for (const incident of day) {
        await take(incident);
        // Spread over what is still to come, so that their number is exact in the end.
        const left = wanted.incidents - written - duplicates;
        const twice = chance.happens(duplicates / Math.max(1, left * reportedShare));
        const duplicate = twice ? makeDuplicate(chance, incident) : null;
        if (!duplicate) continue;
        const number = writer.take(duplicate);
        written += 1;
        duplicates -= 1;
        await tell('duplicate', duplicate.incidentId, number, 'duplicate_of', incident.incidentId);
      }
      if (writer.size >= batchSize) {
        await copyIncidents(client, writer.drain());
        wanted.progress?.(written);
      }
    }
    await copyIncidents(client, writer.drain());
    await finishIncidents(client, forceId, writer.serials, wanted.until);
    await client.query('COMMIT');
    wanted.progress?.(written);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    key.end();
    await finished(key);
  }
}

const empty = (): IncidentTables => ({
  incident: [],
  call: [],
  assignment: [],
  incident_clock: [],
  timeline_entry: [],
});

class Writer {
  readonly serials = new Map<string, number>();
  private tables = empty();
  private readonly ids: Awaited<ReturnType<typeof loadIds>>;
  private readonly rooms: Awaited<ReturnType<typeof loadRooms>>;
  private readonly forceId: number;
  private readonly chance: Chance;

  constructor(
    ids: Awaited<ReturnType<typeof loadIds>>,
    ofRooms: Awaited<ReturnType<typeof loadRooms>>,
    forceId: number,
    chance: Chance,
  ) {
    this.ids = ids;
    this.rooms = ofRooms;
    this.forceId = forceId;
    this.chance = chance;
  }

  get size(): number {
    return this.tables.incident.length;
  }

  drain(): IncidentTables {
    const { tables } = this;
    this.tables = empty();
    return tables;
  }

  /** Adds an incident's rows; returns its number. */
  take(one: GeneratedIncident): string {
    const plan = rooms[one.room];
    const roomId = this.ids.units.get(plan?.code ?? '') as number;
    const room = this.rooms.get(roomId);
    const author = this.chance.pick(room?.takers ?? []);
    const number = this.numberOf(plan?.code ?? '', roomId, one.createdAt);
    const { incidentId, createdAt, receivedAt } = one;
    const minutes = limitMinutes[one.priority] ?? null;
    const changed = [one.closedAt, one.resolvedAt, receivedAt].find((at) => at !== null) ?? receivedAt;
    const first = (clock: 'assignedAt' | 'acknowledgedAt' | 'enRouteAt' | 'onSceneAt'): Date | null =>
      one.assignments
        .map((assignment) => assignment[clock])
        .filter((at) => at !== null)
        .reduce<Date | null>((a, b) => (a && a < b ? a : b), null);
    this.tables.incident.push([
      incidentId,
      number,
      this.forceId,
      roomId,
      this.ids.units.get(stationCode(plan?.code ?? '', one.station)) ?? null,
      this.ids.types.get(one.typeCode) ?? null,
      one.priority,
      statusOf(one),
      one.origin,
      one.channel,
      one.narrative,
      one.placeText,
      one.longitude,
      one.latitude,
      one.longitude === null ? null : 'pin',
      one.longitude === null || one.latitude === null ? null : h3CellOf(one.longitude, one.latitude),
      one.occurredFrom,
      one.occurredTo,
      one.callStartedAt,
      one.answeredAt,
      createdAt,
      createdAt,
      first('assignedAt'),
      first('acknowledgedAt'),
      first('enRouteAt'),
      first('onSceneAt'),
      one.resolvedAt,
      one.closedAt,
      minutes === null ? null : new Date(createdAt.getTime() + minutes * 60_000),
      one.disposition === null ? null : (this.ids.dispositions.get(one.disposition) ?? null),
      author,
      createdAt,
      receivedAt,
      changed,
    ]);
    if (one.origin === 'reported')
      this.tables.call.push([
        incidentId,
        this.chance.uuid(createdAt),
        one.channel,
        one.callStartedAt,
        one.answeredAt,
        author,
        createdAt,
        receivedAt,
      ]);
    this.clock(one, 'call_started', one.callStartedAt, null, author);
    this.clock(one, 'answered', one.answeredAt, null, author);
    for (const name of ['created', 'classified', 'queued']) this.clock(one, name, createdAt, null, author);
    for (const [index, assignment] of one.assignments.entries())
      this.assign(one, assignment, index, room?.units ?? [], author);
    this.clock(one, 'resolved', one.resolvedAt, null, author);
    this.clock(one, 'closed', one.closedAt, null, author);
    this.tables.timeline_entry.push([
      incidentId,
      this.chance.uuid(createdAt),
      'logged',
      author,
      roomId,
      createdAt,
      receivedAt,
      one.narrative,
      { typeCode: one.typeCode, priority: one.priority, channel: one.channel },
    ]);
    return number;
  }

  private assign(
    one: GeneratedIncident,
    assignment: GeneratedIncident['assignments'][number],
    index: number,
    units: readonly number[],
    author: string,
  ): void {
    const { assignmentId, assignedAt, acknowledgedAt, enRouteAt, onSceneAt, clearedAt } = assignment;
    const status = clearedAt
      ? 'cleared'
      : onSceneAt
        ? 'on_scene'
        : enRouteAt
          ? 'en_route'
          : acknowledgedAt
            ? 'acknowledged'
            : 'assigned';
    this.tables.assignment.push([
      one.incidentId,
      assignmentId,
      units[assignment.unit] ?? null,
      status,
      index === 0,
      assignedAt,
      acknowledgedAt,
      enRouteAt,
      onSceneAt,
      clearedAt,
      assignedAt,
      assignedAt,
    ]);
    const clocks: [string, Date | null][] = [
      ['assigned', assignedAt],
      ['acknowledged', acknowledgedAt],
      ['en_route', enRouteAt],
      ['on_scene', onSceneAt],
      ['cleared', clearedAt],
    ];
    for (const [name, at] of clocks) this.clock(one, name, at, assignmentId, author);
  }

  private clock(
    one: GeneratedIncident,
    name: string,
    at: Date | null,
    assignmentId: string | null,
    author: string,
  ): void {
    if (!at) return;
    const row: CopyValue[] = [one.incidentId, this.chance.uuid(at), name, at, assignmentId, author, 'person', at, at];
    this.tables.incident_clock.push(row);
  }

  private numberOf(code: string, roomId: number, createdAt: Date): string {
    const year = createdAt.getUTCFullYear() % 100;
    const key = `${roomId}/${year}`;
    const serial = (this.serials.get(key) ?? 0) + 1;
    this.serials.set(key, serial);
    return `${code}-${String(year).padStart(2, '0')}-${String(serial).padStart(6, '0')}`;
  }
}

/** The status that its clocks say. */
export function statusOf(one: GeneratedIncident): string {
  if (one.closedAt) return 'closed';
  if (one.resolvedAt) return 'resolved';
  if (one.assignments.some((assignment) => assignment.onSceneAt)) return 'on_scene';
  return one.assignments.length > 0 ? 'dispatched' : 'open';
}
