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
  private readonly groups = new Map<string, Set<Subscriber>>();
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
    for (const group of this.groups.values()) count += group.size;
    return count;
  }

  /** Whether anybody who watches now may see an event; what nobody watches need not be read. */
  isWatched(event: SequencedEvent): boolean {
    for (const group of this.groups.values()) {
      for (const subscriber of group) {
        if (maySee(subscriber, event)) return true;
        // All of a group see alike but for records of their own.
        if (subscriber.scope.ownUnits.length === 0) break;
      }
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
    const missed = this.recent.filter(
      (message) => message.event.position > position && maySee(subscriber, message.event),
    );
    if (missed.some((message) => message.state === undefined)) return 'reload';
    const group = this.groups.get(subscriber.scopeKey) ?? new Set();
    this.groups.set(subscriber.scopeKey, group);
    for (const message of missed) subscriber.send(frameOf(message));
    group.add(subscriber);
    return 'live';
  }

  unsubscribe(subscriber: Subscriber): void {
    const group = this.groups.get(subscriber.scopeKey);
    group?.delete(subscriber);
    if (group?.size === 0) this.groups.delete(subscriber.scopeKey);
  }

  /** Asks every subscriber to look at its rights again: after posts, roles or units changed. */
  async recheckAll(): Promise<void> {
    const all = [...this.groups.values()].flatMap((group) => [...group]);
    await Promise.all(all.map((subscriber) => subscriber.recheck?.()));
  }

  closeAll(): void {
    for (const group of this.groups.values()) for (const subscriber of group) subscriber.close();
    this.groups.clear();
  }

  private send(message: StreamMessage): void {
    let frame: string | undefined;
    for (const group of this.groups.values()) {
      const first = group.values().next().value;
      if (!first) continue;
      const everyone = inArea(first.scope, message.event);
      // Own-record rights differ by person within a group; all else is one decision for the whole group.
      if (!everyone && first.scope.ownUnits.length === 0) continue;
      // Somebody began to watch while it was read that nobody did: their screen loads anew.
      frame ??= message.state === undefined ? reloadFrame : frameOf(message);
      for (const subscriber of group) {
        if (!everyone && !maySee(subscriber, message.event)) continue;
        if (!took(subscriber, frame)) {
          this.unsubscribe(subscriber);
          subscriber.close();
        }
      }
    }
  }
}

export const reloadFrame = 'event: reload\ndata: {}\n\n';

function frameOf(message: StreamMessage): string {
  const { event } = message;
  const data = {
    position: event.position,
    kind: event.kind,
    incidentId: event.incident_id,
    roomId: event.room_id,
    at: event.at,
    payload: event.payload,
    incident: message.state,
  };
  return `id: ${event.position}\ndata: ${JSON.stringify(data)}\n\n`;
}

// A socket that fails is the trouble of one screen: it comes back from its last position, and the others go on.
function took(subscriber: Subscriber, frame: string): boolean {
  try {
    return subscriber.send(frame);
  } catch {
    return false;
  }
}

const pairOf = (unitId: number, typeId: number): string => ((BigInt(unitId) << 32n) | BigInt(typeId)).toString();

function inArea(scope: SqlScope, event: SequencedEvent): boolean {
  const units = [event.force_id, event.room_id, event.station_id].filter((unit) => unit !== null);
  if (units.some((unit) => scope.units.includes(unit))) return true;
  const typeId = event.type_id;
  return typeId !== null && scope.pairs.length > 0 && units.some((unit) => scope.pairs.includes(pairOf(unit, typeId)));
}

function maySee(subscriber: Subscriber, event: SequencedEvent): boolean {
  if (inArea(subscriber.scope, event)) return true;
  if (event.created_by !== subscriber.personId) return false;
  return [event.force_id, event.room_id, event.station_id].some(
    (unit) => unit !== null && subscriber.scope.ownUnits.includes(unit),
  );
}
