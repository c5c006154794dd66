import { beforeEach, expect, test, vi } from 'vitest';
import { keepForm } from '../../../platform/offline/form-draft.ts';
import { begin, halfTyped, keyOf, says } from './half-typed.ts';

/** Storage as a browser has it, its keys its own properties. */
class Store {
  getItem(key: string): string | null {
    return (this as unknown as Record<string, string>)[key] ?? null;
  }
  setItem(key: string, value: string): void {
    (this as unknown as Record<string, string>)[key] = value;
  }
}
beforeEach(() => {
  vi.stubGlobal('localStorage', new Store());
  return () => vi.unstubAllGlobals();
});

const now = Date.parse('2026-07-15T08:12:00Z');

test('an empty form says nothing; the caller alone says something', () => {
  const { typed, caller } = begin(now);
  expect(says(typed, caller)).toBe(false);
  expect(says({ ...typed, place: '', chosen: undefined }, caller)).toBe(false);
  expect(says({ ...typed, what: 'glass' }, caller)).toBe(true);
  expect(says(typed, { ...caller, telephone: '03' })).toBe(true);
});

test('each call is kept by itself: those put aside are found, the newest first, and none stands in the next form', () => {
  const [first, second, next] = [begin(now), begin(now + 60_000), begin(now + 120_000)].map((one) => one.typed);
  if (!first || !second || !next) throw new Error('Expected three forms.');
  keepForm(keyOf(7, first.incidentId), 'me', { ...first, place: 'Port' });
  keepForm(keyOf(7, second.incidentId), 'me', { ...second, place: 'Square' });
  keepForm(keyOf(8, 'elsewhere'), 'me', { ...first, place: 'Another room' });
  keepForm(keyOf(7, 'hers'), 'another', { ...first, place: 'Another person' });
  expect(halfTyped(7, 'me', next.incidentId).map((one) => one.place)).toEqual(['Square', 'Port']);
  expect(halfTyped(7, 'me', second.incidentId).map((one) => one.place)).toEqual(['Port']);
  expect(next).toMatchObject({ type: '', place: '', what: '' });
});
