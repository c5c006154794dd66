import * as z from 'zod';
import { query } from '../platform/operation.ts';

const position = z.tuple([z.number(), z.number()]);
/** Polygons, each an outer ring and its holes; longitude and latitude in degrees (WGS 84), rings closed. */
export const drawnGeometry = z.array(z.array(z.array(position)));
export type DrawnGeometry = z.infer<typeof drawnGeometry>;

/** An area as a map draws it: simplified, so never to be asked where a point lies. */
const drawnArea = z.object({
  unitId: z.number().int(),
  kind: z.string(),
  parentId: z.number().int().nullable(),
  polygons: drawnGeometry,
});
export type DrawnArea = z.infer<typeof drawnArea>;

/**
 * What a map of a force is drawn from: the areas of its units as they are today, the land around it, and where the
 * streets lie, if the force has them. At most 40,000 corners. `version` changes with the areas: who sends the one it
 * holds gets `drawn: null` and keeps what it has.
 */
export const getMapAreas = query('session.self', {
  path: '/map/areas/{forceId}',
  summary: 'Areas of a force, for its map',
  tag: 'administration',
})
  .input(z.object({ forceId: z.coerce.number().int(), version: z.string().max(100).optional() }))
  .output(
    z.object({
      version: z.string(),
      /** The address of the force's own PMTiles file on this server, or null. */
      streets: z.string().nullable(),
      drawn: z
        .object({
          areas: z.array(drawnArea),
          /** Land within and around the force's bounds, whoever's it is. */
          land: drawnGeometry,
        })
        .nullable(),
    }),
  );
