import { useMemo } from 'react';
import { type Counted, countText } from '../../../platform/count-text.ts';
import { sentenceInDigits } from '../../../platform/digits.ts';
import { type Language, useText } from '../../../platform/text.ts';

const words = {
  title: ['الحوادث', 'Incidents', 'Incidents'],
  search: [
    'رقم أو مكان أو كلمات مما حدث',
    'Number, place, or words of what happened',
    'Numéro, lieu ou mots des faits',
  ],
  searchLabel: ['بحث', 'Search', 'Recherche'],
  searchLogged: [
    'البحث بالكلمات يُدوَّن في سجل التدقيق، دون الكلمات نفسها.',
    'Searching by words is logged, without the words themselves.',
    'La recherche par mots est consignée, sans les mots eux-mêmes.',
  ],
  find: ['ابحث', 'Search', 'Chercher'],
  period: ['الفترة', 'Period', 'Période'],
  always: ['كل الأوقات', 'Any time', 'Toutes dates'],
  today: ['اليوم', 'Today', 'Aujourd’hui'],
  yesterday: ['أمس', 'Yesterday', 'Hier'],
  days7: ['آخر 7 أيام', 'Last 7 days', '7 derniers jours'],
  days30: ['آخر 30 يوماً', 'Last 30 days', '30 derniers jours'],
  days365: ['آخر 12 شهراً', 'Last 12 months', '12 derniers mois'],
  dates: ['بين تاريخين', 'Between dates', 'Entre deux dates'],
  from: ['من', 'From', 'Du'],
  to: ['إلى', 'To', 'Au'],
  units: ['الغرف والفصائل', 'Rooms and stations', 'Salles et postes'],
  wholeCentre: ['المركز كله:', 'Whole centre:', 'Centre entier :'],
  types: ['أنواع الحوادث', 'Types', 'Types'],
  wholeGroup: ['كل أنواع:', 'All of:', 'Tout :'],
  status: ['الوضع', 'Status', 'État'],
  priority: ['الأولوية', 'Priority', 'Priorité'],
  origin: ['المصدر', 'Origin', 'Origine'],
  bothOrigins: ['الكل', 'Both', 'Toutes'],
  reported: ['بلاغ', 'Reported', 'Signalé'],
  police_initiated: ['مبادرة الشرطة', 'Police-initiated', 'Initiative policière'],
  disposition: ['النتيجة', 'Disposition', 'Issue'],
  conditions: ['الشروط', 'Conditions', 'Critères'],
  fewer: ['أخفِ الشروط', 'Hide conditions', 'Masquer les critères'],
  clear: ['امسح الشروط', 'Clear conditions', 'Effacer les critères'],
  order: ['الترتيب', 'Order', 'Ordre'],
  newest: ['الأحدث أولاً', 'Newest first', 'Plus récents d’abord'],
  oldest: ['الأقدم أولاً', 'Oldest first', 'Plus anciens d’abord'],
  columns: ['الأعمدة', 'Columns', 'Colonnes'],
  created: ['وقت التسجيل', 'Created', 'Créé'],
  number: ['الرقم', 'Number', 'Numéro'],
  type: ['النوع', 'Type', 'Type'],
  place: ['المكان وما حدث', 'Place and what happened', 'Lieu et faits'],
  room: ['الغرفة', 'Room', 'Salle'],
  station: ['الفصيلة', 'Station', 'Poste'],
  callSigns: ['الدوريات', 'Units', 'Unités'],
  queue: ['الانتظار', 'Queue', 'Attente'],
  response: ['الاستجابة', 'Response', 'Réponse'],
  late: ['متأخر', 'late', 'en retard'],
  lateBy: ['متأخر', 'late by', 'retard'],
  dueIn: ['باقٍ', 'due in', 'délai'],
  moreThan: ['أكثر من', 'more than', 'plus de'],
  none: ['لا حوادث بهذه الشروط.', 'No incidents under these conditions.', 'Aucun incident pour ces critères.'],
  noneHint: [
    'وسّع الفترة أو أزل شرطاً. البحث يجد الكلمة داخل أطول منها وكيفما كُتبت همزتها.',
    'Widen the period or take a condition away. A word is found inside longer ones and however its letters are written.',
    'Élargissez la période ou retirez un critère. Un mot est trouvé au sein d’un plus long, quelle qu’en soit la graphie.',
  ],
  loading: ['جارٍ القراءة…', 'Reading…', 'Lecture…'],
  failed: [
    'لم تُقرأ القائمة: الخادم غير متصل.',
    'The list could not be read: the server is not reached.',
    'La liste n’a pas pu être lue : serveur injoignable.',
  ],
  stale: [
    'الخادم غير متصل: هذا ما قُرئ آخر مرة.',
    'The server is not reached: this is what was read last.',
    'Serveur injoignable : voici la dernière lecture.',
  ],
  more: ['أظهر المزيد', 'Show more', 'Afficher la suite'],
  end: ['نهاية القائمة', 'End of the list', 'Fin de la liste'],
  newSince: ['جديد منذ', 'new since', 'de plus depuis'],
  showNew: ['أظهر', 'Show', 'Afficher'],
  detail: ['الحادث المختار', 'The chosen incident', 'L’incident choisi'],
  closeDetail: ['أغلق', 'Close', 'Fermer'],
  print: ['طباعة', 'Print', 'Imprimer'],
  printed: ['طُبعت', 'Printed', 'Imprimé le'],
  export: ['صدّر', 'Export', 'Exporter'],
  exportTitle: ['تصدير القائمة', 'Export the list', 'Exporter la liste'],
  exportHint: [
    'ما يخرج من النظام إفصاح: يُدوَّن من أخرجه وكم حادثاً ولمن ولماذا. لا يحوي الملف أسماء المعنيين ولا مركباتهم.',
    'What leaves the system is a disclosure: who took out how many incidents, for whom and why is logged. People and vehicles involved are not in the file.',
    'Ce qui sort du système est une communication : qui, combien d’incidents, pour qui et pourquoi est consigné. Personnes et véhicules impliqués n’y figurent pas.',
  ],
  exportFailed: [
    'لم يصل الملف كاملاً فلم يُحفظ شيء. أعد المحاولة عند عودة الاتصال.',
    'The file did not come whole and nothing was saved. Try again when the link is back.',
    'Le fichier n’est pas arrivé entier et rien n’a été enregistré. Réessayez au retour de la liaison.',
  ],
  format: ['الصيغة', 'Form', 'Format'],
  columnsShown: ['المعروضة في القائمة، بترتيبها', 'Those that the list shows', 'Celles qui sont affichées'],
  columnsAll: [
    'كلها، ومعها التوقيتات والإحداثيات',
    'All, with clocks and coordinates',
    'Toutes, avec horodatages et coordonnées',
  ],
  formatXlsx: ['جدول إلكتروني (XLSX)', 'Spreadsheet (XLSX)', 'Classeur (XLSX)'],
  formatCsv: ['نص مفصول بفواصل (CSV)', 'Text, comma-separated (CSV)', 'Texte séparé par virgules (CSV)'],
  recipient: ['المستلم', 'Recipient', 'Destinataire'],
  reason: ['السبب', 'Reason', 'Motif'],
  leave: ['إلغاء', 'Cancel', 'Annuler'],
  stop: ['أوقف', 'Stop', 'Arrêter'],
  receiving: ['وصل', 'received', 'reçu'],
  keysGroup: ['قائمة الحوادث', 'List of incidents', 'Liste des incidents'],
  keySearch: ['إلى البحث', 'To the search', 'Vers la recherche'],
  p1: ['فوري', 'immediate', 'immédiat'],
  p2: ['عاجل', 'prompt', 'urgent'],
  p3: ['عادي', 'routine', 'courant'],
  p4: ['مؤجّل', 'low', 'différé'],
} as const satisfies Record<string, readonly [ar: string, en: string, fr: string]>;

const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };
const incidents: Counted = {
  ar: { one: 'حادث واحد', two: 'حادثان', few: '# حوادث', many: '# حادثاً', other: '# حادث' },
  en: { one: '# incident', other: '# incidents' },
  fr: { one: '# incident', other: '# incidents' },
};

/** How many incidents were found, in words of the language; nothing for none. */
export function foundText({ count, more }: { count: number; more: boolean }, language: Language): string {
  if (count === 0) return '';
  const text = countText(language, incidents, count);
  return more ? `${words.moreThan[column[language]]} ${text}` : text;
}

export type ListWord = keyof typeof words;

/** The words of the list of incidents; the same functions as long as the language is. */
export function useListText(): { language: Language; say: (word: ListWord) => string } {
  const { language } = useText();
  return useMemo(
    () => ({ language, say: (word: ListWord) => sentenceInDigits(words[word][column[language]]) }),
    [language],
  );
}
