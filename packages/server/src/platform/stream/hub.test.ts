import { expect, test } from 'vitest';
import type { SequencedEvent } from '../outbox/event-feed.ts';
import { reloadFrame, StreamHub, type Subscriber } from './hub.ts';

const epoch = 'e1';
const eventOf = (position: number, roomId = 10): SequencedEvent => ({
  position,
  kind: 'incident.logged',
  incident_id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
  force_id: 1,
  room_id: roomId,
  station_id: null,
  type_id: 5,
  created_by: 'somebody',
  payload: {},
  at: '2026-01-01T00:00:00.000Z',
});
function watcher(units: number[], ownUnits: number[] = [], personId = 'me') {
  const frames: string[] = [];
  const subscriber: Subscriber = {
    scopeKey: `${units}|${ownUnits}`,
    scope: { units, pairs: [], ownUnits },
    personId,
    send: (frame) => {
      frames.push(frame);
      return true;
    },
    close: () => {},
  };
  return { subscriber, frames, positions: () => frames.flatMap((frame) => /^id: (\d+)/.exec(frame)?.[1] ?? []) };
}

test('each sees what its area holds, once and in order, and after a break what it missed', () => {
  const hub = new StreamHub(epoch, 0);
  const here = watcher([10]);
  const there = watcher([20]);
  expect(hub.subscribe(here.subscriber, epoch, 0)).toBe('live');
  expect(hub.subscribe(there.subscriber, epoch, 0)).toBe('live');
  hub.publish([1, 2].map((position) => ({ event: eventOf(position), state: {} })));
  hub.publish([2, 3].map((position) => ({ event: eventOf(position), state: {} })));
  expect(here.positions()).toEqual(['1', '2', '3']);
  expect(there.positions()).toEqual([]);
  const back = watcher([10]);
  expect(hub.subscribe(back.subscriber, epoch, 1)).toBe('live');
  expect(back.positions()).toEqual(['2', '3']);
});

test('another epoch, a position too old and one from the future are told to load anew', () => {
  const hub = new StreamHub(epoch, 100);
  const { subscriber } = watcher([10]);
  expect(hub.subscribe(subscriber, 'e2', 100)).toBe('reload');
  expect(hub.subscribe(subscriber, epoch, 50)).toBe('reload');
  expect(hub.subscribe(subscriber, epoch, 101)).toBe('reload');
});

test('what nobody watched was not read: who comes back to it, or came while it was passed over, loads anew', () => {
  const hub = new StreamHub(epoch, 0);
  expect(hub.isWatched(eventOf(1))).toBe(false);
  const own = watcher([], [10], 'somebody');
  hub.subscribe(own.subscriber, epoch, 0);
  expect(hub.isWatched(eventOf(1))).toBe(true);
  hub.unsubscribe(own.subscriber);
  hub.publish([{ event: eventOf(1), state: undefined }]);
  const late = watcher([10]);
  expect(hub.subscribe(late.subscriber, epoch, 0)).toBe('reload');
  const elsewhere = watcher([20]);
  expect(hub.subscribe(elsewhere.subscriber, epoch, 0)).toBe('live');
  const quick = watcher([10]);
  expect(hub.subscribe(quick.subscriber, epoch, 1)).toBe('live');
  hub.publish([{ event: eventOf(2), state: undefined }]);
  expect(quick.frames).toEqual([reloadFrame]);
});

test('a screen whose socket fails loses nothing for the others', () => {
  const hub = new StreamHub(epoch, 0);
  const broken = watcher([10]);
  broken.subscriber.send = () => {
    throw new Error('write after end');
  };
  const whole = watcher([10]);
  hub.subscribe(broken.subscriber, epoch, 0);
  hub.subscribe(whole.subscriber, epoch, 0);
  hub.publish([1, 2].map((position) => ({ event: eventOf(position), state: {} })));
  expect(whole.positions()).toEqual(['1', '2']);
  expect(hub.subscribers).toBe(1);
});

test('who may see the event but not what has become of it is told that it is gone, and not what it is now', () => {
  const hub = new StreamHub(epoch, 0);
  const everything = watcher([10]);
  const oneType = watcher([]);
  const pair = ((10n << 32n) | 5n).toString();
  oneType.subscriber.scope = { units: [], pairs: [pair], ownUnits: [] };
  oneType.subscriber.scopeKey = 'one type';
  hub.subscribe(everything.subscriber, epoch, 0);
  hub.subscribe(oneType.subscriber, epoch, 0);
  const state = { roomId: 10, stationId: null, typeId: 6, placeText: 'a place' };
  hub.publish([{ event: { ...eventOf(1), payload: { to: 6 } }, state }]);
  expect(everything.frames[0]).toContain('a place');
  expect(oneType.positions()).toEqual(['1']);
  const told = JSON.parse(oneType.frames[0]?.split('data: ')[1] ?? '');
  expect(told).toMatchObject({ incidentId: eventOf(1).incident_id, incident: null, payload: {} });
  const frames: string[] = [];
  const late = { ...oneType.subscriber, send: (frame: string) => frames.push(frame) > 0 };
  expect(hub.subscribe(late, epoch, 0)).toBe('live');
  expect(frames).toEqual(oneType.frames);
});

test('what changes of the organisation is told to all who see anything of the room, some types or their own records', () => {
  const hub = new StreamHub(epoch, 0);
  const oneType = watcher([]);
  oneType.subscriber.scope = { units: [], pairs: [((10n << 32n) | 5n).toString()], ownUnits: [] };
  oneType.subscriber.scopeKey = 'one type';
  const own = watcher([], [10]);
  const elsewhere = watcher([20], [30]);
  for (const { subscriber } of [oneType, own, elsewhere]) hub.subscribe(subscriber, epoch, 0);
  const event = {
    ...eventOf(1),
    kind: 'organisation.limits_changed',
    incident_id: null,
    type_id: null,
    created_by: null,
  };
  expect(hub.isWatched(event)).toBe(true);
  hub.publish([{ event, state: null }]);
  expect([oneType.positions(), own.positions(), elsewhere.positions()]).toEqual([['1'], ['1'], []]);
});
