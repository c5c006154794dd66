import type { Language } from '../../../platform/text.ts';
import type { Planned, Problem } from './plan.ts';

type Texts = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

const plans: Record<Planned['does'], Texts> = {
  assign: ['كلّف {unit} بالحادث {incident}', 'Assign {unit} to {incident}', 'Engager {unit} sur {incident}'],
  move: ['انقل {unit} إلى: {status}', 'Move {unit} on to: {status}', 'Passer {unit} à : {status}'],
  note: [
    'أضف ملاحظة إلى {incident}: {text}',
    'Add a note to {incident}: {text}',
    'Ajouter une note à {incident} : {text}',
  ],
  resolve: ['أنهِ معالجة {incident}', 'Resolve {incident}', 'Marquer {incident} traité'],
  close: ['أقفل {incident}: {text}', 'Close {incident}: {text}', 'Clore {incident} : {text}'],
  hold: [
    'علّق {incident} لمدة {minutes} د: {text}',
    'Hold {incident} for {minutes} min: {text}',
    'Mettre {incident} en attente {minutes} min : {text}',
  ],
};

const problems: Record<Problem, Texts> = {
  unitMissing: ['أي دورية؟', 'Which unit?', 'Quelle unité ?'],
  unitUnknown: [
    'لا دورية باسم {about} في الغرفة.',
    'The room has no unit {about}.',
    'La salle n’a pas d’unité {about}.',
  ],
  unitBusy: ['الدورية {about} مكلّفة بحادث آخر.', '{about} is already on an incident.', '{about} est déjà engagée.'],
  unitIdle: ['الدورية {about} ليست مكلّفة بشيء.', '{about} is on no incident.', '{about} n’est engagée sur rien.'],
  incidentMissing: [
    'اختر حادثاً أو اكتب رقمه بعد #.',
    'Choose an incident, or type its number after #.',
    'Choisissez un incident ou tapez son numéro après #.',
  ],
  incidentUnknown: [
    'لا حادث برقم {about} على اللوحة.',
    'No incident {about} on the board.',
    'Aucun incident {about} au tableau.',
  ],
  statusUnknown: [
    'لا وضع بهذا الاسم: {about}. الرموز: ak er os tr cl sd',
    'No status “{about}”. Codes: ak er os tr cl sd',
    'Pas d’état « {about} ». Codes : ak er os tr cl sd',
  ],
  textMissing: ['اكتب نص الملاحظة.', 'Type the note.', 'Tapez la note.'],
  moveNotAllowed: [
    'هذا الانتقال غير مسموح الآن: {about}.',
    'Not allowed from where {about} stands.',
    'Impossible dans l’état actuel de {about}.',
  ],
  dispositionMissing: [
    'اكتب النتيجة: محضر، توقيف…',
    'Type the disposition: report, arrest…',
    'Tapez l’issue : procès-verbal, arrestation…',
  ],
  minutesMissing: [
    'كم دقيقة؟ مثال: h 30 السبب',
    'How many minutes? Like: h 30 reason',
    'Combien de minutes ? Par ex. : h 30 motif',
  ],
  reasonMissing: ['اكتب السبب بعد الدقائق.', 'Type the reason after the minutes.', 'Tapez le motif après les minutes.'],
};

const others = {
  commands: ['أوامر', 'Commands', 'Commandes'],
  incidents: ['حوادث اللوحة', 'Incidents on the board', 'Incidents du tableau'],
  units: ['دوريات الغرفة', 'Units of the room', 'Unités de la salle'],
  pressEnter: ['Enter للتنفيذ', 'Enter does it', 'Entrée pour valider'],
  places: ['أماكن', 'Places', 'Lieux'],
  olderIncidents: ['حوادث من القائمة', 'Incidents found', 'Incidents trouvés'],
  allFound: ['كل ما وُجد في القائمة', 'All that was found, as a list', 'Tous les résultats, en liste'],
  onMap: ['أظهره على الخريطة', 'Show on the map', 'Voir sur la carte'],
} as const satisfies Record<string, Texts>;

const fill = (text: string, with_: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(with_[name] ?? whole));

/** What a plan will do, in a sentence. */
export const planText = (language: Language, does: Planned['does'], values: Record<string, string | number>): string =>
  fill(plans[does][column[language]], values);
export const problemText = (language: Language, problem: Problem, about = ''): string =>
  fill(problems[problem][column[language]], { about });
export const lineWord = (language: Language, word: keyof typeof others): string => others[word][column[language]];
export const lineWords = { ...plans, ...problems, ...others };
