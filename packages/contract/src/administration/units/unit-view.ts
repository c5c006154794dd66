import * as z from 'zod';
import { unitKind } from './unit-kinds.ts';

/** A unit as the tree shows it. */
export const treeUnit = z.object({
  unitId: z.number().int(),
  kind: unitKind,
  code: z.string(),
  nameAr: z.string(),
  nameEn: z.string(),
  nameFr: z.string(),
  parentId: z.number().int().nullable(),
  forceId: z.number().int(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** Its last day has passed: it stays for history alone. */
  ended: z.boolean(),
  hasArea: z.boolean(),
});
export type TreeUnit = z.infer<typeof treeUnit>;

/** GeoJSON MultiPolygon, WGS 84, as drawn on a map. */
export const drawnArea = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.array(z.number())))),
});
export type DrawnArea = z.infer<typeof drawnArea>;
