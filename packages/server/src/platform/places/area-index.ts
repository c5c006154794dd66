import {
  type AreaGeometry,
  type BoundingBox,
  boundingBoxOf,
  signedRingArea,
} from '@marsad/contract/platform/geometry.ts';
import Flatbush from 'flatbush';
import { PolygonBands } from './polygon-bands.ts';

/** An area to look points up in. */
export interface IndexedArea<Id> {
  readonly id: Id;
  readonly geometry: AreaGeometry;
}

interface Entry<Id> {
  readonly id: Id;
  readonly order: number;
  readonly size: number;
  readonly bands: PolygonBands;
}

/**
 * Tells which areas a point lies in.
 *
 * Boundary rule: an area includes its boundary, so a point exactly on the line between two areas is in both; whoever
 * needs exactly one takes the first. Holes are outside, their edge is not.
 */
export class AreaIndex<Id extends string | number> {
  readonly #tree: Flatbush | undefined;
  readonly #entries: Entry<Id>[] = [];
  readonly #boxes = new Map<Id, BoundingBox>();

  /** Builds the index; takes memory in proportion to the number of corners. Throws a RangeError on an empty geometry. */
  constructor(areas: Iterable<IndexedArea<Id>>) {
    const boxes: BoundingBox[] = [];
    let order = 0;
    for (const { id, geometry } of areas) {
      if (this.#boxes.has(id)) {
        throw new RangeError(`Expected every area once, got ${id} twice; join its parts into one multipolygon.`);
      }
      this.#boxes.set(id, boundingBoxOf(geometry));
      const size = geometry.coordinates.reduce((sum, [outer]) => sum + Math.abs(signedRingArea(outer ?? [])), 0);
      for (const polygon of geometry.coordinates) {
        if (polygon.length === 0) continue;
        boxes.push(boundingBoxOf({ type: 'MultiPolygon', coordinates: [polygon] }));
        this.#entries.push({ id, order, size, bands: new PolygonBands(polygon) });
      }
      order += 1;
    }
    if (boxes.length === 0) return;
    this.#tree = new Flatbush(boxes.length);
    for (const box of boxes) this.#tree.add(...box);
    this.#tree.finish();
  }

  /**
   * Returns the ids of the areas that hold the point (degrees), smallest area first, then in the order given to the
   * constructor; empty when there is none or the point is not a number.
   */
  find(longitude: number, latitude: number): Id[] {
    if (!this.#tree || Number.isNaN(longitude) || Number.isNaN(latitude)) return [];
    const hits: Entry<Id>[] = [];
    for (const index of this.#tree.search(longitude, latitude, longitude, latitude)) {
      const entry = this.#entries[index];
      if (!entry?.bands.contains(longitude, latitude)) continue;
      if (!hits.some((hit) => hit.id === entry.id)) hits.push(entry);
    }
    if (hits.length > 1) hits.sort((a, b) => a.size - b.size || a.order - b.order);
    return hits.map((hit) => hit.id);
  }

  /** Returns west, south, east, north of an area in degrees, or undefined for an id that is not in the index. */
  boundingBox(id: Id): BoundingBox | undefined {
    return this.#boxes.get(id);
  }
}
