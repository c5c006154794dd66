import * as z from 'zod';
import { requiredText } from '../../platform/text.ts';

/** A name in the three languages. */
export const threeNames = {
  nameAr: requiredText(120),
  nameEn: requiredText(120),
  nameFr: requiredText(120),
};

/** A short code as it stands in incident numbers: Latin capitals, digits and hyphens. */
export const unitCode = requiredText(12).refine((code) => /^[A-Z0-9][A-Z0-9-]*$/.test(code), { error: 'unit.code' });

/** A local date of the unit. */
export const localDay = z.iso
  .date({ error: 'date.invalid' })
  .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', { error: 'date.invalid' });

export const population = z.number().int().min(0).max(2_000_000_000);

/** Codes of incident types that a department works in every room. */
export const typeCodes = z.array(requiredText(80)).max(200);
