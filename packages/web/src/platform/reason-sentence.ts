import { type Language, reasonText } from '@marsad/contract/platform/reasons.ts';
import { sentenceInDigits } from './digits.ts';

/** The sentence of a reason code, its numbers in the digits of the screen. */
export const reasonIn = (...told: [reason: string, language: Language, parameters?: Record<string, string | number>]) =>
  sentenceInDigits(reasonText(...told));
