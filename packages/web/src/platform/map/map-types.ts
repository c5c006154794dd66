import type { DrawnGeometry } from '@marsad/contract/administration/get-map-areas.ts';

export type { DrawnGeometry };

/** An area on a map. `force` is the outline, `home` the area whose map this is, `plain` any other, `faint` a part within, `draft` one that is not kept yet. */
export interface MapArea {
  id: string;
  name: string;
  polygons: DrawnGeometry;
  role: 'force' | 'home' | 'plain' | 'faint' | 'draft';
}

/** How a point is drawn: an incident by its priority, a unit, a pin that somebody sets, or a corner of an outline that is drawn. */
export type PointShape = 'p1' | 'p2' | 'p3' | 'p4' | 'unit' | 'pin' | 'corner';

export interface MapPoint {
  id: string;
  longitude: number;
  latitude: number;
  shape: PointShape;
  /** Written beside it: a call sign and the age of the position. */
  label?: string;
  /** What it is, in words: for the list beside the map, and for the pointer. */
  name: string;
  /** Drawn with a ring: late against its limit. */
  late?: boolean;
  /** Drawn faintly: a position too old to trust. */
  faded?: boolean;
  /** How far off it may be, in metres: drawn as a circle when it matters. */
  radiusMetres?: number;
}

/** A cell of a grid, drawn over the ground as strongly as it counts. */
export interface MapCell {
  id: string;
  /** Its closed outline, longitude and latitude in degrees. */
  ring: [number, number][];
  /** 0 (hardly seen) to 1. */
  strength: number;
  /** What it is, in words: for the list beside the map, and for the pointer. */
  name: string;
}

export interface Place {
  longitude: number;
  latitude: number;
}
