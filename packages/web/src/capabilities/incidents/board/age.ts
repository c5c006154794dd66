import { inDigits } from '../../../platform/digits.ts';
import type { BoardWord } from './words.ts';

/** How long ago, in one short unit: `4 min`, `2 h`, `3 d`, with the words of `say`. */
export function ageText(milliseconds: number, say: (word: BoardWord) => string): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${inDigits(minutes)} ${say('minutes')}`;
  if (minutes < 48 * 60) return `${inDigits(Math.floor(minutes / 60))} ${say('hours')}`;
  return `${inDigits(Math.floor(minutes / 1440))} ${say('days')}`;
}
