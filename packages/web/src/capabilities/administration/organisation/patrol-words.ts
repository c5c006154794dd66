import { type Said, wordsOf } from '../say.ts';

const words = {
  add: ['دورية جديدة', 'New patrol unit', 'Nouvelle patrouille'],
  addTitle: ['دورية جديدة', 'New patrol unit', 'Nouvelle patrouille'],
  change: ['عدّل', 'Change', 'Modifier'],
  changeSign: ['عدّل {sign}', 'Change {sign}', 'Modifier {sign}'],
  callSign: ['رمز النداء', 'Call sign', 'Indicatif'],
  kind: ['النوع', 'Kind', 'Catégorie'],
  home: ['تتبع لـ', 'Belongs to', 'Dépend de'],
  homeHint: [
    'غرفة عمليات أو مركز قيادة أو فصيلة؛ غرفتها توجّهها.',
    'A room, a command centre or a station; its room sends it.',
    'Une salle, un centre de commandement ou un poste ; sa salle l’engage.',
  ],
  active: ['في الخدمة', 'In use', 'En service'],
  activeHint: [
    'خارج الخدمة لا تُكلَّف ولا تظهر على اللوحة، ويبقى سجلها.',
    'Out of use it is neither sent nor on the board; its record stays.',
    'Hors service, elle n’est ni engagée ni affichée ; son historique demeure.',
  ],
  kind_patrol: ['دورية سيّارة', 'Car patrol', 'Patrouille motorisée'],
  kind_foot: ['دورية راجلة', 'Foot patrol', 'Patrouille à pied'],
  kind_motorcycle: ['دورية دراجات', 'Motorcycle patrol', 'Patrouille à moto'],
  kind_traffic: ['دورية سير', 'Traffic patrol', 'Patrouille de circulation'],
  kind_intervention: ['قوة تدخّل', 'Intervention', 'Intervention'],
  kind_investigation: ['تحقيق', 'Investigation', 'Enquête'],
  kind_other: ['نوع آخر', 'Other', 'Autre'],
} as const satisfies Record<string, Said>;

export const usePatrolWords = wordsOf(words);
