import * as z from 'zod';
import { requiredText } from '../../platform/text.ts';
import { threeNames } from '../units/unit-input.ts';

/** Fields of an incident that a type may ask for before it is closed. */
export const requirableFields = ['narrative', 'position', 'occurred'] as const;
export type RequirableField = (typeof requirableFields)[number];

/** Small Latin letters, digits and underscores; a dot parts a group from what is in it. */
export const typeCode = requiredText(80).refine((code) => /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/.test(code), {
  error: 'type.code',
});

export const dispositionCode = requiredText(40).refine((code) => /^[a-z][a-z0-9_]*$/.test(code), {
  error: 'disposition.code',
});

/** What a person sets of an incident type. Of a group only its names count. */
export const typeFields = {
  ...threeNames,
  /** Short words that find it while typing, as they are said on the radio. */
  aliases: z.array(requiredText(40)).max(20),
  /** ICCS code, two to eight digits; null: not an offence. */
  iccs: z
    .string()
    .regex(/^\d{2,8}$/, { error: 'type.iccs' })
    .nullable(),
  /** Whether the offence was attempted or completed; null where it does not matter. */
  attempted: z.boolean().nullable(),
  /** EIDO common incident type; null: none fits. */
  eido: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,19}$/, { error: 'type.eido' })
    .nullable(),
  priority: z.number().int().min(1).max(4),
  origin: z.enum(['reported', 'police_initiated']),
  requiredFields: z.array(z.enum(requirableFields)).max(requirableFields.length),
};
