import { expect, test } from 'vitest';
import { judgeLikeness, textLikeness } from './judge-likeness.ts';

const fight = { typeCode: 'violence.fight', placeText: 'ساحة التل، قرب المقهى' };

test('the same event told by another voice is found, with what speaks for it', () => {
  const again = judgeLikeness(fight, { typeCode: 'violence.fight', placeText: 'ساحه التل' }, 4);
  expect(again?.reasons).toEqual([{ code: 'same_type' }, { code: 'similar_place' }, { code: 'recent', value: 4 }]);
  // Knives where another saw fists: of the same group.
  expect(judgeLikeness(fight, { typeCode: 'violence.knives', placeText: 'التل' }, 10)?.reasons[0]).toEqual({
    code: 'similar_type',
  });
});

test('another place is none, however alike the rest; nor is the same town', () => {
  expect(judgeLikeness(fight, { typeCode: 'violence.fight', placeText: 'شارع عزمي، قرب المقهى الجديد' }, 1)).toBeNull();
  expect(
    judgeLikeness({ ...fight, placeText: 'شارع عزمي' }, { typeCode: 'violence.fight', placeText: 'شارع المطران' }, 1),
  ).toBeNull();
  const town = { placeId: 7, longitude: 35.84, latitude: 34.43, radiusMetres: 4_000 };
  expect(
    judgeLikeness({ ...town, placeText: 'a', typeCode: 'x' }, { ...town, placeText: 'b', typeCode: 'x' }, 1),
  ).toBeNull();
});

test('near counts by distance and doubt, and tells the metres', () => {
  const at = (longitude: number, radiusMetres = 20) => ({
    placeText: '',
    longitude,
    latitude: 34.43,
    radiusMetres,
    typeCode: 'traffic.injury',
  });
  // 0.001 degrees of longitude at 34.43 north: 6371.0088 km x pi/180 x cos(34.43) / 1000 = 91.7 m.
  expect(judgeLikeness(at(35.84), at(35.841), 5)?.reasons).toContainEqual({ code: 'near', value: 92 });
  expect(judgeLikeness(at(35.84), at(35.86), 5)).toBeNull();
});

test('an hour-old report of another kind nearby is too weak', () => {
  const near = { placeText: '', longitude: 35.84, latitude: 34.43, radiusMetres: 20 };
  expect(
    judgeLikeness(
      { ...near, typeCode: 'fraud.other' },
      { ...near, longitude: 35.846, typeCode: 'violence.fight' },
      600,
    ),
  ).toBeNull();
});

test('words that stand in every address tell nothing', () => {
  expect(textLikeness('شارع', 'شارع')).toBe(0);
  expect(textLikeness('Rue de la Gare', 'Avenue de la Plage')).toBeLessThan(0.5);
  expect(textLikeness('Bourj square', 'near bourj Square, bakery')).toBeGreaterThan(0.8);
});
