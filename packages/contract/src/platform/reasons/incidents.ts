import type { Sentences } from './sentence.ts';

export const incidentsReasons: Sentences = {
  'unit.unknown': {
    ar: 'لا وحدة بهذا الرمز في القوة.',
    en: 'The force has no unit with this code.',
    fr: 'La force n’a pas d’unité portant ce code.',
  },
  'unit.not_of_room': {
    ar: 'هذه الدورية ليست من دوريات الغرفة.',
    en: 'This unit is not one of the room’s.',
    fr: 'Cette unité n’est pas de la salle.',
  },
  'unit.busy': {
    ar: 'الدورية {unit} مكلّفة بحادث آخر.',
    en: 'Unit {unit} is already on an incident.',
    fr: 'L’unité {unit} est déjà engagée.',
  },
  'assignment.not_found': {
    ar: 'لا تكليف بهذا الرقم في الحادث.',
    en: 'The incident has no such assignment.',
    fr: 'L’incident n’a pas cette affectation.',
  },
  'assignment.move': {
    ar: 'تغيّر وضع الدورية قبل وصول طلبك، أو أن هذا الانتقال غير مسموح.',
    en: 'The unit’s status has changed meanwhile, or this move is not allowed.',
    fr: 'Le statut de l’unité a changé entre-temps, ou ce passage n’est pas permis.',
  },
  'place.outside_force': {
    ar: 'الإحداثيات خارج نطاق القوة.',
    en: 'The coordinates lie outside the force’s area.',
    fr: 'Les coordonnées sont hors du territoire de la force.',
  },
  'place.incomplete': {
    ar: 'خط الطول وخط العرض يُعطيان معاً.',
    en: 'Longitude and latitude go together.',
    fr: 'Longitude et latitude vont ensemble.',
  },
  'incident.not_found': {
    ar: 'لا يوجد حادث بهذا الرقم ضمن نطاقك.',
    en: 'There is no such incident in your area.',
    fr: 'Aucun incident de ce numéro dans votre ressort.',
  },
  'incident.type': {
    ar: 'نوع الحادث غير معروف أو لم يعد مستعملاً.',
    en: 'The type is unknown or no longer used.',
    fr: 'Le type est inconnu ou n’est plus utilisé.',
  },
  'incident.id_used': {
    ar: 'يوجد حادث بهذا المعرّف.',
    en: 'An incident with this id exists.',
    fr: 'Un incident porte déjà cet identifiant.',
  },
  'incident.move': {
    ar: 'تغيّر وضع الحادث قبل وصول طلبك، أو أن هذا الانتقال غير مسموح.',
    en: 'The incident’s status has changed meanwhile, or this move is not allowed.',
    fr: 'Le statut de l’incident a changé entre-temps, ou ce passage n’est pas permis.',
  },
  'incident.units_at_work': {
    ar: 'ما زالت دورية تعمل على الحادث: {units}. أنهِ عملها أولاً.',
    en: 'A unit is still at work on the incident: {units}. Clear it first.',
    fr: 'Une unité est encore engagée : {units}. Libérez-la d’abord.',
  },
  'incident.reason_missing': {
    ar: 'اكتب السبب.',
    en: 'Give the reason.',
    fr: 'Indiquez le motif.',
  },
  'incident.hold_until': {
    ar: 'حدّد متى يُنظر فيه من جديد، خلال ثلاثين يوماً.',
    en: 'Say when to look at it again, within thirty days.',
    fr: 'Indiquez quand le revoir, dans les trente jours.',
  },
  'incident.disposition_missing': {
    ar: 'لا يُقفل الحادث بلا نتيجة. اختر النتيجة.',
    en: 'An incident is not closed without a disposition. Choose one.',
    fr: 'Un incident ne se clôt pas sans issue. Choisissez-en une.',
  },
  'incident.disposition': {
    ar: 'النتيجة غير معروفة أو لم تعد مستعملة.',
    en: 'The disposition is unknown or no longer used.',
    fr: 'L’issue est inconnue ou n’est plus utilisée.',
  },
  'incident.field_required': {
    ar: 'هذا النوع لا يُقفل قبل تعبئة: {fields}.',
    en: 'This type is not closed before these are filled: {fields}.',
    fr: 'Ce type ne se clôt pas avant de remplir : {fields}.',
  },
  'room.unknown': {
    ar: 'الغرفة غير معروفة أو لا تسجّل الحوادث.',
    en: 'The room is unknown or does not log incidents.',
    fr: 'La salle est inconnue ou n’enregistre pas d’incidents.',
  },
};
