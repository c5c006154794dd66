import type { Sentences } from './sentence.ts';

/** Why something of patrol units or response limits was refused. */
export const referenceReasons: Sentences = {
  'patrol.unknown': {
    ar: 'لا دورية بهذا الرقم ضمن صلاحيتك.',
    en: 'There is no such patrol unit within your area.',
    fr: 'Aucune patrouille de ce numéro dans votre ressort.',
  },
  'patrol.call_sign': {
    ar: 'رمز النداء حروف وأرقام، وبينها مسافات أو نقاط أو شرطات، مثل M-07.',
    en: 'A call sign is letters and digits, with spaces, dots or dashes between them, like M-07.',
    fr: 'L’indicatif se compose de lettres et de chiffres séparés d’espaces, de points ou de tirets, comme M-07.',
  },
  'patrol.call_sign_taken': {
    ar: 'لدورية أخرى في هذه الغرفة رمز النداء نفسه.',
    en: 'Another patrol unit of this room has this call sign.',
    fr: 'Une autre patrouille de cette salle porte déjà cet indicatif.',
  },
  'patrol.call_sign_kept': {
    ar: 'رمز النداء لدورية خارج الخدمة في هذه الغرفة. أعدها إلى الخدمة أو غيّر رمزها.',
    en: 'A patrol unit of this room that is out of use has this call sign. Take it back into use, or give it another sign.',
    fr: 'Une patrouille hors service de cette salle porte cet indicatif. Remettez-la en service ou changez son indicatif.',
  },
  'patrol.home_kind': {
    ar: 'تتبع الدورية لغرفة عمليات أو مركز قيادة أو فصيلة تحتهما.',
    en: 'A patrol unit belongs to an operations room, a command centre, or a station under one.',
    fr: 'Une patrouille dépend d’une salle d’opérations, d’un centre de commandement ou d’un poste placé dessous.',
  },
  'patrol.busy': {
    ar: 'الدورية في مهمة الآن. بعد انتهائها تُنقل أو تخرج من الخدمة.',
    en: 'The unit works on an incident now. Once it is clear it can be moved or taken out of use.',
    fr: 'La patrouille est engagée. Une fois libérée, elle peut être déplacée ou mise hors service.',
  },
  'limit.minutes': {
    ar: 'المهلة دقائق كاملة، من 1 إلى 44640 (شهر).',
    en: 'A limit is whole minutes, 1 to 44640 (a month).',
    fr: 'Un délai compte de 1 à 44640 minutes entières (un mois).',
  },
  'limit.twice': {
    ar: 'المهلة نفسها واردة مرتين.',
    en: 'The same limit stands there twice.',
    fr: 'Le même délai figure deux fois.',
  },
};
