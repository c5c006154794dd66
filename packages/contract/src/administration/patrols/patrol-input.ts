import * as z from 'zod';
import { requiredText } from '../../platform/text.ts';

/** What a patrol unit is. */
export const patrolKinds = [
  'patrol',
  'foot',
  'motorcycle',
  'traffic',
  'intervention',
  'investigation',
  'other',
] as const;
export type PatrolKind = (typeof patrolKinds)[number];

/** What is said on the radio: letters and digits of any script, with spaces, dots, dashes and strokes between them. */
export const callSign = requiredText(20).refine(
  (sign) => /^[\p{L}\p{N}]([\p{L}\p{M}\p{N} ._/-]*[\p{L}\p{M}\p{N}])?$/u.test(sign),
  {
    error: 'patrol.call_sign',
  },
);

export const patrolFields = {
  callSign,
  kind: z.enum(patrolKinds).default('patrol'),
  /** The room or station it belongs to; a station's units work for the room above it. */
  homeId: z.number().int(),
};
