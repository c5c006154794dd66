// Eight years of incidents, a day at a time: where, what, when, and how units that are free or busy come to them.
import { shippedTypes } from '@marsad/contract/incidents/incident-types.ts';
import type { Position } from '@marsad/contract/platform/geometry.ts';
import { distanceMetres } from '../../../platform/places/distance.ts';
import { type Chance, Weighted } from './chance.ts';
import { isWithin, type Land, placeWithin, type RoomLand } from './geography.ts';
import { rooms, unitsPerRoom } from './national-plan.ts';
import { dayFactor, TypeOfDay, type TypePattern } from './patterns.ts';

export interface GeneratedAssignment {
  assignmentId: string;
  /** Of the room's units, from 0. */
  unit: number;
  assignedAt: Date;
  acknowledgedAt: Date | null;
  enRouteAt: Date | null;
  onSceneAt: Date | null;
  clearedAt: Date | null;
}
export interface GeneratedIncident {
  incidentId: string;
  /** Index among the plan's rooms, and of the station within it. */
  room: number;
  station: number;
  typeCode: string;
  priority: number;
  origin: 'reported' | 'police_initiated';
  channel: 'telephone' | 'radio' | 'walk_in' | 'patrol';
  narrative: string;
  placeText: string;
  longitude: number | null;
  latitude: number | null;
  occurredFrom: Date | null;
  occurredTo: Date | null;
  callStartedAt: Date | null;
  answeredAt: Date | null;
  createdAt: Date;
  receivedAt: Date;
  assignments: GeneratedAssignment[];
  disposition: string | null;
  resolvedAt: Date | null;
  closedAt: Date | null;
  /** Whether it repeats a burglary nearby, days before. */
  nearRepeat: boolean;
}

export interface Span {
  from: Date;
  until: Date;
  incidents: number;
}

const dayMilliseconds = 86_400_000;
const timeZone = 'Asia/Beirut';
/** The room whose trend turns, and when: planted, told in the answer key. */
export const trendChange = { room: 'ZAH', afterShare: 0.7, factor: 1.6 };

const typeInfo = new Map(shippedTypes.map((type) => [type.code, type]));
const roads = [
  'الشارع العام',
  'قرب الساحة',
  'خلف المدرسة',
  'أمام الفرن',
  'مفرق البلدة',
  'قرب المحطة',
  'حي البيدر',
  'طريق النهر',
];

interface HotPlace {
  place: Position;
  name: string;
}
interface RoomState {
  land: RoomLand;
  hot: HotPlace[];
  hotWeights: Weighted;
  /** When each unit is free again, milliseconds. */
  freeAt: Float64Array;
  recent: number[];
  /** Burglaries that will be repeated nearby: the place and the day from which. */
  repeats: { place: Position; day: number }[];
}

const later = (at: Date, seconds: number): Date => new Date(at.getTime() + Math.round(seconds) * 1000);

/** Yields each day's incidents in the order they were created. Memory holds a day, however long the span. */
export function* generateDays(chance: Chance, land: Land, span: Span): Generator<GeneratedIncident[]> {
  const days = Math.ceil((span.until.getTime() - span.from.getTime()) / dayMilliseconds);
  const lastShare = (span.until.getTime() - span.from.getTime()) / dayMilliseconds - (days - 1);
  const counts = countDays(chance, span, days, lastShare);
  const states = land.rooms.map((one) => newRoomState(one, chance));
  const types = new TypeOfDay();
  const turning = Math.floor(days * trendChange.afterShare);
  const [before, after] = [1, trendChange.factor].map(
    (factor) => new Weighted(rooms.map((room) => room.weight * (room.code === trendChange.room ? factor : 1))),
  ) as [Weighted, Weighted];
  for (let day = 0; day < days; day += 1) {
    const date = new Date(span.from.getTime() + day * dayMilliseconds);
    const offset = offsetMilliseconds(date);
    const made = Array.from({ length: counts[day] ?? 0 }, () => {
      const room = (day < turning ? before : after).draw(chance);
      const pattern = types.draw(chance, date);
      const seconds = pattern.hours.draw(chance) * 3600 + chance.whole(3600);
      const begins = date.getTime() - offset;
      // The last day ends early: its incidents fall into what there is of it.
      const share = Math.min(1, (span.until.getTime() - begins) / dayMilliseconds);
      return { room, pattern, createdAt: new Date(begins + seconds * 1000 * share) };
    });
    made.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    yield made.map(({ room, pattern, createdAt }) =>
      makeIncident(chance, states[room] as RoomState, { room, pattern, createdAt, day, until: span.until }),
    );
  }
}

