// Live screens. Each server keeps the last events in memory and sends every subscriber those its area may see, once and
// in order, from the position it last saw. Rights are computed per distinct area, not per socket: subscribers with the
// same scope share one decision and one serialised message an event.
import type { SqlScope } from '../operations/actor.ts';
import type { SequencedEvent } from '../outbox/event-feed.ts';

/** An event made ready for screens: the same with the current state of what it is about, when that is to be shown. */
export interface StreamMessage {
  event: SequencedEvent;
  /** The board row after the event, null where there is none to show; undefined where nobody watched and none was read. */
  state: unknown;
}

/** Where something stands: what decides who may see it. */
type Placement = Pick<SequencedEvent, 'force_id' | 'room_id' | 'station_id' | 'type_id' | 'created_by'>;

/** Where a board row stands that has moved since the event was. */
interface Placed {
  roomId: number;
  stationId: number | null;
  typeId: number;
}

export interface Subscriber {
  scopeKey: string;
  scope: SqlScope;
  personId: string;
  /** Sends one frame; returns false when the socket no longer takes any and must reconnect. */
  send(frame: string): boolean;
  close(): void;
  /** Asks whether the scope still is what it was; a screen whose rights changed is told to load anew and closed. */
  recheck?(): Promise<void>;
}

const kept = 20_000;

export class StreamHub {
  readonly epoch: string;
  private readonly recent: StreamMessage[] = [];
  private readonly groups = new Map<string, Group>();
  private last: number;

  constructor(epoch: string, position: number) {
    this.epoch = epoch;
    this.last = position;
  }

  get position(): number {
    return this.last;
  }

  get subscribers(): number {
    let count = 0;
    for (const group of this.groups.values()) count += group.subscribers.size;
    return count;
  }

  /** Whether anybody who watches now may see an event; what nobody watches need not be read. */
  isWatched(event: SequencedEvent): boolean {
    for (const group of this.groups.values()) {
      if (inArea(group.area, event)) return true;
      // All of a group see alike but for records of their own.
      if (group.area.ownUnits.size === 0) continue;
      for (const subscriber of group.subscribers) if (maySee(group.area, subscriber, event)) return true;
    }
    return false;
  }

  /** Takes events in order; those already seen (a notice and a poll may bring the same) are passed over. */
  publish(messages: StreamMessage[]): void {
    for (const message of messages) {
      if (message.event.position <= this.last) continue;
      this.last = message.event.position;
      this.recent.push(message);
      this.send(message);
    }
    if (this.recent.length > kept * 1.1) this.recent.splice(0, this.recent.length - kept);
  }

  /**
   * Adds a subscriber that has seen everything up to `position` of `epoch`. It is sent what came since, then lives.
   * Answers `reload` when that position is too old or of another epoch: the screen must load anew.
   */
  subscribe(subscriber: Subscriber, epoch: string, position: number): 'live' | 'reload' {
    if (epoch !== this.epoch || position > this.last) return 'reload';
    const oldest = this.recent[0]?.event.position ?? this.last + 1;
    if (position < oldest - 1) return 'reload';
    const group = this.groups.get(subscriber.scopeKey) ?? { area: areaOf(subscriber.scope), subscribers: new Set() };
    const missed = this.recent.filter(
      (message) => message.event.position > position && maySee(group.area, subscriber, message.event),
    );
    if (missed.some((message) => message.state === undefined)) return 'reload';
    this.groups.set(subscriber.scopeKey, group);
    for (const message of missed) subscriber.send(frameFor(group.area, subscriber, message));
    group.subscribers.add(subscriber);
    return 'live';
  }

  unsubscribe(subscriber: Subscriber): void {
    const group = this.groups.get(subscriber.scopeKey);
    group?.subscribers.delete(subscriber);
    if (group?.subscribers.size === 0) this.groups.delete(subscriber.scopeKey);
  }

  /** Asks every subscriber to look at its rights again: after posts, roles or units changed. */
  async recheckAll(): Promise<void> {
    const all = [...this.groups.values()].flatMap((group) => [...group.subscribers]);
    await Promise.all(all.map((subscriber) => subscriber.recheck?.()));
  }

