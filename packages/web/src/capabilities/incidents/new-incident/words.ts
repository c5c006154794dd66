import type { LikenessReason } from '@marsad/contract/incidents/find-likely-duplicates.ts';
import { inDigits } from '../../../platform/digits.ts';
import { type Language, useText } from '../../../platform/text.ts';

const words = {
  typeHint: [
    'رمز أو كلمة بأي لغة',
    'a code or a word, in any language',
    'un code ou un mot, dans n’importe quelle langue',
  ],
  placeHint: [
    'كما قاله المتصل؛ ↓ لاختيار مكان معروف',
    'as the caller says it; ↓ picks a known place',
    'tel que l’indique l’appelant ; ↓ pour un lieu connu',
  ],
  types: ['أنواع الحوادث', 'Incident types', 'Types d’incident'],
  places: ['أماكن معروفة', 'Known places', 'Lieux connus'],
  placeNeeded: [
    'اكتب المكان كما قيل لك.',
    'Write the place as you were told it.',
    'Écrivez le lieu tel qu’il vous est dit.',
  ],
  around: ['ضمن', 'within', 'à moins de'],
  metres: ['م', 'm', 'm'],
  kilometres: ['كم', 'km', 'km'],
  noPosition: ['بلا موقع على الخريطة', 'no position on the map', 'sans position sur la carte'],
  dropPlace: ['أزل الموقع', 'Remove the position', 'Retirer la position'],
  placesOffline: [
    'بلا اتصال: يُبحث في الأماكن المحفوظة وحدها.',
    'No link: only the places kept here are searched.',
    'Sans liaison : recherche limitée aux lieux conservés.',
  ],
  own: ['مكان خاص بالقوة', 'the force’s own', 'lieu propre à la force'],
  priority: ['الأولوية', 'Priority', 'Priorité'],
  channel: ['ورد عبر', 'Channel', 'Canal'],
  telephone: ['هاتف', 'Telephone', 'Téléphone'],
  radio: ['لاسلكي', 'Radio', 'Radio'],
  walk_in: ['حضور شخصي', 'Walk-in', 'Accueil'],
  patrol: ['دورية', 'Patrol', 'Patrouille'],
  sensor: ['جهاز إنذار', 'Sensor', 'Capteur'],
  other_force: ['قوة أمنية أخرى', 'Other force', 'Autre force'],
  caller: ['المتصل', 'Caller', 'Appelant'],
  callerName: ['اسم المتصل', 'Caller’s name', 'Nom de l’appelant'],
  callerTelephone: ['رقم هاتفه', 'Caller’s telephone', 'Téléphone de l’appelant'],
  restricted: [
    'محميّ: يُسجَّل كل اطلاع عليه',
    'restricted: every reading is logged',
    'restreint : toute consultation est consignée',
  ],
  when: ['متى حصل', 'When it happened', 'Quand'],
  now: ['الآن', 'Now', 'Maintenant'],
  putAside: ['ضعه جانباً', 'Put aside', 'Mettre de côté'],
  aside: ['بلاغات وُضعت جانباً', 'Put aside, not logged', 'Mis de côté, non enregistrés'],
  takeUp: ['تابع', 'Continue', 'Reprendre'],
  drop: ['احذفه', 'Discard', 'Abandonner'],
  dropSure: ['احذف ما كُتب؟', 'Discard what is typed?', 'Abandonner la saisie ?'],
  earlier: ['قبل الآن', 'Earlier', 'Plus tôt'],
  unknown: ['غير معروف', 'Unknown', 'Inconnu'],
  from: ['من', 'From', 'De'],
  to: ['إلى', 'To', 'À'],
  timeWrong: [
    'الوقت غير مكتمل، أو في المستقبل، أو آخره قبل أوله.',
    'The time is incomplete, in the future, or ends before it begins.',
    'L’heure est incomplète, future, ou finit avant de commencer.',
  ],
  more: ['المزيد', 'More', 'Plus'],
  parent: ['الحادث الرئيسي', 'Part of an incident', 'Incident principal'],
  none: ['غير تابع', 'None', 'Aucun'],
  scheduled: ['يبدأ لاحقاً عند', 'Starts later, at', 'Commence plus tard, à'],
  scheduledWrong: ['اختر وقتاً لم يأتِ بعد.', 'Choose a time that has not come yet.', 'Choisissez une heure à venir.'],
  neededToClose: ['يلزم قبل الإقفال', 'needed before closing', 'requis avant clôture'],
  duplicates: ['قد يكون أحد هذه', 'It may be one of these', 'C’est peut-être l’un de ceux-ci'],
  duplicatesHint: [
    '↓ ثم Enter لضمّ الاتصال إليه',
    '↓ then Enter joins this call to it',
    '↓ puis Entrée y joint cet appel',
  ],
  join: ['ضُمّ إليه', 'Join', 'Joindre'],
  same_type: ['النوع نفسه', 'same type', 'même type'],
  similar_type: ['نوع قريب', 'similar type', 'type proche'],
  near: ['على بعد', 'at', 'à'],
  same_place: ['المكان نفسه', 'same place', 'même lieu'],
  similar_place: ['وصف مكان متقارب', 'place told alike', 'lieu semblable'],
  recent: ['منذ {minutes} د', '{minutes} min ago', 'il y a {minutes} min'],
} as const satisfies Record<string, readonly [string, string, string]>;

export type FormWord = keyof typeof words;
export const formWords = words;
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

/** A word of the form of a new incident. */
export function useFormText(): (word: FormWord) => string {
  const { language } = useText();
  return (word) => words[word][column[language]];
}

/** A distance as it is said: metres below one kilometre. */
export function distanceWords(text: (word: FormWord) => string, metres: number): string {
  return metres < 1000
    ? `${inDigits(metres)} ${text('metres')}`
    : `${inDigits((metres / 1000).toFixed(metres < 10_000 ? 1 : 0))} ${text('kilometres')}`;
}

/** Why an incident may be the same, in words. */
export function reasonWords(text: (word: FormWord) => string, { code, value = 0 }: LikenessReason): string {
  if (code === 'near') return `${text('near')} ${distanceWords(text, value)}`;
  if (code === 'recent') return text('recent').replace('{minutes}', inDigits(value));
  return text(code);
}
