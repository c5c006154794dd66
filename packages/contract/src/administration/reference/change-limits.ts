import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';

/** Minutes of a month. */
const longest = 44_640;

/**
 * Sets a force's limits: minutes from created to first on scene, by priority and, with `typeId`, for one type at a
 * priority. Null takes a limit away; what is not named stays. Incidents that still wait are due by the new limits at once:
 * `renewed` says how many are due at another time than before.
 */
export const changeLimits = command('reference.manage', {
  path: '/reference/limits/{forceId}',
  method: 'PUT',
  summary: 'Change response limits',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      forceId: z.coerce.number().int(),
      limits: z
        .array(
          z.object({
            priority: z.number().int().min(1).max(4),
            typeId: z.number().int().nullable().default(null),
            /** The limit that the person read: where another stands now, somebody was quicker, and nothing is written. */
            was: z.number().int().nullable(),
            responseMinutes: z
              .number()
              .int()
              .min(1, { error: 'limit.minutes' })
              .max(longest, { error: 'limit.minutes' })
              .nullable(),
          }),
        )
        .min(1)
        .max(200),
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ changed: z.number().int(), renewed: z.number().int() }));
