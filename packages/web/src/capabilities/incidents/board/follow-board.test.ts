import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StreamEvent } from '../../../platform/stream/follow.ts';
import type { StreamListener } from '../../../platform/stream/shared-stream.ts';
import { followBoard } from './follow-board.ts';

const row = (incidentId: string, version = 1, more: Partial<BoardIncident> = {}) =>
  ({ incidentId, roomId: 1, version, status: 'open', ...more }) as BoardIncident;
const event = (position: number, incident: BoardIncident): StreamEvent => ({
  position,
  kind: 'incident.changed',
  incidentId: incident.incidentId,
  roomId: incident.roomId,
  incident,
});

type Answer = { epoch: string; position: number; incidents: BoardIncident[]; units: [] };
let asked: { answer(board: Answer): Promise<void>; fail(): Promise<void> }[];
let shown: string[][];
let stream: StreamListener;
let failures: number;
const answer = (position: number, ids: string[], epoch = 'e'): Answer => ({
  epoch,
  position,
  incidents: ids.map((id) => row(id)),
  units: [],
});
const last = (): string[] => (shown.at(-1) ?? []).toSorted();

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  shown = [];
  failures = 0;
  followBoard(1, {
    load: () =>
      new Promise((resolve, reject) => {
        const settle = async (how: () => void) => {
          how();
          await vi.advanceTimersByTimeAsync(0);
        };
        asked.push({
          answer: (board) => settle(() => resolve(board)),
          fail: () => settle(() => reject(new Error('no link'))),
        });
      }),
    listen: (listener) => {
      stream = listener;
      return () => {};
    },
    show: (board) => shown.push(board.incidents.map((one) => one.incidentId)),
    failed: () => {
      failures += 1;
    },
    retryMilliseconds: 500,
  });
});
afterEach(() => vi.useRealTimers());

test('what comes while the board is read is applied after it, and what it holds already is not repeated', async () => {
  stream.live({ epoch: 'e', position: 4 });
  stream.event(event(5, row('in the board already', 1, { status: 'closed' })));
  stream.event(event(7, row('came meanwhile')));
  await asked[0]?.answer(answer(6, ['in the board already']));
  expect(last()).toEqual(['came meanwhile', 'in the board already']);
  expect(asked).toHaveLength(1);
});

test('a board read before the stream was live has a gap and is read again', async () => {
  await asked[0]?.answer(answer(3, ['old']));
  stream.live({ epoch: 'e', position: 9 });
  expect(asked).toHaveLength(2);
  await asked[1]?.answer(answer(9, ['old', 'from the gap']));
  expect(last()).toEqual(['from the gap', 'old']);
  expect(asked).toHaveLength(2);
});

test('after a break that the stream bridged nothing is read again; a reload and another epoch are', async () => {
  stream.live({ epoch: 'e', position: 4 });
  await asked[0]?.answer(answer(4, ['one']));
  stream.event(event(5, row('two')));
  stream.live({ epoch: 'e', position: 5 });
  expect(asked).toHaveLength(1);
  stream.reload();
  expect(asked).toHaveLength(2);
  stream.live({ epoch: 'restored', position: 2 });
  await asked[1]?.answer(answer(2, ['three'], 'restored'));
  expect(last()).toEqual(['three']);
  stream.event(event(3, row('four')));
  expect(last()).toEqual(['four', 'three']);
});

test('what ends leaves, what goes to another room leaves, what is of another room never comes', async () => {
  await asked[0]?.answer(answer(4, ['ends', 'goes', 'stays']));
  stream.event(event(5, row('ends', 2, { status: 'closed' })));
  stream.event(event(6, row('goes', 2, { roomId: 2 })));
  stream.event(event(7, row('elsewhere', 1, { roomId: 2 })));
  expect(last()).toEqual(['stays']);
});

test('a board that cannot be read is tried again', async () => {
  await asked[0]?.fail();
  expect(failures).toBe(1);
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toHaveLength(2);
  await asked[1]?.answer(answer(1, ['there']));
  expect(last()).toEqual(['there']);
});

test('one that went where this person may not see it leaves the board', async () => {
  await asked[0]?.answer(answer(3, ['stays', 'goes']));
  stream.event({ position: 4, kind: 'incident.left', incidentId: 'goes', roomId: 1, incident: null });
  expect(last()).toEqual(['stays']);
  stream.event({ position: 5, kind: 'incident.left', incidentId: 'never here', roomId: 1, incident: null });
  stream.event({ position: 6, kind: 'organisation.changed', incidentId: null, roomId: null, incident: null });
  expect(last()).toEqual(['stays']);
});

test('when a unit of the room is made or changed the board is read anew; one of another room changes nothing', async () => {
  await asked[0]?.answer(answer(3, ['one']));
  const made = { kind: 'organisation.patrol_unit_made', incidentId: null, incident: null };
  stream.event({ ...made, position: 4, roomId: 2 });
  expect(asked).toHaveLength(1);
  stream.event({ ...made, position: 5, roomId: 1 });
  expect(asked).toHaveLength(2);
  // Another while it is read: what was asked for may be older than that.
  stream.event({ ...made, position: 6, kind: 'organisation.patrol_unit_changed', roomId: 1 });
  await asked[1]?.answer(answer(5, ['one']));
  expect(asked).toHaveLength(3);
  await asked[2]?.answer(answer(6, ['one']));
  expect(last()).toEqual(['one']);
  expect(asked).toHaveLength(3);
});
