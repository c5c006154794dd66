import { type Language, useText } from '../../../platform/text.ts';

const words = {
  keys: ['الحادث المختار', 'The chosen incident', 'L’incident choisi'],
  reportedBy: ['بلاغ عبر', 'reported by', 'signalé par'],
  initiatedBy: ['بمبادرة من الشرطة', 'police-initiated', 'initiative policière'],
  telephone: ['الهاتف', 'telephone', 'téléphone'],
  radio: ['اللاسلكي', 'radio', 'radio'],
  walk_in: ['الحضور', 'walk-in', 'accueil'],
  patrol: ['الدورية', 'patrol', 'patrouille'],
  sensor: ['جهاز إنذار', 'sensor', 'capteur'],
  other_force: ['قوة أمنية أخرى', 'another force', 'autre force'],
  metres: ['م', 'm', 'm'],
  track: ['مراحل الحادث', 'Clocks', 'Horodatages'],
  stepCreated: ['سُجّل', 'Created', 'Créé'],
  stepSent: ['أُرسلت', 'Sent', 'Engagé'],
  stepEnRoute: ['في الطريق', 'En route', 'En route'],
  stepOnScene: ['في المكان', 'On scene', 'Sur place'],
  stepResolved: ['عولج', 'Resolved', 'Traité'],
  impossible: ['ترتيب غير ممكن', 'impossible order', 'ordre impossible'],
  due: ['قبل', 'due', 'avant'],
  actions: ['إجراءات', 'Actions', 'Actions'],
  assign: ['أرسل دورية', 'Assign', 'Engager'],
  note: ['ملاحظة', 'Note', 'Note'],
  regrade: ['أعد التصنيف', 'Re-grade', 'Requalifier'],
  correct: ['صحّح', 'Correct', 'Corriger'],
  link: ['اربط', 'Link', 'Lier'],
  next: ['الوضع التالي للدورية القائدة', 'Next status of the lead unit', 'État suivant de l’unité de tête'],
  lead: ['القائدة', 'lead', 'tête'],
  makeLead: ['اجعلها القائدة', 'Make it the lead', 'Mettre en tête'],
  moreUnits: ['دوريات أخرى:', 'More units:', 'Autres unités :'],
  arrived: ['انتهى النقل', 'Transport arrived', 'Fin du transport'],
  standDownWhy: ['سبب إلغاء التكليف', 'Why it is stood down', 'Motif de l’annulation de l’engagement'],
  parts: ['ما في الملف', 'What the record holds', 'Contenu du dossier'],
  people: ['الأشخاص والمركبات', 'People and vehicles', 'Personnes et véhicules'],
  calls: ['الاتصالات', 'Calls', 'Appels'],
  links: ['حوادث مرتبطة', 'Linked incidents', 'Incidents liés'],
  files: ['المرفقات', 'Attachments', 'Pièces jointes'],
  clocks: ['التوقيتات', 'Clocks', 'Horodatages'],
  history: ['سجل التعديلات', 'History of fields', 'Historique des champs'],
  openPage: ['صفحة الحادث', 'Page of the incident', 'Page de l’incident'],
  print: ['طباعة', 'Print', 'Imprimer'],
  back: ['إلى اللوحة', 'To the board', 'Vers le tableau'],
  earlier: ['أظهر ما قبلها', 'Show earlier entries', 'Afficher les entrées précédentes'],
  readingEarlier: ['جارٍ القراءة…', 'Reading…', 'Lecture…'],
  arrivedAt: ['وصل الخادم', 'received', 'reçu'],
  type: ['النوع', 'Type', 'Type'],
  priority: ['الأولوية', 'Priority', 'Priorité'],
  p1: ['فوري', 'immediate', 'immédiat'],
  p2: ['عاجل', 'prompt', 'urgent'],
  p3: ['عادي', 'routine', 'courant'],
  p4: ['مؤجّل', 'low', 'différé'],
  reason: ['السبب', 'Reason', 'Motif'],
  place: ['المكان', 'Place', 'Lieu'],
  longitude: ['خط الطول', 'Longitude', 'Longitude'],
  latitude: ['خط العرض', 'Latitude', 'Latitude'],
  radius: ['نصف قطر الشك (متر)', 'Radius of doubt (metres)', 'Rayon d’incertitude (mètres)'],
  position: ['الإحداثيات', 'position', 'position'],
  narrative: ['ماذا حدث', 'What happened', 'Que s’est-il passé ?'],
  origin: ['المصدر', 'Origin', 'Origine'],
  originReported: ['بلاغ', 'Reported', 'Signalé'],
  originPolice: ['مبادرة الشرطة', 'Police-initiated', 'Initiative policière'],
  channel: ['الوسيلة', 'Channel', 'Canal'],
  occurredFrom: ['وقع من', 'Happened from', 'Survenu de'],
  occurredTo: ['إلى', 'to', 'à'],
  occurred: ['وقت الوقوع', 'time it happened', 'moment des faits'],
  station: ['الفصيلة', 'Station', 'Poste'],
  disposition: ['النتيجة', 'Disposition', 'Issue'],
  save: ['احفظ', 'Save', 'Enregistrer'],
  cancel: ['إلغاء', 'Cancel', 'Annuler'],
  unchanged: ['لم تغيّر شيئاً بعد.', 'Nothing is changed yet.', 'Rien n’est encore modifié.'],
  changedMeanwhile: ['عُدّل في هذه الأثناء', 'Changed meanwhile', 'Modifié entre-temps'],
  changedBy: ['تعديل من', 'Changed by', 'Modifié par'],
  lookFirst: [
    'القيم الحالية ظاهرة أعلاه. أرسل قيمتك فقط إن كانت هي الصحيحة.',
    'What stands now is shown above. Send yours only if it is the right one.',
    'Les valeurs actuelles figurent ci-dessus. N’envoyez la vôtre que si elle est juste.',
  ],
  sendAnyway: ['أرسل قيمتي', 'Send mine', 'Envoyer la mienne'],
  over: [
    'انتهى هذا الحادث. بعد الإقفال يُطلب التصحيح ويُوافَق عليه، أو يُعاد فتح الحادث.',
    'This incident is over. A correction is asked for and approved, or the incident is reopened.',
    'Cet incident est terminé. Une correction se demande et s’approuve, ou l’incident est rouvert.',
  ],
  onlyBoard: [
    'بلا اتصال: هذا ما تعرفه اللوحة وحدها. يظهر الملف ومجرياته عند عودة الاتصال.',
    'No link: this is what the board knows. The record and its story come with the link.',
    'Sans liaison : voici ce que sait le tableau. Le dossier et son fil reviendront avec elle.',
  ],
  notKept: [
    'لم يُفتح هذا الحادث على هذا الجهاز من قبل: قراءته تحتاج إلى اتصال.',
    'This incident was never opened on this machine: reading it needs the link.',
    'Cet incident n’a jamais été ouvert sur ce poste : le lire demande la liaison.',
  ],
  needsLink: [
    'لا تُحفظ بيانات الأشخاص على هذا الجهاز، فهي تحتاج إلى اتصال.',
    'People are never kept on this machine: this needs the link.',
    'Les personnes ne sont jamais conservées sur ce poste : la liaison est nécessaire.',
  ],
  filesNeedLink: [
    'إرفاق الملفات يحتاج إلى اتصال.',
    'Attaching files needs the link.',
    'Joindre un fichier demande la liaison.',
  ],
} as const satisfies Record<string, readonly [string, string, string]>;

