import * as z from 'zod';
import { requiredText, typedText } from '../../platform/text.ts';
import { threeNames } from '../units/unit-input.ts';

/** What of an incident a type may ask for before it is closed. */
export const requirableFields = ['narrative', 'position', 'occurred'] as const;
export type RequirableField = (typeof requirableFields)[number];

/** Small Latin letters, digits and underscores; the group stands before the dot, as in `traffic.injury`. */
export const typeCode = requiredText(60).refine((code) => /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){0,3}$/.test(code), {
  error: 'type.code',
});

const codeOf = (pattern: RegExp, error: string) =>
  typedText(20)
    .refine((code) => pattern.test(code), { error })
    .nullable();

/** What of a type may be changed. Its code, and with it its group, stays: rights and reports go by it. */
export const typeFields = {
  ...threeNames,
  /** Short forms that are typed for it, as `FGT`. */
  aliases: z.array(requiredText(20)).max(10).default([]),
  priority: z.number().int().min(1).max(4),
  origin: z.enum(['reported', 'police_initiated']).default('reported'),
  /** ICCS code of two to eight digits; null: not an offence. */
  iccs: codeOf(/^\d{2}(\d{2}){0,3}$/, 'type.iccs').default(null),
  /** Whether the offence was only attempted; null where that does not matter. */
  attempted: z.boolean().nullable().default(null),
  /** EIDO common incident type. */
  eido: codeOf(/^[A-Z0-9]{2,12}$/, 'type.eido').default(null),
  requiredFields: z.array(z.enum(requirableFields)).max(requirableFields.length).default([]),
};

export const dispositionCode = requiredText(40).refine((code) => /^[a-z][a-z0-9_]*$/.test(code), {
  error: 'disposition.code',
});

export const dispositionFields = {
  ...threeNames,
  /** Whether closing with it means that an offence was recorded. */
  offenceRecorded: z.boolean(),
};