function offsetMilliseconds(date: Date): number {
  const text = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(date);
  const hours = /GMT\+(\d\d)/.exec(text)?.[1] ?? '2';
  return Number(hours) * 3_600_000;
}

function countDays(chance: Chance, span: Span, days: number, lastShare: number): Int32Array {
  const growth = (day: number) => 1 + (0.15 * day) / days;
  const weights = new Weighted(
    Array.from(
      { length: days },
      (_, day) =>
        dayFactor(new Date(span.from.getTime() + day * dayMilliseconds)) *
        growth(day) *
        (day === days - 1 ? lastShare : 1),
    ),
  );
  const counts = new Int32Array(days);
  for (let one = 0; one < span.incidents; one += 1) {
    const day = weights.draw(chance);
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

function newRoomState(land: RoomLand, chance: Chance): RoomState {
  const hot = Array.from({ length: 14 }, (_, index) => {
    // Most hot places are near the town, some anywhere in the room's area.
    const near: Position = [land.seat[0] + chance.normal(0, 0.012), land.seat[1] + chance.normal(0, 0.012)];
    const place = index < 10 && isWithin(land.area, near) ? near : placeWithin(land.area, chance);
    return { place, name: chance.pick(roads) };
  });
  return {
    land,
    hot,
    hotWeights: new Weighted(hot.map((_, index) => 1 / (index + 1))),
    freeAt: new Float64Array(unitsPerRoom),
    recent: [],
    repeats: [],
  };
}

interface Occasion {
  room: number;
  pattern: TypePattern;
  createdAt: Date;
  day: number;
  until: Date;
}

function makeIncident(chance: Chance, state: RoomState, occasion: Occasion): GeneratedIncident {
  const { pattern, createdAt, day } = occasion;
  const info = typeInfo.get(pattern.code);
  const where = whereOf(chance, state, pattern, day);
  const origin = info?.origin ?? 'reported';
  const reported = origin === 'reported';
  const callStartedAt = reported ? later(createdAt, -chance.around(55, 0.5)) : null;
  const answeredAt =
    callStartedAt && new Date(Math.min(later(callStartedAt, chance.exponential(7)).getTime(), createdAt.getTime()));
  const hidden = pattern.code === 'burglary.home' || pattern.code === 'theft.vehicle';
  const occurredTo = hidden ? later(createdAt, -chance.around(1_200, 0.6)) : null;
  const incident: GeneratedIncident = {
    incidentId: chance.uuid(createdAt),
    room: occasion.room,
    station: nearestStation(state.land, where.place),
    typeCode: pattern.code,
    priority: info?.priority ?? 3,
    origin,
    channel: reported ? (chance.happens(0.88) ? 'telephone' : 'walk_in') : chance.happens(0.7) ? 'patrol' : 'radio',
    narrative: chance.pick(pattern.narratives),
    placeText: where.text,
    longitude: Math.round(where.place[0] * 1e6) / 1e6,
    latitude: Math.round(where.place[1] * 1e6) / 1e6,
    occurredFrom: occurredTo && later(occurredTo, -chance.around(18_000, 0.9)),
    occurredTo,
    callStartedAt,
    answeredAt,
    createdAt,
    receivedAt: createdAt,
    assignments: [],
    disposition: null,
    resolvedAt: null,
    closedAt: null,
    nearRepeat: where.repeat,
  };
  work(chance, state, incident, occasion, where.place);
  return incident;
}

function whereOf(chance: Chance, state: RoomState, pattern: TypePattern, day: number) {
  if (pattern.code === 'burglary.home') {
    const due = state.repeats.findIndex((one) => one.day <= day);
    if (due >= 0) {
      const [repeat] = state.repeats.splice(due, 1);
      if (repeat && day - repeat.day < 14) {
        return { place: nearby(chance, state, repeat.place, 90), text: chance.pick(roads), repeat: true };
      }
    }
  }
  const hot = chance.happens(0.6) ? state.hot[state.hotWeights.draw(chance)] : undefined;
  const place = hot ? nearby(chance, state, hot.place, 160) : placeWithin(state.land.area, chance);
  if (pattern.code === 'burglary.home' && chance.happens(0.3)) {
    state.repeats.push({ place, day: day + 1 + Math.floor(chance.exponential(4)) });
  }
  return { place, text: hot?.name ?? chance.pick(roads), repeat: false };
}

function nearby(chance: Chance, state: RoomState, place: Position, metres: number): Position {
  const degrees = metres / 111_000;
  const near: Position = [place[0] + chance.normal(0, degrees * 1.2), place[1] + chance.normal(0, degrees)];
  return isWithin(state.land.area, near) ? near : place;
}

function nearestStation(land: RoomLand, [x, y]: Position): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { seat }] of land.stations.entries()) {
    const apart = (seat[0] - x) ** 2 + (seat[1] - y) ** 2;
    if (apart < least) [best, least] = [index, apart];
  }
  return best;
}

