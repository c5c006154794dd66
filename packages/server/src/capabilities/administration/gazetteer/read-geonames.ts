import { chooseArabicName, scriptOf } from './arabic-names.ts';
import { isKeptFeature } from './geonames-classes.ts';
import { type ByteSource, readLines } from './read-text.ts';

/** Another name of a place; `lang` is known only where the letters tell it. */
export interface PlaceAlias {
  readonly name: string;
  readonly lang?: 'ar';
}

/** A place as read from a GeoNames dump. The dump names no French form apart, so `nameFr` is left to the force. */
export interface GeoNamesPlace {
  readonly sourceId: string;
  readonly nameAr?: string;
  readonly nameEn: string;
  readonly nameFr?: string;
  readonly aliases: readonly PlaceAlias[];
  /** Degrees, WGS 84. */
  readonly longitude: number;
  readonly latitude: number;
  readonly featureClass: string;
  readonly featureCode: string;
  /** Inhabitants; 0 means unknown. */
  readonly population: number;
  /** GeoNames code of the first-order division; empty when not given. */
  readonly admin1: string;
}

export interface RefusedLine {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** What became of the lines; complete once the places have been read to the end. */
export interface GeoNamesTally {
  lines: number;
  kept: number;
  /** Lines that are right but of a feature no dispatcher asks for. */
  leftOut: number;
  refused: number;
  /** The first refused lines, at most 1,000. */
  readonly refusals: RefusedLine[];
}

const MOST_REFUSALS = 1000;
const COLUMNS = 19;

/** Returns a tally at zero, to be handed to {@link readGeoNames}. */
export function newGeoNamesTally(): GeoNamesTally {
  return { lines: 0, kept: 0, leftOut: 0, refused: 0, refusals: [] };
}

/**
 * Yields the places of a GeoNames country dump (tab-separated, 19 columns, no header; plain or gzip) one by one, in
 * constant memory. A bad line is refused with its number and reason in `tally`, and reading goes on; an empty line is
 * not counted. Source of the columns: the readme of download.geonames.org/export/dump.
 */
export async function* readGeoNames(
  source: ByteSource,
  tally: GeoNamesTally = newGeoNamesTally(),
): AsyncGenerator<GeoNamesPlace> {
  const seen = new Set<string>();
  let line = 0;
  for await (const text of readLines(source)) {
    line += 1;
    if (text.trim() === '') continue;
    tally.lines += 1;
    const place = parseLine(text);
    if (typeof place === 'string' || seen.has(place.sourceId)) {
      tally.refused += 1;
      const reason =
        typeof place === 'string' ? place : `Expected every geonameid once, got ${place.sourceId} again; remove one.`;
      if (tally.refusals.length < MOST_REFUSALS) tally.refusals.push({ line, reason });
      continue;
    }
    seen.add(place.sourceId);
    if (!isKeptFeature(place.featureClass, place.featureCode)) {
      tally.leftOut += 1;
      continue;
    }
    tally.kept += 1;
    yield place;
  }
}

/** The place, or the reason why the line is none. */
function parseLine(text: string): GeoNamesPlace | string {
  if (text.includes('\uFFFD')) return 'Expected UTF-8, got bytes that are not; save the file as UTF-8.';
  const columns = text.split('\t');
  if (columns.length !== COLUMNS) {
    return `Expected ${COLUMNS} columns separated by tabs, got ${columns.length}; use the country dump as downloaded.`;
  }
  const column = (index: number): string => (columns[index] ?? '').trim();
  const sourceId = column(0);
  if (!/^[0-9]+$/.test(sourceId)) return `Expected a number as geonameid in column 1, got "${sourceId}".`;
  const nameEn = column(1) || column(2);
  if (nameEn === '') return 'Expected a name in column 2, got nothing.';
  const latitude = degrees(column(4), 90);
  if (latitude === undefined) return `Expected a latitude from -90 to 90 in column 5, got "${column(4)}".`;
  const longitude = degrees(column(5), 180);
  if (longitude === undefined) return `Expected a longitude from -180 to 180 in column 6, got "${column(5)}".`;
  const population = column(14) === '' ? 0 : Number(column(14));
  if (!Number.isSafeInteger(population) || population < 0) {
    return `Expected a whole number of inhabitants in column 15, got "${column(14)}".`;
  }
  const names = [column(1), ...column(3).split(','), column(2)]
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const nameAr = chooseArabicName(names);
  return {
    sourceId,
    ...(nameAr === undefined ? {} : { nameAr }),
    nameEn,
    aliases: aliasesOf(names, [nameEn, nameAr]),
    longitude,
    latitude,
    featureClass: column(6),
    featureCode: column(7),
    population,
    admin1: column(10),
  };
}

/** Number('') is 0, which would put a place without coordinates into the Gulf of Guinea. */
function degrees(text: string, limit: number): number | undefined {
  const value = Number(text);
  return text !== '' && Math.abs(value) <= limit ? value : undefined;
}

/** Every other name in Arabic or Latin letters once; a room types no other alphabet. */
function aliasesOf(names: readonly string[], taken: readonly (string | undefined)[]): PlaceAlias[] {
  const others = [...new Set(names)].filter((name) => !taken.includes(name));
  return others.flatMap((name): PlaceAlias[] => {
    const script = scriptOf(name);
    if (script === 'other') return [];
    return [script === 'ar' ? { name, lang: 'ar' } : { name }];
  });
}
