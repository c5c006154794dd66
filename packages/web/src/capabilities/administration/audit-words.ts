import { useContext } from 'react';
import { type Language, LanguageContext } from '../../platform/text.ts';

type Said = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

const words = {
  title: ['سجل التدقيق', 'Audit log', 'Journal d’audit'],
  from: ['من', 'From', 'Du'],
  to: ['إلى', 'To', 'Au'],
  person: ['اسم المستخدم', 'User name', 'Nom d’utilisateur'],
  kind: ['النوع', 'Kind', 'Nature'],
  allKinds: ['كل الأنواع', 'All kinds', 'Toutes'],
  action: ['الفعل', 'Action', 'Acte'],
  allActions: ['كل الأفعال', 'All actions', 'Tous'],
  subject: ['رقم السجل المعني', 'Id of the record', 'Identifiant du dossier'],
  unit: ['الوحدة', 'Unit', 'Unité'],
  allUnits: ['كل الوحدات', 'All units', 'Toutes'],
  show: ['اعرض', 'Show', 'Afficher'],
  clear: ['امسح الشروط', 'Clear', 'Effacer'],
  at: ['الوقت', 'Time', 'Heure'],
  who: ['من', 'Who', 'Qui'],
  what: ['ماذا', 'What', 'Quoi'],
  on: ['على', 'On', 'Sur'],
  where: ['أين', 'Where', 'Où'],
  link: ['الحلقة', 'Link', 'Maillon'],
  unsealed: ['لم تُختم بعد', 'not sealed yet', 'pas encore scellée'],
  nobody: ['غير معروف', 'unknown', 'inconnu'],
  machine: ['النظام', 'the system', 'le système'],
  details: ['التفاصيل', 'Details', 'Détails'],
  hide: ['أخفِ', 'Hide', 'Masquer'],
  fields: ['الحقول (بلا قيمها)', 'Fields (never their values)', 'Champs (jamais leurs valeurs)'],
  reason: ['السبب', 'Reason', 'Motif'],
  recipient: ['المستلم', 'Recipient', 'Destinataire'],
  address: ['من العنوان', 'From address', 'Adresse'],
  terminal: ['طرفية الخادم', 'The server’s terminal', 'Terminal du serveur'],
  token: ['برمز برنامج', 'By a program’s token', 'Par un jeton'],
  command: ['رقم العملية', 'Command', 'Commande'],
  code: ['الرمز', 'Code', 'Code'],
  more: ['أقدم منها', 'Older ones', 'Plus anciennes'],
  empty: ['لا قيود بهذه الشروط.', 'No entries under these conditions.', 'Aucune entrée pour ces critères.'],
  loading: ['جارٍ القراءة…', 'Reading…', 'Lecture…'],
  failed: [
    'تعذّرت قراءة السجل. أعد المحاولة عند عودة الاتصال.',
    'The log could not be read. Try again when the link is back.',
    'Le journal n’a pas pu être lu. Réessayez au retour de la liaison.',
  ],
  readLogged: [
    'قراءتك لهذا السجل تُدوَّن فيه.',
    'Your reading of this log is itself an entry.',
    'Votre lecture de ce journal y est elle-même inscrite.',
  ],
  chain: ['سلسلة الأختام', 'Chain of seals', 'Chaîne de sceaux'],
  sealedUpTo: ['مختوم حتى الحلقة', 'Sealed up to link', 'Scellé jusqu’au maillon'],
  waiting: ['بانتظار الختم', 'waiting for their seal', 'en attente de sceau'],
  never: ['لم يُفحص بعد.', 'Not verified yet.', 'Pas encore vérifié.'],
  whole: ['سليم عند آخر فحص', 'Whole when last verified', 'Intact à la dernière vérification'],
  broken: ['مكسور عند الحلقة', 'Broken at link', 'Rompu au maillon'],
  verify: ['افحص الآن', 'Verify now', 'Vérifier'],
  verifying: ['جارٍ الفحص…', 'Verifying…', 'Vérification…'],
  altered: ['القيد ليس كما خُتم', 'the entry is not what was sealed', 'l’entrée n’est pas celle qui fut scellée'],
  missing: ['الحلقة أو قيدها مفقود', 'the link or its entry is gone', 'le maillon ou son entrée a disparu'],
  brokenLink: [
    'لا تتعلق بالحلقة قبلها',
    'it does not hang on the link before it',
    'il ne tient pas au maillon précédent',
  ],
  rewritten: [
    'ليست الحلقة التي دُوِّنت خارج قاعدة البيانات في حينه',
    'it is not the link that was written down outside the database',
    'ce n’est pas le maillon consigné hors de la base',
  ],
  headless: [
    'ملفّ رؤوس السجل بجانب البيانات مفقود، فلا يُعرف هل قُطع آخر السجل',
    'the file of heads beside the data is gone, so nobody can tell whether the end of the log was cut off',
    'le fichier des têtes, à côté des données, a disparu : nul ne peut dire si la fin du journal a été coupée',
  ],
  cut: [
    'كان السجل أطول وقُطع آخره',
    'the log once went further and its end was cut off',
    'le journal allait plus loin et sa fin a été coupée',
  ],
  export: ['صدّر (CSV)', 'Export (CSV)', 'Exporter (CSV)'],
  exportTitle: ['تصدير السجل', 'Export the log', 'Exporter le journal'],
  exportHint: [
    'ما يخرج من النظام إفصاح: يُدوَّن لمن ولماذا. تُصدَّر القيود بالشروط المعروضة.',
    'What leaves the system is a disclosure: to whom and why is logged. The entries under the conditions shown are exported.',
    'Ce qui sort du système est une communication : à qui et pourquoi est consigné. Les entrées répondant aux critères sont exportées.',
  ],
  cancel: ['إلغاء', 'Cancel', 'Annuler'],
} as const satisfies Record<string, Said>;

export type AuditWord = keyof typeof words;

const faults: Record<string, AuditWord> = {
  altered: 'altered',
  missing: 'missing',
  broken: 'brokenLink',
  rewritten: 'rewritten',
  headless: 'headless',
  cut: 'cut',
};
/** The word for a fault that a walk along the chain found. */
export const faultWord = (fault: string | null): AuditWord => faults[fault ?? ''] ?? 'altered';

/** The words of the inspector's page. */
export function useAuditWords() {
  const language = useContext(LanguageContext);
  return { language, say: (word: AuditWord): string => words[word][column[language]] };
}
