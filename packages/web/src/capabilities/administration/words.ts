import type { UnitKind } from '@marsad/contract/administration/units/unit-kinds.ts';
import { type Said, wordsOf } from './say.ts';

const words = {
  force: ['قوة', 'Force', 'Force'],
  headquarters: ['قيادة', 'Headquarters', 'Quartier général'],
  command_centre: ['مركز قيادة وسيطرة', 'Command and control centre', 'Centre de commandement'],
  operations_room: ['غرفة عمليات', 'Operations room', 'Salle d’opérations'],
  station: ['فصيلة', 'Station', 'Poste'],
  department: ['قطعة مختصة', 'Department', 'Service'],
  analysis_team: ['فريق تحليل', 'Analysis team', 'Équipe d’analyse'],
} as const satisfies Record<UnitKind, Said>;

export const useKindWords = wordsOf(words);