export type DetailWord = keyof typeof words;
export const allDetailWords = words;
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

/** The words of the incident's record. */
export function useDetailText(): (word: DetailWord) => string {
  const { language } = useText();
  return (word) => words[word][column[language]];
}

const fields: Record<string, DetailWord> = {
  type_id: 'type',
  priority: 'priority',
  place_text: 'place',
  place_id: 'place',
  longitude: 'position',
  latitude: 'position',
  position_source: 'position',
  radius_metres: 'position',
  narrative: 'narrative',
  origin: 'origin',
  channel: 'channel',
  occurred_from: 'occurred',
  occurred_to: 'occurred',
  station_id: 'station',
  disposition: 'disposition',
};

/** The word of a field as the history names it; undefined for one that has none (an import's own columns). */
export const wordOfField = (field: string): DetailWord | undefined => fields[field];

const channels = ['telephone', 'radio', 'walk_in', 'patrol', 'sensor', 'other_force'] as const;
export type Channel = (typeof channels)[number];
export const allChannels: readonly Channel[] = channels;
export const priorityWords = { 1: 'p1', 2: 'p2', 3: 'p3', 4: 'p4' } as const satisfies Record<number, DetailWord>;
export const wordOfPriority = (priority: number): DetailWord =>
  priorityWords[priority as keyof typeof priorityWords] ?? 'p4';
