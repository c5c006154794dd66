import type { CompletenessField, Interval } from '@marsad/contract/analysis/measure.ts';

/** Bit of each interval in `impossible`: set when its clocks run backwards. The order is part of the file's format. */
export const intervalBits: readonly Interval[] = [
  'answer',
  'processing',
  'queue',
  'turnout',
  'travel',
  'response',
  'on_scene',
  'unit_consumed',
  'total_consumed',
];

/** Bit of each field in `present`: set when the record has it. The order is part of the file's format. */
export const presentBits: readonly CompletenessField[] = [
  'position',
  'station',
  'disposition',
  'call_started',
  'answered',
  'first_dispatched',
  'en_route',
  'on_scene',
  'cleared',
];

/** Why a record enters no figure, as `left_out` numbers it; 0 is none. The order is part of the file's format. */
export const leftOutNumbers = { draft: 1, duplicate: 2, cancelled: 3 } as const;
