import * as z from 'zod';
import { requiredText, typedText } from '../../platform/text.ts';

/** Kinds of places that a force adds itself. */
export const ownPlaceKind = z.enum([
  'landmark',
  'shop',
  'school',
  'worship',
  'health',
  'government',
  'junction',
  'other',
]);

/** A place as a form suggests it. Degrees in WGS 84; `kind` is a GeoNames class and code (`P.PPL`) or `marsad.<kind>`. */
export const placeView = z.object({
  placeId: z.number().int(),
  nameAr: z.string().nullable(),
  nameEn: z.string().nullable(),
  nameFr: z.string().nullable(),
  kind: z.string(),
  population: z.number().int(),
  longitude: z.number(),
  latitude: z.number(),
  /** Radius of doubt of a position taken from the place, in metres. */
  radiusMetres: z.number().int(),
  /** Added by the force itself. */
  own: z.boolean(),
  /** Every name in every language, the main ones first. */
  names: z.array(z.string()),
});
export type PlaceView = z.infer<typeof placeView>;

const alias = z.object({ name: requiredText(200), language: z.enum(['ar', 'en', 'fr']).optional() });

/** What is told of a place of the force's own. At least one name is needed. */
export const placeFields = z.object({
  nameAr: typedText(200).optional(),
  nameEn: typedText(200).optional(),
  nameFr: typedText(200).optional(),
  aliases: z.array(alias).max(30).default([]),
  kind: ownPlaceKind.default('landmark'),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  radiusMetres: z.number().int().min(1).max(20_000).default(50),
});
export type PlaceFields = z.infer<typeof placeFields>;
