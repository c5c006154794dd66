import type { Sentences } from './sentence.ts';

/** Why something of patrol units, incident types, dispositions or limits was refused. */
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
  'type.none': {
    ar: 'لا نوع حوادث بهذا الرقم.',
    en: 'There is no such incident type.',
    fr: 'Ce type d’incident n’existe pas.',
  },
  'type.code': {
    ar: 'الرمز أحرف لاتينية صغيرة وأرقام وشرطة سفلية، والمجموعة قبل النقطة، مثل traffic.injury.',
    en: 'A code is small Latin letters, digits and underscores, the group before the dot, like traffic.injury.',
    fr: 'Le code : minuscules latines, chiffres et tirets bas, le groupe avant le point, comme traffic.injury.',
  },
  'type.code_taken': {
    ar: 'هذا الرمز لنوع آخر.',
    en: 'Another type has this code.',
    fr: 'Un autre type porte ce code.',
  },
  'type.group_unknown': {
    ar: 'لا مجموعة مستعملة بالرمز {code}.',
    en: 'There is no group {code} in use.',
    fr: 'Aucun groupe {code} en usage.',
  },
  'type.group_missing': {
    ar: 'اختر المجموعة التي يتبع لها النوع.',
    en: 'Choose the group that the type belongs to.',
    fr: 'Choisissez le groupe du type.',
  },
  'type.group_in_use': {
    ar: 'في المجموعة {count} من الأنواع المستعملة. أوقفها أولاً.',
    en: 'The group still holds {count} types in use. Retire those first.',
    fr: 'Le groupe contient encore {count} types en usage. Retirez-les d’abord.',
  },
  'type.fallback': {
    ar: 'هذا النوع لما يُستورد بلا تصنيف، فلا يُوقف.',
    en: 'Imports give this type to what they cannot classify; it stays in use.',
    fr: 'Les importations attribuent ce type à ce qu’elles ne classent pas ; il reste en usage.',
  },
  'type.alias_taken': {
    ar: 'الاختصار {alias} لنوع آخر أو مكرر.',
    en: 'The short form {alias} is another type’s, or stands twice.',
    fr: 'L’abréviation {alias} est prise ou figure deux fois.',
  },
  'type.iccs': {
    ar: 'رمز ICCS أرقام: اثنان إلى ثمانية، مثل 0501.',
    en: 'An ICCS code is two to eight digits, like 0501.',
    fr: 'Un code ICCS compte de deux à huit chiffres, comme 0501.',
  },
  'type.eido': {
    ar: 'رمز EIDO أحرف لاتينية كبيرة وأرقام، مثل MVAINJY.',
    en: 'An EIDO code is Latin capitals and digits, like MVAINJY.',
    fr: 'Un code EIDO se compose de majuscules latines et de chiffres, comme MVAINJY.',
  },
  'disposition.unknown': {
    ar: 'لا نتيجة بهذا الرقم.',
    en: 'There is no such disposition.',
    fr: 'Cette issue n’existe pas.',
  },
  'disposition.code': {
    ar: 'الرمز أحرف لاتينية صغيرة وأرقام وشرطة سفلية، مثل false_alarm.',
    en: 'A code is small Latin letters, digits and underscores, like false_alarm.',
    fr: 'Le code : minuscules latines, chiffres et tirets bas, comme false_alarm.',
  },
  'disposition.code_taken': {
    ar: 'هذا الرمز لنتيجة أخرى.',
    en: 'Another disposition has this code.',
    fr: 'Une autre issue porte ce code.',
  },
  'disposition.last': {
    ar: 'هي آخر نتيجة مستعملة؛ من دونها لا يُقفل حادث.',
    en: 'It is the last disposition in use; without it nothing could be closed.',
    fr: 'C’est la dernière issue en usage ; sans elle, rien ne pourrait être clos.',
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
