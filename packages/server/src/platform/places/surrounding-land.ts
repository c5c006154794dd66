// The land of the world as it comes with the product (npm package world-atlas, from Natural Earth): what a map of a
// force is drawn on, so that a coast reads as a coast and not as a border.
import { createRequire } from 'node:module';
import type { AreaGeometry, BoundingBox, Polygon } from '@marsad/contract/platform/geometry.ts';
import { feature } from 'topojson-client';
import { clipRing } from './clip-ring.ts';

const require = createRequire(import.meta.url);

/** Returns the land within a box, whoever's it is. Reads a few megabytes each time: the caller keeps the answer. */
export function landWithin(box: BoundingBox): Polygon[] {
  const world = require('world-atlas/land-10m.json');
  const { features } = feature(world, world.objects.land) as unknown as { features: { geometry: AreaGeometry }[] };
  return features
    .flatMap((one) => one.geometry.coordinates)
    .map((polygon) => polygon.map((ring) => clipRing(ring, box)).filter((ring) => ring.length > 0))
    .filter((polygon) => polygon.length > 0);
}
