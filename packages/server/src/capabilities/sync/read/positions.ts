// Where a row says that it happened, in degrees, judged against the force's bounds.
import { GEOMETRY_COLUMN, type ImportMapping } from '@marsad/contract/sync/mapping.ts';
import proj4 from 'proj4';
import type { Get } from './compile-mapping.ts';
import { FileError, RowError } from './row-error.ts';
import { numberOf, plainDigits } from './written-numbers.ts';

type Position = [longitude: number, latitude: number];
type ReadPosition = (cells: readonly string[]) => Position | null;

/**
 * Returns a reader of positions; null where the row states none. It throws a RowError for what is no position, lies
 * outside the force, or lies in it only with longitude and latitude swapped.
 * @throws FileError for a projection that nobody knows
 */
export function positionReader(mapping: ImportMapping, column: (name: string) => Get): ReadPosition {
  const { position } = mapping;
  if (!position) return () => null;
  const judge = judgeOf(mapping);
  if (position.kind === 'point_text' || position.kind === 'geometry') {
    const name = position.kind === 'geometry' ? GEOMETRY_COLUMN : position.column;
    const get = column(name);
    return (cells) => {
      const text = get(cells);
      if (text === null) return null;
      const found = pairOf(text) ?? refuse('position.format', name, text);
      const [longitude, latitude] = position.kind === 'geometry' ? found : [found[1], found[0]];
      return judge(longitude, latitude, name, text);
    };
  }
  const [first, second] =
    position.kind === 'decimal' ? [position.longitude, position.latitude] : [position.x, position.y];
  const getX = column(first);
  const getY = column(second);
  const project = position.kind === 'projected' ? projection(position.definition) : null;
  return (cells) => {
    const [x, y] = [getX(cells), getY(cells)];
    if (x === null && y === null) return null;
    if (x === null || y === null) return refuse('position.format', x === null ? first : second, null);
    const point: Position = [numberOf(x), numberOf(y)];
    const text = `${x}, ${y}`;
    if (!point.every(Number.isFinite)) return refuse('position.format', first, text);
    if (point[0] === 0 && point[1] === 0) return judge(0, 0, first, text);
    const [longitude, latitude] = project ? project(point) : point;
    return judge(longitude, latitude, first, text);
  };
}

function judgeOf(mapping: ImportMapping) {
  const [west, south, east, north] = mapping.force.bounds;
  const within = (longitude: number, latitude: number): boolean =>
    longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  return (longitude: number, latitude: number, name: string, text: string): Position | null => {
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) refuse('position.format', name, text);
    if (within(longitude, latitude)) return [longitude, latitude];
    if (longitude === 0 && latitude === 0) return mapping.zeroIsUnknown ? null : refuse('position.zero', name, text);
    return refuse(within(latitude, longitude) ? 'position.swapped' : 'place.outside_force', name, text);
  };
}

/** Two numbers with a comma, a semicolon or a blank between them, in brackets or not. */
function pairOf(text: string): Position | undefined {
  const found = /^\(?\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*[,;\s]\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*\)?$/i.exec(
    plainDigits(text).replace(/،/g, ','),
  );
  if (!found) return undefined;
  const pair: Position = [numberOf(found[1] ?? ''), numberOf(found[2] ?? '')];
  return pair.every(Number.isFinite) ? pair : undefined;
}

function refuse(reason: string, column: string, value: string | null): never {
  throw new RowError(reason, column, value);
}

function projection(definition: string): (point: Position) => Position {
  try {
    const converter = proj4(definition, 'WGS84');
    return (point) => {
      const [longitude, latitude] = converter.forward(point);
      return [longitude, latitude];
    };
  } catch {
    throw new FileError('file.projection', `Expected a projection that proj4 reads, got "${definition}".`);
  }
}
