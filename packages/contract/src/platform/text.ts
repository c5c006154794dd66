import * as z from 'zod';

// Control characters and bidirectional overrides make a text read other than it is written: refused, not stripped,
// so that nobody signs what they did not see. Tab and line break are text. U+200E/U+200F marks are harmless.
const forbidden = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u;

/** Whether a text holds control or direction-override characters. */
export function hasForbiddenCharacters(text: string): boolean {
  return forbidden.test(text) || !text.isWellFormed();
}

/** A line or paragraph that a person typed, at most `maximum` UTF-16 units, without control or override characters. */
export function typedText(maximum: number) {
  return z
    .string()
    .max(maximum, { error: () => ({ message: 'text.too_long' }) })
    .refine((value) => !hasForbiddenCharacters(value), { error: 'text.forbidden_characters' })
    .transform((value) => value.trim());
}

/** Like typedText, and not empty. */
export function requiredText(maximum: number) {
  return typedText(maximum).refine((value) => value.length > 0, { error: 'text.empty' });
}
