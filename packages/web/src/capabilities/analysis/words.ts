import type { CompletenessField, Interval, LeftOutReason } from '@marsad/contract/analysis/measure.ts';
import { clockWords } from '@marsad/contract/incidents/incident-words.ts';
import { sentenceInDigits } from '../../platform/digits.ts';
import type { Language } from '../../platform/text.ts';

type Said = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

const words = {
  title: ['نظرة عامة', 'Overview', 'Synthèse'],
  from: ['من', 'From', 'Du'],
  to: ['إلى', 'To', 'Au'],
  area: ['النطاق', 'Area', 'Secteur'],
  allAreas: ['كل ما ضمن صلاحياتي', 'All within my rights', 'Tout mon ressort'],
  type: ['النوع', 'Type', 'Type'],
  allTypes: ['كل الأنواع', 'All types', 'Tous les types'],
  origin: ['المصدر', 'Origin', 'Origine'],
  both: ['الاثنان', 'Both', 'Les deux'],
  reported: ['بلاغ من الجمهور', 'Reported', 'Signalés'],
  police_initiated: ['بمبادرة من الشرطة', 'Police-initiated', 'Initiative policière'],
  priority: ['الأولوية', 'Priority', 'Priorité'],
  weeks4: ['4 أسابيع', '4 weeks', '4 semaines'],
  weeks13: ['13 أسبوعاً', '13 weeks', '13 semaines'],
  year: ['سنة', '1 year', '1 an'],
  years10: ['10 سنوات', '10 years', '10 ans'],
  incidents: ['الحوادث', 'Incidents', 'Incidents'],
  medianResponse: ['وسيط زمن الاستجابة', 'Median response', 'Réponse médiane'],
  p90Response: ['المئين التسعون للاستجابة', '90th percentile of response', '90e centile de la réponse'],
  withinLimit: ['ضمن المهلة', 'Within the limit', 'Dans le délai'],
  weeksTitle: ['الحوادث بالأسبوع', 'Incidents by week', 'Incidents par semaine'],
  lastYear: ['الأسابيع نفسها قبل سنة', 'Same weeks of last year', 'Mêmes semaines de l’an passé'],
  typesTitle: ['بحسب النوع', 'By type', 'Par type'],
  roomsTitle: ['بحسب الغرفة', 'By room', 'Par salle'],
  originsTitle: ['بحسب المصدر', 'By origin', 'Par origine'],
  hoursTitle: ['الساعة واليوم', 'Hour by weekday', 'Heure et jour'],
  intervalsTitle: ['الفواصل الزمنية', 'Intervals', 'Intervalles'],
  completenessTitle: ['اكتمال الحقول', 'Completeness of fields', 'Complétude des champs'],
  cellsTitle: ['الخريطة بحسب الخلايا', 'Map by cell', 'Carte par cellule'],
  cellsMap: ['خريطة الحوادث', 'Map of incidents', 'Carte des incidents'],
  interval: ['الفاصل', 'Interval', 'Intervalle'],
  median: ['الوسيط', 'Median', 'Médiane'],
  p90: ['المئين 90', '90th pct', 'P90'],
  counted: ['المحسوبة', 'Counted', 'Comptés'],
  considered: ['الحوادث في الفترة والنطاق', 'Incidents in period and area', 'Incidents de la période et du secteur'],
  leftOut: ['المستبعدة وأسبابها', 'Left out, and why', 'Écartés, et pourquoi'],
  leftOutInside: ['لكل فاصل، في جدوله', 'for each interval, in the table', 'pour chaque intervalle, dans le tableau'],
  drawnOf: [
    'رُسم {shown} من {all}، والباقي في «الأرقام».',
    '{shown} of {all} are drawn; the others stand under “Numbers”.',
    '{shown} sur {all} sont tracés ; les autres figurent sous « Chiffres ».',
  ],
  drawAll: ['ارسمها كلها', 'Draw all', 'Tout tracer'],
  drawFewer: ['ارسم الأكثر وحدها', 'Draw the most only', 'Ne tracer que les premiers'],
  rowsOf: [
    'عُرضت {shown} من {all} في الجدول، وكلها في ملف CSV.',
    '{shown} of {all} rows are shown; all are in the CSV.',
    '{shown} lignes sur {all} sont affichées ; toutes sont dans le CSV.',
  ],
  truncated: ['عُرضت الصفوف الأولى وحدها', 'Only the first rows are shown', 'Premières lignes seulement'],
  period: ['الفترة', 'Period', 'Période'],
  none: ['لا شيء', 'none', 'aucun'],
  partWeek: ['جزء من أسبوع', 'Part of a week', 'Semaine incomplète'],
  days: ['الأيام', 'Days', 'Jours'],
  of7: ['من 7 أيام', 'of 7 days', 'jours sur 7'],
  numbers: ['الأرقام', 'Numbers', 'Chiffres'],
  picture: ['الرسم', 'Chart', 'Graphique'],
  about: ['عن الرقم', 'About', 'À propos'],
  count: ['العدد', 'Count', 'Nombre'],
  field: ['الحقل', 'Field', 'Champ'],
  share: ['النسبة', 'Share', 'Part'],
  week: ['أسبوع', 'Week of', 'Semaine du'],
  cell: ['الخلية', 'Cell', 'Cellule'],
  latitude: ['خط العرض', 'Latitude', 'Latitude'],
  longitude: ['خط الطول', 'Longitude', 'Longitude'],
  cellSize: ['مساحة الخلية', 'Cell size', 'Taille des cellules'],
  squareKilometres: ['كم²', 'km²', 'km²'],
  room: ['الغرفة', 'Room', 'Salle'],
  weekday: ['اليوم', 'Weekday', 'Jour'],
  hour: ['الساعة', 'Hour', 'Heure'],
  unplaced: ['بلا موقع', 'Without a position', 'Sans position'],
  unknown: ['غير معروف', 'Not known', 'Inconnu'],
  print: ['اطبع', 'Print', 'Imprimer'],
  printedBy: ['طباعة', 'Printed by', 'Imprimé par'],
  loading: ['جارٍ الحساب…', 'Counting…', 'Calcul…'],
  failed: [
    'تعذّر جلب الأرقام. بقيت خياراتك كما هي.',
    'The figures could not be fetched. Your choices are kept.',
    'Les chiffres n’ont pas pu être obtenus. Vos choix sont conservés.',
  ],
  again: ['أعد المحاولة', 'Try again', 'Réessayer'],
  empty: [
    'لا حوادث في هذه الفترة ضمن ما اخترت. وسّع الفترة أو النطاق.',
    'No incidents in this period with these choices. Widen the period or the area.',
    'Aucun incident sur cette période avec ces choix. Élargissez la période ou le secteur.',
  ],
  fresh: ['البيانات حتى', 'Data as of', 'Données au'],
  countDefinition: [
    'عدد الحوادث المسجّلة في الفترة. المسودات والمكررة لا تُحسب.',
    'Incidents created in the period. Drafts and duplicates are not counted.',
    'Incidents créés dans la période. Brouillons et doublons ne sont pas comptés.',
  ],
  intervalDefinition: [
    'كل فاصل هو بين توقيتين مسجّلين. الناقص أو السالب يُترك فارغاً ويُعدّ مع سببه. المئينات بالاستيفاء الخطي (النوع 7).',
    'Each interval runs between two recorded clocks. A missing or negative one is blank and counted with its reason. Percentiles by linear interpolation (type 7).',
    'Chaque intervalle court entre deux horodatages enregistrés. S’il manque ou est négatif, il reste vide et est compté avec son motif. Centiles par interpolation linéaire (type 7).',
  ],
  completenessDefinition: [
    'نسبة الحوادث التي دُوّن فيها الحقل. على هذه الحقول تقوم الأرقام في هذه الصفحة.',
    'The share of incidents in which the field is recorded. The figures on this page stand on these fields.',
    'Part des incidents où le champ est renseigné. Les chiffres de cette page reposent sur ces champs.',
  ],
  cellsDefinition: [
    'عدد الحوادث في كل خلية سداسية (H3). اللون الأقوى أكثر. ما لا موقع له لا يظهر ويُذكر عدده.',
    'Incidents in each hexagonal cell (H3). A stronger colour is more. Those without a position are not drawn; their number is given.',
    'Incidents par cellule hexagonale (H3). Plus la couleur est soutenue, plus il y en a. Ceux sans position ne sont pas dessinés ; leur nombre est indiqué.',
  ],
} as const satisfies Record<string, Said>;

