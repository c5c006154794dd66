import type { PlaceView } from '@marsad/contract/administration/gazetteer/place.ts';
import { expect, test } from 'vitest';
import { placeTextOf } from './place-text.ts';

const place = (...names: string[]) => ({ names }) as unknown as PlaceView;
const tripoli = place('طرابلس', 'Tripoli', 'Trablous');

test.each([
  // An abbreviation becomes the name; what is told besides stays.
  ['tri', 'Tripoli'],
  ['tri, port', 'Tripoli, port'],
  ['طرا، المرفأ', 'Tripoli، المرفأ'],
  // The name itself, in whatever language, stays as it was said.
  ['Trablous, souk', 'Trablous, souk'],
  ['طرابلس القديمة', 'طرابلس القديمة'],
  // Another spelling stays beside the name.
  ['trabls, souk', 'Tripoli · trabls, souk'],
])('%s: %s', (typed, text) => {
  expect(placeTextOf(tripoli, 'Tripoli', typed).text).toBe(text);
});

test('a word within the name is its beginning too, and nothing grows beyond what the field takes', () => {
  expect(placeTextOf(place('ساحة التل'), 'ساحة التل', 'التل').text).toBe('ساحة التل');
  const long = `trabls ${'x'.repeat(290)}`;
  expect(placeTextOf(tripoli, 'Tripoli', long)).toEqual({ named: long, text: long });
});
