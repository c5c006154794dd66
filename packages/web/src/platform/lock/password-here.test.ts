import { beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, { personId: string; value: unknown }>();
vi.mock('../offline/kept.ts', () => ({
  keep: async (key: string, personId: string, value: unknown) => void kept.set(key, { personId, value }),
  recall: async (key: string, personId: string) => (kept.get(key)?.personId === personId ? kept.get(key) : undefined),
  unkeep: async (key: string) => void kept.delete(key),
}));
let now = Date.parse('2026-03-01T08:00:00Z');
vi.mock('../offline/server-time.ts', () => ({ serverNow: () => now }));
const { canOpenHere, judgeHere, rememberPassword } = await import('./password-here.ts');

const hours = 3_600_000;
beforeEach(() => {
  kept.clear();
  now = Date.parse('2026-03-01T08:00:00Z');
});

test('the password opens its person’s seat, another does not, and neither it nor a plain digest of it is kept', async () => {
  await rememberPassword('a', 'marsad-practice');
  expect(JSON.stringify([...kept.values()])).not.toContain('marsad');
  expect(await judgeHere('a', 'marsad-practic', 72)).toBe('wrong');
  expect(await judgeHere('a', 'marsad-practice', 72)).toBe('right');
  expect(await judgeHere('b', 'marsad-practice', 72)).toBe('none');
  const first = structuredClone(kept.get('password-here:a'));
  await rememberPassword('a', 'marsad-practice');
  expect(kept.get('password-here:a')).not.toEqual(first);
});

test('five wrong tries in a row are all there are; a right one gives them back', async () => {
  await rememberPassword('a', 'right one here');
  for (let index = 0; index < 4; index += 1) expect(await judgeHere('a', 'wrong', 72)).toBe('wrong');
  expect(await judgeHere('a', 'right one here', 72)).toBe('right');
  for (let index = 0; index < 5; index += 1) expect(await judgeHere('a', 'wrong', 72)).toBe('wrong');
  expect(await judgeHere('a', 'right one here', 72)).toBe('none');
  expect(kept.size).toBe(0);
});

test('it is good for as long as commands may wait for the link, counted from the server’s last word, and no longer', async () => {
  await rememberPassword('a', 'right one here');
  now += 71 * hours;
  expect(await judgeHere('a', 'right one here', 72)).toBe('right');
  now += 2 * hours;
  expect([await canOpenHere('a', 72), await judgeHere('a', 'right one here', 72)]).toEqual([false, 'none']);
});

test('a page that is not secure keeps nothing and breaks nothing', async () => {
  const real = crypto.subtle;
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  await rememberPassword('a', 'right one here');
  Object.defineProperty(crypto, 'subtle', { value: real, configurable: true });
  expect(kept.size).toBe(0);
});
