import { expect, test } from 'vitest';
import { zoneIn } from './own-zone.ts';

const unit = (unitId: number, timeZone: string) => ({ unitId, timeZone }) as never;
const post = (unitId: number) => ({ unitId }) as never;

test('times are those of the unit, else of the person’s own unit, else of the first one known', () => {
  const session = { units: [unit(1, 'Asia/Beirut'), unit(2, 'Africa/Tunis')], posts: [post(2)] };
  expect(zoneIn(session, 1)).toBe('Asia/Beirut');
  expect(zoneIn(session)).toBe('Africa/Tunis');
  // A room that the session does not tell of.
  expect(zoneIn(session, 99)).toBe('Africa/Tunis');
  expect(zoneIn({ ...session, posts: [] }, null)).toBe('Asia/Beirut');
  expect(zoneIn({ units: [], posts: [] })).toBe('UTC');
});
