import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const start = Date.parse('2026-03-01T08:00:00Z');
const minutes = 60_000;
let kept: Map<string, string>;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] });
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** The page opened anew. */
async function open() {
  vi.resetModules();
  return import('./server-time.ts');
}

test('a machine ten minutes slow whose clock is put right is noticed, and the next answer sets it straight', async () => {
  const { learnFromHead, learnServerTime, onClockStep, serverNow } = await open();
  const truth = () => new Date(serverNow()).toISOString();
  let steps = 0;
  stop = onClockStep(() => {
    steps += 1;
  });
  learnServerTime(start + 10 * minutes);
  expect(truth()).toBe('2026-03-01T08:10:00.000Z');
  vi.advanceTimersByTime(minutes);
  expect([truth(), steps]).toEqual(['2026-03-01T08:11:00.000Z', 0]);
  vi.setSystemTime(start + 11 * minutes);
  vi.advanceTimersByTime(2_000);
  expect(steps).toBe(1);
  learnFromHead('Sun, 01 Mar 2026 08:11:02 GMT', 40);
  expect(Math.abs(serverNow() - Date.parse('2026-03-01T08:11:02Z'))).toBeLessThanOrEqual(1_000);
  vi.advanceTimersByTime(minutes);
  expect(steps).toBe(1);
});

test('a clock that is put back takes no time with it, even before the server is heard', async () => {
  const { learnServerTime, serverNow } = await open();
  learnServerTime(start);
  vi.advanceTimersByTime(30 * minutes);
  vi.setSystemTime(start - 60 * minutes);
  expect(serverNow()).toBe(start + 30 * minutes);
  vi.advanceTimersByTime(minutes);
  expect(serverNow()).toBe(start + 31 * minutes);
});

test('what was learnt stands through a restart; an empty battery leads back no further than the server was heard', async () => {
  const first = await open();
  first.learnServerTime(start + 10 * minutes);
  vi.advanceTimersByTime(minutes);
  const second = await open();
  expect(second.serverNow()).toBe(start + 11 * minutes);
  vi.advanceTimersByTime(minutes);
  second.learnFromHead('Sun, 01 Mar 2026 08:12:00 GMT', 0);
  vi.setSystemTime(Date.parse('2010-01-01T00:00:00Z'));
  expect(new Date((await open()).serverNow()).toISOString()).toMatch(/^2026-03-01T08:1(1:59|2:00)/);
});

test('whole seconds of the head do not move a clock that agrees; what cannot be read or was never kept is no time', async () => {
  const { learnFromHead, learnServerTime, serverNow } = await open();
  learnServerTime(start + 300);
  learnFromHead('Sun, 01 Mar 2026 08:00:00 GMT', 120);
  learnFromHead(null, 0);
  learnServerTime('never');
  expect(serverNow()).toBe(start + 300);
  kept.set('server-time', 'torn{');
  expect((await open()).serverNow()).toBe(start);
});