export type AnalysisWord = keyof typeof words;
export const sayIn = (language: Language, word: AnalysisWord): string =>
  sentenceInDigits(words[word][column[language]]);

const priorities: Record<1 | 2 | 3 | 4, Said> = {
  1: ['فوري', 'Immediate', 'Immédiat'],
  2: ['عاجل', 'Prompt', 'Urgent'],
  3: ['عادي', 'Routine', 'Courant'],
  4: ['مؤجّل', 'Low', 'Différé'],
};
export const priorityIn = (language: Language, priority: number): string =>
  priorities[priority as keyof typeof priorities]?.[column[language]] ?? String(priority);

const intervals: Record<Interval, Said> = {
  answer: ['الرد على الاتصال', 'Answer', 'Décroché'],
  processing: ['معالجة البلاغ', 'Processing', 'Traitement de l’appel'],
  queue: ['الانتظار قبل الإرسال', 'Queue', 'Attente'],
  turnout: ['الانطلاق', 'Turnout', 'Départ'],
  travel: ['الطريق', 'Travel', 'Trajet'],
  response: ['الاستجابة', 'Response', 'Réponse'],
  on_scene: ['في المكان', 'On scene', 'Sur place'],
  unit_consumed: ['انشغال أول دورية', 'Unit consumed', 'Unité engagée'],
  total_consumed: ['انشغال كل الدوريات', 'Total consumed', 'Engagement total'],
};
export const intervalIn = (language: Language, name: Interval): string => intervals[name][column[language]];

const leftOut: Record<LeftOutReason, Said> = {
  draft: ['مسودة', 'draft', 'brouillon'],
  duplicate: ['مكرر', 'duplicate', 'doublon'],
  cancelled: ['ملغى', 'cancelled', 'annulé'],
  police_initiated: ['بمبادرة من الشرطة', 'police-initiated', 'initiative policière'],
  deliberate_hold: ['تعليق مقصود', 'deliberate hold', 'mise en attente délibérée'],
  clock_missing: ['توقيت ناقص', 'clock missing', 'horodatage manquant'],
  impossible_order: ['ترتيب غير ممكن', 'impossible order', 'ordre impossible'],
  no_limit: ['بلا مهلة', 'no limit set', 'sans délai'],
};
export const leftOutIn = (language: Language, reason: LeftOutReason): string => leftOut[reason][column[language]];

const fields: Record<CompletenessField, Said> = {
  position: ['الموقع', 'Position', 'Position'],
  station: ['الفصيلة', 'Station', 'Poste'],
  disposition: ['النتيجة', 'Disposition', 'Issue'],
  call_started: clockWords.call_started,
  answered: clockWords.answered,
  first_dispatched: ['إرسال أول دورية', 'First dispatched', 'Premier engagement'],
  en_route: clockWords.en_route,
  on_scene: clockWords.on_scene,
  cleared: clockWords.cleared,
};
export const fieldIn = (language: Language, field: CompletenessField): string => fields[field][column[language]];
