import * as z from 'zod';
import { requiredText, typedText } from '../../platform/text.ts';
import { localDay } from '../units/unit-input.ts';

export const personNames = { nameAr: requiredText(120), nameLatin: requiredText(120) };
export const serviceNumber = typedText(30);
export const personLanguage = z.enum(['ar', 'en', 'fr']);

/** A name to sign in with, as sign-in takes it: lower-case Latin letters, digits, dot, underscore. */
export const userName = requiredText(30).refine((name) => /^[a-z0-9][a-z0-9._]+$/.test(name), {
  error: 'person.user_name',
});

/** A first or temporary password. It reaches the database as Argon2id alone. */
export const temporaryPassword = z
  .string()
  .min(12, { error: () => ({ message: 'person.password_short' }) })
  .max(128, { error: () => ({ message: 'text.too_long' }) });

/** A post to give: a role at a unit, from a day, to a last day or without end. */
export const newPost = z.object({
  postId: z.uuid(),
  roleId: z.number().int(),
  unitId: z.number().int(),
  validFrom: localDay,
  validTo: localDay.nullable().default(null),
});
