import { expect, test } from 'vitest';
import { zoneIn } from './own-zone.ts';

const session = (...units: { unitId: number; timeZone: string }[]) => ({ units }) as never;
const post = (unitId: number) => ({ unitId }) as never;

test('times are those of the unit, else of the post that one acts from, else of the first unit known', () => {
  const known = session({ unitId: 1, timeZone: 'Asia/Beirut' }, { unitId: 2, timeZone: 'Africa/Tunis' });
  expect(zoneIn({ session: known, post: post(2) }, 1)).toBe('Asia/Beirut');
  expect(zoneIn({ session: known, post: post(2) })).toBe('Africa/Tunis');
  // A room that the session does not tell of.
  expect(zoneIn({ session: known, post: post(2) }, 99)).toBe('Africa/Tunis');
  expect(zoneIn({ session: known, post: undefined }, null)).toBe('Asia/Beirut');
  expect(zoneIn({ session: session(), post: undefined })).toBe('UTC');
});
