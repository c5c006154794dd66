import { expect, test } from 'vitest';
import { batched } from './batched.ts';

test('what is asked for in one turn is read together, each key once; later turns read anew', async () => {
  const loads: number[][] = [];
  const read = batched<number, string>(async (keys) => {
    loads.push([...keys]);
    return new Map(keys.filter((key) => key > 0).map((key) => [key, `value ${key}`]));
  });
  expect(await Promise.all([read(1), read(2), read(1), read(-1)])).toEqual([
    'value 1',
    'value 2',
    'value 1',
    undefined,
  ]);
  expect(await read(3)).toBe('value 3');
  expect(loads).toEqual([[1, 2, -1], [3]]);
});

test('a failed reading fails for all who asked, and not for who asks after', async () => {
  let failing = true;
  const read = batched<number, number>(async (keys) => {
    if (failing) throw new Error('no database');
    return new Map(keys.map((key) => [key, key]));
  });
  const both = await Promise.allSettled([read(1), read(2)]);
  expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected']);
  failing = false;
  expect(await read(1)).toBe(1);
});
