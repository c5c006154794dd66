import { expect, test } from 'vitest';
import { isTouched, touch, untouched } from './touched.ts';

const shown = { place: 'Port', what: '', types: ['a'] };

test('a field that nobody touched is not in what is sent, though the record has changed since', () => {
  const kept = touch(untouched<typeof shown>(3), shown, { what: 'glass' });
  // A colleague corrects the place; the form is opened again over what stands now.
  const now = { ...shown, place: 'Port, gate 2' };
  const again = touch(kept, now, { what: 'glass breaks' });
  expect(again.fields).toEqual({ what: 'glass breaks' });
  expect({ ...now, ...again.fields }.place).toBe('Port, gate 2');
  // It is judged by the version that was looked at when it was typed.
  expect(again.version).toBe(3);
});

test('what is set back is no longer touched, lists too', () => {
  const kept = touch(untouched<typeof shown>(null), shown, { place: 'Square', types: ['a', 'b'] });
  expect(kept.before).toEqual({ place: 'Port', types: ['a'] });
  expect(touch(kept, shown, { place: 'Port', types: ['a'] })).toEqual(untouched(null));
});

test('what an older release kept is left alone', () => {
  expect(isTouched(untouched(1))).toBe(true);
  expect(isTouched({ place: 'Port' })).toBe(false);
  expect(isTouched(null)).toBe(false);
});
