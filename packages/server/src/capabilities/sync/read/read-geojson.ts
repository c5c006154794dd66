// A GeoJSON collection as rows, feature by feature. The properties are the columns; the point stands in one of its own.
import { GEOMETRY_COLUMN } from '@marsad/contract/sync/mapping.ts';
import { JSONParser } from '@streamparser/json';
import type { FileRow, ReadOptions } from './file-row.ts';
import { explainUnpacking, type OpenText } from './open-text.ts';
import { judgeColumns, rowTooLong } from './read-delimited.ts';
import { FileError } from './row-error.ts';

// Features need not have the same properties. The columns are those of the first so many.
const HEADING_FEATURES = 1_000;
// One feature may hold a province's outline; what is larger is no feature that anybody drew.
const MOST_FEATURE_CHARACTERS = 20_000_000;
const wgs84 = /^(urn:ogc:def:crs:OGC:[\d.]*:CRS84|(urn:ogc:def:crs:)?EPSG:[\d.]*:?4326)$/i;

interface Feature {
  properties: Record<string, unknown>;
  point: string;
}

/**
 * Yields the heading (property names and `(geometry)`), then a row for each feature; `line` is the feature's number.
 * Numbers and truth values become text, what is nested becomes JSON, a point becomes `longitude latitude`, any other
 * geometry its kind's name: no false centroid.
 */
export async function* readGeoJson(source: OpenText, options: ReadOptions): AsyncGenerator<FileRow> {
  const opened = source.chunks();
  const read = featureReader();
  const waiting: Feature[] = [];
  let columns: string[] | null = null;
  let line = 0;
  const rows = function* (features: Feature[]): Generator<FileRow> {
    for (const feature of features) {
      line += 1;
      yield { line, cells: cellsOf(feature, columns ?? []) };
    }
  };
  const open = function* (): Generator<FileRow> {
    columns = headingOf(waiting);
    yield { line: 0, cells: columns };
    yield* rows(waiting.splice(0));
  };
  try {
    for await (const chunk of opened.text) {
      const features = read.write(chunk);
      if (options.progress) options.progress.bytesRead = opened.bytesRead();
      if (columns) yield* rows(features);
      else {
        waiting.push(...features);
        if (waiting.length >= HEADING_FEATURES) yield* open();
      }
    }
    read.end();
  } catch (error) {
    throw explainUnpacking(error);
  } finally {
    opened.close();
  }
  if (columns) return;
  if (waiting.length === 0) throw new FileError('file.empty', 'Expected features, got none.');
  yield* open();
}

function featureReader() {
  const parser = new JSONParser({ paths: ['$.type', '$.crs', '$.features.*'], keepStack: false });
  const found: Feature[] = [];
  let sinceLast = 0;
  parser.onValue = ({ value, key }) => {
    if (key === 'type') judgeType(value);
    else if (key === 'crs') judgeProjection(value);
    else {
      found.push(featureOf(value));
      sinceLast = 0;
    }
  };
  const broken = (): never => {
    throw new FileError('file.json', 'Expected a whole GeoJSON collection, got JSON that breaks off or is none.');
  };
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (error instanceof FileError) throw error;
      broken();
    }
  };
  return {
    write(chunk: string): Feature[] {
      sinceLast += chunk.length;
      if (sinceLast > MOST_FEATURE_CHARACTERS) throw rowTooLong();
      guarded(() => {
        if (!parser.isEnded) parser.write(chunk);
      });
      return found.splice(0);
    },
    end(): void {
      guarded(() => {
        if (!parser.isEnded) parser.end();
      });
      if (!parser.isEnded) broken();
    },
  };
}

function judgeType(value: unknown): void {
  if (value !== 'FeatureCollection') {
    throw new FileError('file.json', `Expected a FeatureCollection, got "${String(value).slice(0, 60)}".`);
  }
}

function judgeProjection(value: unknown): void {
  const name = (value as { properties?: { name?: unknown } } | null)?.properties?.name;
  if (value !== null && !wgs84.test(String(name))) {
    throw new FileError('file.projection', `Expected degrees (WGS 84), got ${String(name).slice(0, 100)}.`);
  }
}

function featureOf(value: unknown): Feature {
  const { properties, geometry } = (value ?? {}) as { properties?: unknown; geometry?: unknown };
  const named = typeof properties === 'object' && properties !== null && !Array.isArray(properties);
  return { properties: named ? (properties as Record<string, unknown>) : {}, point: pointOf(geometry) };
}

function pointOf(geometry: unknown): string {
  if (typeof geometry !== 'object' || geometry === null) return '';
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  if (type !== 'Point' || !Array.isArray(coordinates)) return String(type).slice(0, 60);
  return coordinates.length < 2 ? '' : coordinates.slice(0, 2).map(String).join(' ');
}

function headingOf(features: readonly Feature[]): string[] {
  const names = new Set<string>();
  for (const { properties } of features) for (const name of Object.keys(properties)) names.add(name);
  judgeColumns(names.size + 1);
  return [...names, GEOMETRY_COLUMN];
}

const cellsOf = ({ properties, point }: Feature, columns: readonly string[]): string[] =>
  columns.map((name) =>
    name === GEOMETRY_COLUMN ? point : textOf(Object.hasOwn(properties, name) ? properties[name] : null),
  );

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