const dispatchMedianSeconds = [0, 70, 170, 420, 900];
const dispositions: [string, number][] = [
  ['settled', 42],
  ['report', 24],
  ['gone', 12],
  ['advice', 10],
  ['unfounded', 6],
  ['arrest', 4],
  ['referred', 2],
];
const dispositionWeights = new Weighted(dispositions.map(([, weight]) => weight));

/** Sends the free unit whose station is nearest; when none is free the incident waits, as it would. */
function work(
  chance: Chance,
  state: RoomState,
  incident: GeneratedIncident,
  { pattern, until }: Occasion,
  place: Position,
) {
  const created = incident.createdAt.getTime();
  state.recent = state.recent.filter((at) => at > created - 3_600_000);
  state.recent.push(created);
  const load = 1 + state.recent.length / 40;
  const wanted = incident.priority === 1 && chance.happens(0.4) ? 2 : 1;
  const queued = later(incident.createdAt, 4 + chance.whole(12));
  let over = created;
  for (let one = 0; one < wanted; one += 1) {
    const wait =
      incident.origin === 'reported' ? chance.around(dispatchMedianSeconds[incident.priority] ?? 300, 0.6) * load : 5;
    const unit = nearestFree(state, place, later(queued, wait).getTime());
    const assignedAt = new Date(Math.max(later(queued, wait).getTime(), state.freeAt[unit] ?? 0));
    const seat = state.land.stations[unit % state.land.stations.length]?.seat ?? state.land.seat;
    const acknowledgedAt = later(assignedAt, 3 + chance.exponential(18));
    const enRouteAt = later(acknowledgedAt, chance.around(55, 0.5));
    const speed = (incident.priority <= 2 ? 11 : 8.5) / load;
    const onSceneAt = later(enRouteAt, 40 + (distanceMetres(seat, place) * 1.35) / speed / chance.around(1, 0.15));
    const clearedAt = later(onSceneAt, chance.around(pattern.sceneMinutes * 60, 0.45));
    state.freeAt[unit] = clearedAt.getTime();
    over = Math.max(over, clearedAt.getTime());
    const known = (at: Date): Date | null => (at <= until ? at : null);
    if (assignedAt > until) continue;
    incident.assignments.push({
      assignmentId: chance.uuid(assignedAt),
      unit,
      assignedAt,
      acknowledgedAt: known(acknowledgedAt),
      enRouteAt: known(enRouteAt),
      onSceneAt: known(onSceneAt),
      clearedAt: known(clearedAt),
    });
  }
  const resolvedAt = later(new Date(over), chance.exponential(120));
  const closedAt = later(resolvedAt, chance.exponential(1_500));
  if (resolvedAt <= until) incident.resolvedAt = resolvedAt;
  if (closedAt > until) return;
  incident.closedAt = closedAt;
  incident.disposition = dispositions[dispositionWeights.draw(chance)]?.[0] ?? 'settled';
}

function nearestFree(state: RoomState, place: Position, at: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  let soonest = 0;
  for (let unit = 0; unit < state.freeAt.length; unit += 1) {
    const free = state.freeAt[unit] ?? 0;
    if (free < (state.freeAt[soonest] ?? 0)) soonest = unit;
    if (free > at) continue;
    const { seat } = state.land.stations[unit % state.land.stations.length] ?? state.land;
    const apart = (seat[0] - place[0]) ** 2 + (seat[1] - place[1]) ** 2;
    if (apart < least) [best, least] = [unit, apart];
  }
  return best < 0 ? soonest : best;
}
