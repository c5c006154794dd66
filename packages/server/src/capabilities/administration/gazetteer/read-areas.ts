import { AreaFault, multiPolygonOf } from '@marsad/contract/administration/units/area-geometry.ts';
import type { AreaGeometry } from '@marsad/contract/platform/geometry.ts';
import { type ByteSource, readText } from './read-text.ts';

/** Which properties of a feature hold what. A property may be text or a number. */
export interface ReadAreasOptions {
  readonly code: string;
  readonly nameAr?: string;
  readonly nameEn?: string;
  readonly nameFr?: string;
}

export interface ReadArea {
  /** Place of the feature in the file, from 0. */
  readonly index: number;
  readonly code: string;
  readonly nameAr?: string;
  readonly nameEn?: string;
  readonly nameFr?: string;
  /** Outer rings anticlockwise, holes clockwise (RFC 7946). */
  readonly geometry: AreaGeometry;
}

export interface RefusedArea {
  /** Place of the feature in the file, from 0. */
  readonly index: number;
  readonly reason: string;
}

/** A feature with the code and names of an earlier one: its polygons were added to that area. */
export interface JoinedArea {
  readonly index: number;
  readonly into: number;
  readonly code: string;
}

export interface AreasRead {
  readonly areas: readonly ReadArea[];
  readonly joined: readonly JoinedArea[];
  readonly refused: readonly RefusedArea[];
}

/** The file as a whole cannot be read; nothing of it was taken. */
export class AreasFileError extends Error {
  override readonly name = 'AreasFileError';
}

/** Areas are outlines of stations and districts: a larger file is the wrong one, or undrawn detail. Characters. */
const LONGEST_FILE = 256 * 1024 * 1024;

/**
 * Reads a GeoJSON FeatureCollection of Polygon or MultiPolygon features (plain or gzip) into areas. A feature that is
 * wrong is refused with its index and reason, and the others are kept; features that share a code are one area. Rings are turned as RFC 7946 asks; rings that
 * cross themselves are tolerated, with inside by the even-odd rule.
 * Throws AreasFileError when the file is not JSON, no FeatureCollection, or in projected coordinates.
 */
export async function readAreas(source: ByteSource, options: ReadAreasOptions): Promise<AreasRead> {
  const features = featuresOf(await wholeText(source));
  const areas = new Map<string, ReadArea>();
  const joined: JoinedArea[] = [];
  const refused: RefusedArea[] = [];
  for (const [index, feature] of features.entries()) {
    try {
      const area = readFeature(feature, index, options);
      const earlier = areas.get(area.code);
      areas.set(area.code, earlier ? join(earlier, area, options.code) : area);
      if (earlier) joined.push({ index, into: earlier.index, code: area.code });
    } catch (error) {
      if (!(error instanceof AreaFault)) throw error;
      refused.push({ index, reason: error.message });
    }
  }
  return { areas: [...areas.values()], joined, refused };
}

/** A district of several parts is often drawn as several features; features of different names are different areas. */
function join(earlier: ReadArea, later: ReadArea, property: string): ReadArea {
  if ((['nameAr', 'nameEn', 'nameFr'] as const).some((name) => earlier[name] !== later[name])) {
    throw new AreaFault(
      `Expected one name for ${property} "${later.code}", got another in feature ${earlier.index}; correct one of them.`,
    );
  }
  const coordinates = [...earlier.geometry.coordinates, ...later.geometry.coordinates];
  return { ...earlier, geometry: { type: 'MultiPolygon', coordinates } };
}

async function wholeText(source: ByteSource): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const text of readText(source)) {
    length += text.length;
    if (length > LONGEST_FILE) {
      throw new AreasFileError(`Expected at most ${LONGEST_FILE} characters, got more; simplify the outlines first.`);
    }
    pieces.push(text);
  }
  return pieces.join('');
}

function featuresOf(text: string): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    const start = text.trimStart().slice(0, 40).replace(/\s+/g, ' ').slice(0, 20);
    throw new AreasFileError(`Expected a GeoJSON file, got text that starts "${start}"; download the file itself.`);
  }
  if (!isRecord(parsed) || parsed.type !== 'FeatureCollection' || !Array.isArray(parsed.features)) {
    const got = isRecord(parsed) ? String(parsed.type) : typeof parsed;
    throw new AreasFileError(`Expected a FeatureCollection, got ${got}; save the areas as one collection.`);
  }
  const crs = JSON.stringify(parsed.crs ?? null);
  if (crs !== 'null' && !/CRS:?:?[^"]*84|EPSG:+4326/i.test(crs)) {
    throw new AreasFileError(`Expected longitude and latitude (WGS 84), got the system ${crs}; save it as EPSG:4326.`);
  }
  return parsed.features;
}

function readFeature(feature: unknown, index: number, options: ReadAreasOptions): ReadArea {
  if (!isRecord(feature) || feature.type !== 'Feature') throw new AreaFault('Expected a Feature, got something else.');
  const properties = isRecord(feature.properties) ? feature.properties : {};
  const code = textOf(properties[options.code]);
  if (code === undefined) {
    const there = Object.keys(properties).slice(0, 12).join(', ') || 'none';
    throw new AreaFault(`Expected a code in property "${options.code}", got nothing; the properties are: ${there}.`);
  }
  const name = (property: string | undefined) => (property === undefined ? undefined : textOf(properties[property]));
  const [nameAr, nameEn, nameFr] = [name(options.nameAr), name(options.nameEn), name(options.nameFr)];
  return {
    index,
    code,
    ...(nameAr === undefined ? {} : { nameAr }),
    ...(nameEn === undefined ? {} : { nameEn }),
    ...(nameFr === undefined ? {} : { nameFr }),
    geometry: multiPolygonOf(feature.geometry),
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
