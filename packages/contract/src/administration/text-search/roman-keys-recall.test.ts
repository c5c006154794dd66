import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { romanKeys } from './roman-keys.ts';

const repositoryRoot = join(import.meta.dirname, '../../../../..');
const dump = join(process.env.MARSAD_SHARED ?? join(repositoryRoot, '../shared'), 'data/lebanon/geonames-LB.txt.gz');
const ARABIC_NAME = /^[\u0621-\u063A\u0641-\u0652 ]+$/;

/**
 * Takes the main Latin name of every populated place that also has an Arabic name, and looks it up among the keys of
 * the Arabic names alone. Recall: the place itself is found. Returned: how many places a look-up brings back.
 *
 * The floor is what a call-taker can live with, not what was measured: nine look-ups in ten must succeed on the key
 * alone (the trigram score catches the rest), and one look-up may not return more than the ten rows of a suggestion
 * list on average. A part of the misses are different names, not spellings (Tyre, صور), which no key can find.
 */
test.skipIf(!existsSync(dump))('Latin names find Arabic towns (skips without MARSAD_SHARED)', () => {
  const latinNames: string[] = [];
  const placesByKey = new Map<string, Set<number>>();
  for (const line of gunzipSync(readFileSync(dump)).toString('utf8').split('\n')) {
    const [, name = '', , alternates = '', , , featureClass] = line.split('\t');
    const arabic = alternates.split(',').filter((alternate) => ARABIC_NAME.test(alternate));
    if (featureClass !== 'P' || arabic.length === 0) continue;
    const place = latinNames.push(name) - 1;
    for (const key of arabic.flatMap(romanKeys)) {
      const places = placesByKey.get(key) ?? new Set<number>();
      placesByKey.set(key, places.add(place));
    }
  }
  let recalled = 0;
  let returned = 0;
  for (const [place, name] of latinNames.entries()) {
    const found = new Set(romanKeys(name).flatMap((key) => [...(placesByKey.get(key) ?? [])]));
    if (found.has(place)) recalled += 1;
    returned += found.size;
  }
  expect(latinNames.length).toBeGreaterThan(1000);
  expect(recalled / latinNames.length).toBeGreaterThan(0.9);
  expect(returned / latinNames.length).toBeLessThan(10);
});
