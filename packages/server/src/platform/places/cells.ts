import { cellToParent, getResolution, gridDisk, isValidCell, latLngToCell } from 'h3-js';

/** The resolution written with every incident: hexagons of about 0.1 square kilometre. */
export const STORED_RESOLUTION = 9;

/**
 * Returns the H3 cell index, as its usual hexadecimal text, of a point in degrees.
 * Throws a RangeError when the point is not on the Earth.
 */
export function h3CellOf(longitude: number, latitude: number, resolution: number = STORED_RESOLUTION): string {
  if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
    throw new RangeError(
      `Expected longitude within 180 and latitude within 90 degrees, got ${longitude}, ${latitude}; check their order.`,
    );
  }
  return latLngToCell(latitude, longitude, resolution);
}

/**
 * Returns the cell of a coarser (or the same) resolution that holds `cell`.
 * Throws a RangeError for text that is no cell, or for a finer resolution than the cell's own.
 */
export function cellAtResolution(cell: string, resolution: number): string {
  if (!isValidCell(cell)) throw new RangeError(`Expected an H3 cell, got "${cell}"; pass one made by h3CellOf.`);
  const own = getResolution(cell);
  if (!Number.isInteger(resolution) || resolution < 0 || resolution > own) {
    throw new RangeError(
      `Expected a resolution from 0 to ${own} (the cell's own), got ${resolution}; a finer cell needs the point.`,
    );
  }
  return cellToParent(cell, resolution);
}

/** Returns the cells within `rings` rings of the cell of a point, that one included. */
export function cellsAround(longitude: number, latitude: number, rings: number): string[] {
  return gridDisk(h3CellOf(longitude, latitude), rings);
}
