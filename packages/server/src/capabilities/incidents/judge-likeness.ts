import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { trigramSimilarity } from '@marsad/contract/administration/text-search/trigrams.ts';
import type { LikenessReason } from '@marsad/contract/incidents/find-likely-duplicates.ts';
import { distanceMetres } from '../../platform/places/distance.ts';

/** What is told of a place and a type, by a caller or by an incident that stands. */
export interface Told {
  /** Code of the type, as `violence.fight`; undefined while it is not chosen. */
  typeCode?: string | undefined;
  placeText: string;
  placeId?: number | null | undefined;
  longitude?: number | null | undefined;
  latitude?: number | null | undefined;
  radiusMetres?: number | null | undefined;
}

export interface Likeness {
  /** From 0 to 1; comparable between incidents of one call. */
  score: number;
  reasons: LikenessReason[];
}

/** Beyond this nobody takes two points for one event, doubt of both positions apart. Metres. */
const farthestMetres = 700;
/** A position with more doubt than this says where a town is, not where an event is. */
const widestRadiusMetres = 1_500;
const leastTextLikeness = 0.5;
const recentMinutes = 60;
const leastScore = 0.4;

// Words that stand in half of all addresses and tell nothing of which.
const common = new Set(
  'شارع طريق ساحه قرب امام خلف مقابل قباله بنايه مبني طابق مفرق حي في من علي الي street road near opposite behind building floor rue avenue place pres devant derriere face immeuble etage de la le les du des the of'.split(
    ' ',
  ),
);

/**
 * Judges whether a call may tell of an incident that stands: null when nothing in the place speaks for it. The weights
 * (place half, type three tenths, time the rest) are a choice of the product, to order five lines, not a probability.
 */
export function judgeLikeness(call: Told, incident: Told, minutesAgo: number): Likeness | null {
  const place = placeLikeness(call, incident);
  if (!place) return null;
  const type = typeLikeness(call.typeCode, incident.typeCode);
  const recency = 2 ** (-Math.max(0, minutesAgo) / recentMinutes);
  const score = 0.5 * place.likeness + 0.3 * type.likeness + 0.2 * recency;
  if (score < leastScore) return null;
  return {
    score,
    reasons: [
      ...type.reasons,
      ...place.reasons,
      ...(minutesAgo <= recentMinutes ? [{ code: 'recent' as const, value: Math.round(Math.max(0, minutesAgo)) }] : []),
    ],
  };
}

function typeLikeness(asked: string | undefined, other: string | undefined): Likeness & { likeness: number } {
  const found = (likeness: number, code?: 'same_type' | 'similar_type') => ({
    likeness,
    score: likeness,
    reasons: code ? [{ code }] : [],
  });
  if (!asked || !other) return found(0.3);
  if (asked === other) return found(1, 'same_type');
  return asked.split('.')[0] === other.split('.')[0] ? found(0.6, 'similar_type') : found(0);
}

function placeLikeness(a: Told, b: Told): { likeness: number; reasons: LikenessReason[] } | null {
  const found: { likeness: number; reason: LikenessReason }[] = [];
  const text = textLikeness(a.placeText, b.placeText);
  if (text >= leastTextLikeness) found.push({ likeness: text, reason: { code: 'similar_place' } });
  const metres = metresBetween(a, b);
  const doubt = (a.radiusMetres ?? 0) + (b.radiusMetres ?? 0);
  const exact = doubt <= widestRadiusMetres;
  if (metres !== null && exact && metres <= farthestMetres + doubt / 2)
    found.push({
      likeness: 1 - metres / (2 * (farthestMetres + doubt / 2)),
      reason: { code: 'near', value: Math.round(metres) },
    });
  // The same town is no sign; the same street, square or shop is.
  if (exact && a.placeId !== undefined && a.placeId !== null && a.placeId === b.placeId)
    found.push({ likeness: 0.9, reason: { code: 'same_place' } });
  if (found.length === 0) return null;
  return { likeness: Math.max(...found.map((one) => one.likeness)), reasons: found.map((one) => one.reason) };
}

function metresBetween(a: Told, b: Told): number | null {
  if (typeof a.longitude !== 'number' || typeof a.latitude !== 'number') return null;
  if (typeof b.longitude !== 'number' || typeof b.latitude !== 'number') return null;
  return distanceMetres([a.longitude, a.latitude], [b.longitude, b.latitude]);
}

/** How alike two typed places are, from 0 to 1: by letters, or by the telling words that the shorter shares with the longer. */
export function textLikeness(left: string, right: string): number {
  const [a, b] = [tellingWords(left), tellingWords(right)];
  if (a.length === 0 || b.length === 0) return 0;
  const letters = trigramSimilarity(a.join(' '), b.join(' '));
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const shared = short.filter((word) => word.length >= 2 && long.includes(word)).length / short.length;
  return Math.max(letters, 0.9 * shared);
}

const tellingWords = (text: string): string[] => [
  ...new Set(
    normaliseForSearch(text)
      .split(' ')
      .map((word) => (/^ال.{2}/.test(word) ? word.slice(2) : word))
      .filter((word) => word !== '' && !common.has(word)),
  ),
];
