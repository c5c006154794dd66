import { expect, test } from 'vitest';
import { endInTurn } from './end-in-turn.ts';

test('what fails to end is told after the rest has ended too, in order', async () => {
  const ended: string[] = [];
  const ends = ['sockets', 'jobs', 'database'].map((name) => async () => {
    ended.push(name);
    if (name !== 'database') throw new Error(`${name} hang`);
  });
  await expect(endInTurn(ends)).rejects.toThrow('sockets hang');
  expect(ended).toEqual(['sockets', 'jobs', 'database']);
  await endInTurn([]);
});
