import type pg from 'pg';
import { expect, test } from 'vitest';
import { systemClock } from '../clock/clock.ts';
import { createStillStands } from './actor-of.ts';

test('a thousand screens that look again at once cost one question for sessions and one for tokens', async () => {
  const asked: string[] = [];
  const standing = new Set(['session-1', 'token-7']);
  const pool = {
    query: async (select: string, [ids]: [string[]]) => {
      asked.push(select);
      return { rows: ids.filter((id) => standing.has(id)).map((id) => ({ id })) };
    },
  } as unknown as pg.Pool;
  const stands = createStillStands({ pool, clock: systemClock });
  const sessions = Array.from({ length: 1000 }, (_, index) => stands({ sessionId: `session-${index}` }));
  const tokens = Array.from({ length: 10 }, (_, index) => stands({ sessionId: null, tokenId: `token-${index}` }));
  const answers = await Promise.all([...sessions, ...tokens]);
  expect(answers.flatMap((answer, index) => (answer ? [index] : []))).toEqual([1, 1007]);
  expect(asked).toHaveLength(2);
  expect(await stands({ sessionId: null })).toBe(false);
});
