import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Followed, followStream, type Source } from './follow.ts';

class Line implements Source {
  onerror: ((event: never) => unknown) | null = null;
  closed = false;
  readonly address: string;
  private readonly listeners = new Map<string, (message: { data: string }) => void>();
  constructor(address: string) {
    this.address = address;
  }
  addEventListener(name: string, listener: (message: { data: string }) => void): void {
    this.listeners.set(name, listener);
  }
  close(): void {
    this.closed = true;
  }
  say(name: string, data: object): void {
    this.listeners.get(name)?.({ data: JSON.stringify(data) });
  }
  event(position: number): void {
    this.say('message', { position, kind: 'incident.logged', incidentId: 'i', roomId: 1, incident: null });
  }
}

let lines: Line[];
let told: string[];
const last = (): Line => lines.at(-1) as Line;
const teller: Followed = {
  live: ({ epoch, position }) => told.push(`live ${epoch} ${position}`),
  event: ({ position }) => told.push(`event ${position}`),
  beat: ({ position }) => told.push(`beat ${position}`),
  lost: () => told.push('lost'),
  reload: () => told.push('reload'),
};
const follow = (from: { epoch: string; position: number } | null) =>
  followStream(from, teller, {
    open: (address) => {
      lines.push(new Line(address));
      return last();
    },
    retryMilliseconds: 1_000,
    silenceMilliseconds: 10_000,
  });

beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  told = [];
});
afterEach(() => vi.useRealTimers());

test('after a break it resumes from the last position it saw, and tells nothing twice', () => {
  const end = follow({ epoch: 'e', position: 5 });
  expect(last().address).toBe('/api/stream?epoch=e&position=5');
  last().say('hello', { epoch: 'e', position: 6 });
  last().event(7);
  last().onerror?.({} as never);
  expect(last().closed).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(lines).toHaveLength(2);
  expect(last().address).toBe('/api/stream?epoch=e&position=7');
  // The server sends what was missed, and then greets.
  last().event(7);
  last().event(8);
  last().say('hello', { epoch: 'e', position: 8 });
  expect(told).toEqual(['live e 6', 'event 7', 'lost', 'event 8', 'live e 8']);
  end();
});

test('a beat moves the place on, so that a quiet area is never too old to resume', () => {
  const end = follow({ epoch: 'e', position: 5 });
  last().say('hello', { epoch: 'e', position: 5 });
  last().say('beat', { position: 30_000 });
  last().onerror?.({} as never);
  vi.advanceTimersByTime(1_000);
  expect(last().address).toBe('/api/stream?epoch=e&position=30000');
  end();
});

test('silence is a dead line, whatever the browser believes', () => {
  const end = follow({ epoch: 'e', position: 5 });
  last().say('hello', { epoch: 'e', position: 5 });
  vi.advanceTimersByTime(9_000);
  expect(told).not.toContain('lost');
  vi.advanceTimersByTime(2_000);
  expect(told).toContain('lost');
  expect(lines[0]?.closed).toBe(true);
  end();
});

test('another epoch means loading anew, and following goes on from there', () => {
  const end = follow({ epoch: 'old', position: 900 });
  last().say('reload', {});
  expect(told).toEqual(['reload']);
  vi.advanceTimersByTime(0);
  expect(last().address).toBe('/api/stream');
  last().say('hello', { epoch: 'new', position: 3 });
  last().event(4);
  expect(told).toEqual(['reload', 'live new 3', 'event 4']);
  end();
  last().event(5);
  expect(told.at(-1)).toBe('event 4');
});
