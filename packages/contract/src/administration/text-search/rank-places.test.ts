import { expect, test } from 'vitest';
import { MOST_WEIGHT, type PlaceCandidate, rankPlaces } from './rank-places.ts';
import { trigramSimilarity } from './trigrams.ts';

function place(names: string[], more: Partial<PlaceCandidate> = {}): PlaceCandidate {
  return { names, longitude: 35.5, latitude: 33.9, featureClass: 'P', population: 0, ...more };
}
const namesOf = (query: string, places: PlaceCandidate[], near?: { longitude: number; latitude: number }) =>
  rankPlaces(query, places, near).map(({ place: { names }, match }) => [names[0], match]);

test('the kinds of match come in order, whatever the population', () => {
  const places = [
    place(['Sarda'], { population: 9_000_000 }),
    place(['سعيدة'], { population: 9_000_000 }),
    place(['Wadi Saida'], { population: 5_000_000 }),
    place(['Saidaoun'], { population: 5_000_000 }),
    place(['Saïda']),
    place(['Batroun'], { population: 9_000_000 }),
  ];
  expect(namesOf('saida', places)).toEqual([
    ['Saïda', 'exact'],
    ['Saidaoun', 'prefix'],
    ['Wadi Saida', 'word'],
    ['سعيدة', 'skeleton'],
    ['Sarda', 'similar'],
  ]);
  expect(MOST_WEIGHT).toBeLessThan(100);
});

test('an Arabic name is found when typed in Latin, and the other way round', () => {
  expect(namesOf('jounieh', [place(['جونية']), place(['صور'])])).toEqual([['جونية', 'skeleton']]);
  expect(namesOf('بعلبك', [place(['Baalbeck']), place(['Tyr'])])).toEqual([['Baalbeck', 'skeleton']]);
});

test('alef, teh marbuta, marks and the article do not matter', () => {
  expect(namesOf('نبطيه', [place(['النَّبطية'])])).toEqual([['النَّبطية', 'exact']]);
  expect(namesOf('mina', [place(['El Mina']), place(['Mina Port'])])).toEqual([
    ['El Mina', 'exact'],
    ['Mina Port', 'prefix'],
  ]);
});

test('of equal names the larger comes first, and the near one before a somewhat larger far one', () => {
  const far = place(['Mazraa', 'far'], { longitude: 36.3, latitude: 34.5, population: 2000 });
  const near = place(['Mazraa', 'near'], { longitude: 35.51, latitude: 33.9, population: 500 });
  const second = (room?: { longitude: number; latitude: number }) =>
    rankPlaces('mazraa', [near, far], room).map((ranked) => ranked.place.names[1]);
  expect(second()).toEqual(['far', 'near']);
  expect(second({ longitude: 35.5, latitude: 33.9 })).toEqual(['near', 'far']);
});

test('a town comes before a spring of the same name, and the name that was met is told', () => {
  const spring = place(['Ain'], { featureClass: 'H' });
  const town = place(['Other', 'Ain'], { featureClass: 'P' });
  expect(rankPlaces('ain', [spring, town]).map((ranked) => [ranked.place.featureClass, ranked.name])).toEqual([
    ['P', 'Ain'],
    ['H', 'Ain'],
  ]);
});

test('nothing typed, or nothing alike, finds nothing', () => {
  expect(rankPlaces(' - ', [place(['Saida'])])).toEqual([]);
  expect(rankPlaces('qqq', [place(['Saida'])])).toEqual([]);
});

test('trigram likeness is that of pg_trgm', () => {
  // The pieces of "word": "  w", " wo", "wor", "ord", "rd "; "two words" shares four of the eleven in all.
  expect(trigramSimilarity('word', 'two words')).toBeCloseTo(4 / 11, 12);
  expect(trigramSimilarity('word', 'word')).toBe(1);
  expect(trigramSimilarity('', 'word')).toBe(0);
});
