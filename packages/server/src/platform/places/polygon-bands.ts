import type { Polygon } from '@marsad/contract/platform/geometry.ts';

/**
 * The edges of one polygon, sorted into horizontal bands so that a look-up reads only the few edges at its latitude.
 *
 * Inside is by the even-odd rule over all rings, so holes need no winding and a self-crossing ring is tolerated.
 * The boundary, of the outer ring and of holes, is inside: the comparison is exact, without tolerance.
 */
export class PolygonBands {
  readonly #edges: Float64Array;
  readonly #starts: Uint32Array;
  readonly #members: Uint32Array;
  readonly #south: number;
  readonly #bandHeight: number;
  readonly #bandCount: number;

  constructor(polygon: Polygon) {
    const edges: number[] = [];
    let south = Infinity;
    let north = -Infinity;
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i += 1) {
        const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
        const [x1 = 0, y1 = 0] = ring[i] ?? [];
        edges.push(x0, y0, x1, y1);
        south = Math.min(south, y0, y1);
        north = Math.max(north, y0, y1);
      }
    }
    this.#edges = Float64Array.from(edges);
    const edgeCount = edges.length / 4;
    this.#bandCount = Math.max(1, Math.ceil(edgeCount / 4));
    this.#south = south;
    this.#bandHeight = (north - south) / this.#bandCount || 1;
    this.#starts = new Uint32Array(this.#bandCount + 1);
    this.#eachMembership(edgeCount, (band) => {
      this.#starts[band + 1] = (this.#starts[band + 1] ?? 0) + 1;
    });
    for (let band = 0; band < this.#bandCount; band += 1) {
      this.#starts[band + 1] = (this.#starts[band + 1] ?? 0) + (this.#starts[band] ?? 0);
    }
    this.#members = new Uint32Array(this.#starts[this.#bandCount] ?? 0);
    const next = this.#starts.slice();
    this.#eachMembership(edgeCount, (band, edge) => {
      const place = next[band] ?? 0;
      this.#members[place] = edge;
      next[band] = place + 1;
    });
  }

  /** True when the point, in degrees, is inside the polygon or on its boundary. */
  contains(x: number, y: number): boolean {
    const band = this.#bandOf(y);
    const end = this.#starts[band + 1] ?? 0;
    let inside = false;
    for (let i = this.#starts[band] ?? 0; i < end; i += 1) {
      const at = (this.#members[i] ?? 0) * 4;
      const x0 = this.#edges[at] ?? 0;
      const y0 = this.#edges[at + 1] ?? 0;
      const x1 = this.#edges[at + 2] ?? 0;
      const y1 = this.#edges[at + 3] ?? 0;
      const cross = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0);
      const withinY = y0 < y1 ? y >= y0 && y <= y1 : y >= y1 && y <= y0;
      if (cross === 0 && withinY && x >= Math.min(x0, x1) && x <= Math.max(x0, x1)) return true;
      // Half-open in y, so that a ray through a corner counts it once.
      if (y0 > y !== y1 > y && cross < 0 === y1 < y0) inside = !inside;
    }
    return inside;
  }

  #bandOf(y: number): number {
    const band = Math.floor((y - this.#south) / this.#bandHeight);
    return Math.min(this.#bandCount - 1, Math.max(0, band));
  }

  #eachMembership(edgeCount: number, visit: (band: number, edge: number) => void): void {
    for (let edge = 0; edge < edgeCount; edge += 1) {
      const y0 = this.#edges[edge * 4 + 1] ?? 0;
      const y1 = this.#edges[edge * 4 + 3] ?? 0;
      const last = this.#bandOf(Math.max(y0, y1));
      for (let band = this.#bandOf(Math.min(y0, y1)); band <= last; band += 1) visit(band, edge);
    }
  }
}
