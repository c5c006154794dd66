import { type Language, useText } from '../../../platform/text.ts';

const words = {
  mapTab: ['الخريطة', 'Map', 'Carte'],
  map: ['خريطة الغرفة', 'Map of the room', 'Carte de la salle'],
  queue: ['قائمة الحوادث', 'Queue', 'File'],
  detail: ['الحادث', 'Incident', 'Incident'],
  onHold: ['معلّقة، تُراجَع لاحقاً', 'On hold, to be looked at again', 'En attente, à revoir'],
  scheduled: ['مجدولة', 'Scheduled', 'Programmés'],
  p1: ['فوري', 'immediate', 'immédiat'],
  p2: ['عاجل', 'prompt', 'urgent'],
  p3: ['عادي', 'routine', 'courant'],
  p4: ['مؤجّل', 'low', 'différé'],
  unitLegend: ['دورية وعمر موقعها', 'unit, age of position', 'unité, âge de la position'],
  lateLegend: ['متأخر', 'late', 'en retard'],
  arriveIn: ['باقٍ للوصول', 'on scene due in', 'arrivée sous'],
  lateBy: ['متأخر', 'late by', 'retard'],
  onSceneFor: ['في المكان منذ', 'on scene for', 'sur place depuis'],
  lookIn: ['يُراجَع بعد', 'look again in', 'à revoir dans'],
  lookNow: ['راجِعه الآن', 'look again now', 'à revoir maintenant'],
  resolvedAgo: ['عولج منذ', 'resolved for', 'traité depuis'],
  noLimit: ['بلا مهلة', 'no limit', 'sans délai'],
  orderChanged: ['تغيّر الترتيب', 'The order has changed', 'L’ordre a changé'],
  newRow: ['حادث جديد', 'New incident', 'Nouvel incident'],
  gone: ['خرج من القائمة', 'has left the queue', 'a quitté la file'],
  noPosition: ['لا موقع معروف', 'no known position', 'position inconnue'],
  positionAge: ['عمر الموقع', 'position', 'position'],
  offDuty: ['خارج الخدمة', 'off duty', 'hors service'],
  limited: ['متاحة جزئياً', 'limited', 'limitée'],
  priority: ['الأولوية', 'Priority', 'Priorité'],
  sortNow: ['رتّب الآن', 'Sort now', 'Trier maintenant'],
  cutQueue: [
    'القائمة أطول من أن تُعرض كاملة: هذه أعلاها أولوية، ثم أكثرها تأخراً. الباقي في صفحة الحوادث.',
    'The queue is longer than can be shown: these have the highest priority and are the most late. The rest are on the Incidents page.',
    'La file est trop longue pour être affichée : voici les plus prioritaires et les plus en retard. Le reste est à la page Incidents.',
  ],
  cutScheduled: [
    'هذه أقربها موعداً. الباقي في صفحة الحوادث.',
    'These are the soonest. The rest are on the Incidents page.',
    'Voici les plus proches. Le reste est à la page Incidents.',
  ],
  cutResolved: [
    'هذه آخر ما عولج. الباقي في صفحة الحوادث، وينتظر الإقفال.',
    'These were resolved last. The rest are on the Incidents page and wait to be closed.',
    'Voici les derniers traités. Le reste est à la page Incidents et attend la clôture.',
  ],
  keys: ['مفاتيح اللوحة', 'Keys of the board', 'Raccourcis du tableau'],
  keyNew: ['حادث جديد', 'New incident', 'Nouvel incident'],
  keyDown: ['الحادث التالي', 'Next incident', 'Incident suivant'],
  keyUp: ['الحادث السابق', 'Previous incident', 'Incident précédent'],
  keyOpen: ['إلى تفاصيل الحادث', 'To the incident’s detail', 'Vers le détail de l’incident'],
  keyLeave: ['أغلق، أو ألغِ الاختيار', 'Close, or choose nothing', 'Fermer ou désélectionner'],
  keyAssign: ['كلّف دورية', 'Assign a unit', 'Engager une unité'],
  keyStatus: ['الوضع التالي للدورية', 'Next status of the unit', 'État suivant de l’unité'],
  keyNote: ['أضف ملاحظة', 'Add a note', 'Ajouter une note'],
  keyMap: ['إلى الخريطة', 'To the map', 'Vers la carte'],
  keyUnits: ['إلى الدوريات', 'To the units', 'Vers les unités'],
  hours: ['س', 'h', 'h'],
  minutes: ['د', 'min', 'min'],
  days: ['ي', 'd', 'j'],
} as const satisfies Record<string, readonly [string, string, string]>;

export type BoardWord = keyof typeof words;
export const boardWords = words;
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

/** A word of the board in a language. */
export const boardWord = (language: Language, word: BoardWord): string => words[word][column[language]];
export function useBoardText(): (word: BoardWord) => string {
  const { language } = useText();
  return (word) => boardWord(language, word);
}
