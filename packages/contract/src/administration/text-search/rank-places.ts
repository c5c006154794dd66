import { normaliseForSearch } from './normalise.ts';
import { romanKeys, shareKey } from './roman-keys.ts';
import { trigramOverlap, trigrams } from './trigrams.ts';

/** What ranking needs to know of a place; anything more is carried along. */
export interface PlaceCandidate {
  /** Every name in every language, the main ones first. */
  readonly names: readonly string[];
  /** Degrees, WGS 84. */
  readonly longitude: number;
  readonly latitude: number;
  /** GeoNames class letter, such as P for towns; undefined for a place of the force's own. */
  readonly featureClass?: string;
  /** Inhabitants; 0 or undefined when unknown. */
  readonly population?: number;
}

/** How the query met the name, the surest first. */
export type PlaceMatch = 'exact' | 'prefix' | 'word' | 'skeleton' | 'similar';

export interface RankedPlace<P extends PlaceCandidate> {
  readonly place: P;
  /** The name that was met. */
  readonly name: string;
  readonly match: PlaceMatch;
  /** Higher is better; comparable within one call only. */
  readonly score: number;
}

/** The room's own position, degrees. */
export interface Near {
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * The kinds of match stand 100 apart and all other weights together stay below that (see MOST_WEIGHT), so a famous
 * place never overtakes a better match.
 */
const MATCH_SCORES: Readonly<Record<PlaceMatch, number>> = {
  exact: 500,
  prefix: 400,
  word: 300,
  skeleton: 200,
  similar: 100,
};
const POPULATION_WEIGHT = 25;
const FEATURE_WEIGHT = 10;
const NEAR_WEIGHT = 35;
const LENGTH_WEIGHT = 25;
/** What the weights above can add at most: 95. */
export const MOST_WEIGHT = POPULATION_WEIGHT + FEATURE_WEIGHT + NEAR_WEIGHT + LENGTH_WEIGHT;

/** Below this a trigram likeness is chance: pg_trgm's own default. */
const LEAST_SIMILARITY = 0.3;
/** Distance in kilometres at which nearness counts half. */
const HALF_NEAR_KILOMETRES = 20;
/** A metropolis of ten million counts full. */
const MOST_POPULATION_DIGITS = 7;

/** Share of FEATURE_WEIGHT: what callers name most. A place of the force's own (no class) counts full. */
const FEATURE_SHARES: Readonly<Record<string, number>> = {
  P: 1,
  A: 0.7,
  S: 0.6,
  L: 0.5,
  R: 0.5,
  H: 0.2,
  T: 0.2,
  V: 0.1,
};

/**
 * Returns the candidates that `query` meets, best first: exact name, then a name that begins with it, a word that does,
 * the same consonant skeleton across scripts, then alike by trigrams. Within one kind, inhabitants, the kind of
 * feature, nearness to `near` and how much of the name was typed decide; ties keep the order given.
 * Candidates that are not met are left out; an empty query meets nothing. Made for the hundreds that a store's index
 * brings back (about 20 microseconds a name), not for a whole country's gazetteer.
 */
export function rankPlaces<P extends PlaceCandidate>(
  query: string,
  candidates: Iterable<P>,
  near?: Near,
): RankedPlace<P>[] {
  const text = normaliseForSearch(query);
  if (text === '') return [];
  const asked: Asked = { text, bare: withoutArticle(text), keys: romanKeys(query), pieces: trigrams(text) };
  const ranked: RankedPlace<P>[] = [];
  for (const place of candidates) {
    const weight = weightOf(place, near);
    let best: RankedPlace<P> | undefined;
    for (const name of place.names) {
      const met = meet(asked, name);
      if (!met) continue;
      const score = MATCH_SCORES[met.match] + weight + LENGTH_WEIGHT * met.likeness;
      if (!best || score > best.score) best = { place, name, match: met.match, score };
    }
    if (best) ranked.push(best);
  }
  return ranked.sort((a, b) => b.score - a.score);
}

interface Asked {
  readonly text: string;
  readonly bare: string;
  readonly keys: readonly string[];
  readonly pieces: ReadonlySet<string>;
}

function meet(asked: Asked, name: string): { match: PlaceMatch; likeness: number } | undefined {
  const other = normaliseForSearch(name);
  if (other === '') return undefined;
  const bare = withoutArticle(other);
  if (other === asked.text || bare === asked.bare) return { match: 'exact', likeness: 1 };
  const covered = Math.min(1, asked.text.length / other.length);
  if (other.startsWith(asked.text) || bare.startsWith(asked.text)) return { match: 'prefix', likeness: covered };
  const spaced = ` ${other}`;
  if (spaced.includes(` ${asked.text}`) || spaced.includes(` ال${asked.text}`)) {
    return { match: 'word', likeness: covered };
  }
  const similarity = trigramOverlap(asked.pieces, trigrams(other));
  if (shareKey(asked.keys, romanKeys(name))) return { match: 'skeleton', likeness: similarity };
  return similarity >= LEAST_SIMILARITY ? { match: 'similar', likeness: similarity } : undefined;
}

/** النبطية is asked for as نبطية, and El Mina as Mina. */
function withoutArticle(text: string): string {
  return text.replace(/^(?:ال(?=.{2})|(?:al|el|il) (?=.))/, '');
}

function weightOf(place: PlaceCandidate, near: Near | undefined): number {
  const inhabitants = Math.log10(1 + Math.max(0, place.population ?? 0)) / MOST_POPULATION_DIGITS;
  const feature = place.featureClass === undefined ? 1 : (FEATURE_SHARES[place.featureClass] ?? 0);
  const nearness = near ? 1 / (1 + kilometresBetween(place, near) / HALF_NEAR_KILOMETRES) : 0;
  return POPULATION_WEIGHT * Math.min(1, inhabitants) + FEATURE_WEIGHT * feature + NEAR_WEIGHT * nearness;
}

/** Flat-earth distance: ranking needs the order only, and places of one country. */
function kilometresBetween(a: Near, b: Near): number {
  const east = ((((a.longitude - b.longitude) % 360) + 540) % 360) - 180;
  const north = a.latitude - b.latitude;
  const cosine = Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  return 111.195 * Math.hypot(east * cosine, north);
}