  closeAll(): void {
    for (const group of this.groups.values()) for (const subscriber of group.subscribers) subscriber.close();
    this.groups.clear();
  }

  private send(message: StreamMessage): void {
    const { event } = message;
    const frames: Frames = {};
    for (const { area, subscribers } of this.groups.values()) {
      const everyone = inArea(area, event);
      // Own-record rights differ by person within a group; all else is one decision for the whole group.
      if (!everyone && area.ownUnits.size === 0) continue;
      for (const subscriber of subscribers) {
        if (!everyone && !maySee(area, subscriber, event)) continue;
        if (!took(subscriber, frameFor(area, subscriber, message, frames))) {
          this.unsubscribe(subscriber);
          subscriber.close();
        }
      }
    }
  }
}

export const reloadFrame = 'event: reload\ndata: {}\n\n';

/** The frames of one message, each made once for all who are sent it. */
interface Frames {
  whole?: string;
  gone?: string;
}

function frameFor(area: Area, subscriber: Subscriber, message: StreamMessage, frames: Frames = {}): string {
  // Somebody began to watch while it was read that nobody did: their screen loads anew.
  if (message.state === undefined) return reloadFrame;
  if (message.state === null || maySee(area, subscriber, placementOf(message))) {
    frames.whole ??= frameOf(message.event, message.event.payload, message.state);
    return frames.whole;
  }
  frames.gone ??= frameOf(message.event, {}, null);
  return frames.gone;
}

function placementOf({ event, state }: StreamMessage): Placement {
  const { roomId, stationId, typeId } = state as Partial<Placed>;
  if (roomId === undefined || typeId === undefined) return event;
  return { ...event, room_id: roomId, station_id: stationId ?? null, type_id: typeId };
}

function frameOf(event: SequencedEvent, payload: Record<string, unknown>, state: unknown): string {
  const { position, kind, at } = event;
  const data = { position, kind, incidentId: event.incident_id, roomId: event.room_id, at, payload, incident: state };
  return `id: ${position}\ndata: ${JSON.stringify(data)}\n\n`;
}

// A socket that fails is the trouble of one screen: it comes back from its last position, and the others go on.
function took(subscriber: Subscriber, frame: string): boolean {
  try {
    return subscriber.send(frame);
  } catch {
    return false;
  }
}

/** A scope made ready for many questions. */
interface Area {
  units: ReadonlySet<number>;
  pairs: ReadonlySet<string>;
  ownUnits: ReadonlySet<number>;
  /** Units of which something is seen: of some types, or one's own records. */
  anything: ReadonlySet<number>;
}

interface Group {
  area: Area;
  subscribers: Set<Subscriber>;
}

const areaOf = (scope: SqlScope): Area => ({
  units: new Set(scope.units),
  pairs: new Set(scope.pairs),
  ownUnits: new Set(scope.ownUnits),
  anything: new Set([...scope.pairs.map((pair) => Number(BigInt(pair) >> 32n)), ...scope.ownUnits]),
});

const unitsOf = (placement: Placement): number[] =>
  [placement.force_id, placement.room_id, placement.station_id].filter((unit) => unit !== null);

const pairOf = (unitId: number, typeId: number): string => ((BigInt(unitId) << 32n) | BigInt(typeId)).toString();

/** Whether an event tells of the organisation: who sees anything of a room, some types or their own, shows its lists and limits. */
const isOfOrganisation = (event: Partial<SequencedEvent>): boolean =>
  event.incident_id === null && event.kind?.startsWith('organisation.') === true;

function inArea(area: Area, placement: Placement & Partial<SequencedEvent>): boolean {
  const units = unitsOf(placement);
  if (units.some((unit) => area.units.has(unit))) return true;
  if (isOfOrganisation(placement)) return units.some((unit) => area.anything.has(unit));
  const { type_id: typeId } = placement;
  return typeId !== null && area.pairs.size > 0 && units.some((unit) => area.pairs.has(pairOf(unit, typeId)));
}

function maySee(area: Area, subscriber: Subscriber, placement: Placement): boolean {
  if (inArea(area, placement)) return true;
  if (placement.created_by !== subscriber.personId) return false;
  return unitsOf(placement).some((unit) => area.ownUnits.has(unit));
}
