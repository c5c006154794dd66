import type { ImportRun } from '@marsad/contract/sync/import-run.ts';
import { useContext } from 'react';
import { type Language, LanguageContext } from '../../platform/text.ts';

type Said = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

const words = {
  title: ['استيراد السجلات', 'Import records', 'Importer des données'],
  file: ['الملف', 'File', 'Fichier'],
  fileHint: [
    'ملف CSV أو TSV، عادي أو مضغوط بصيغة gzip، أو مصنّف XLSX، أو GeoJSON. اختره أو أفلته هنا.',
    'A CSV or TSV file, plain or gzipped, an XLSX workbook, or GeoJSON. Choose it or drop it here.',
    'Un fichier CSV ou TSV, simple ou gzip, un classeur XLSX ou du GeoJSON. Choisissez-le ou déposez-le ici.',
  ],
  choose: ['اختر ملفاً', 'Choose a file', 'Choisir un fichier'],
  mapping: ['ملف المطابقة', 'Mapping', 'Correspondance'],
  sending: ['جارٍ إرسال الملف', 'Sending the file', 'Envoi du fichier'],
  preview: ['معاينة أول الأسطر', 'The first rows', 'Premières lignes'],
  columns: ['أعمدة الملف:', 'Columns in the file:', 'Colonnes du fichier :'],
  dryRun: ['تجربة بلا كتابة', 'Try without writing', 'Essai sans écriture'],
  start: ['استورد', 'Import', 'Importer'],
  another: ['ملف آخر', 'Another file', 'Autre fichier'],
  line: ['السطر', 'Line', 'Ligne'],
  room: ['الغرفة', 'Room', 'Salle'],
  type: ['النوع', 'Type', 'Type'],
  priority: ['الأولوية', 'Priority', 'Priorité'],
  position: ['العرض والطول', 'Lat, lon', 'Lat., long.'],
  place: ['المكان', 'Place', 'Lieu'],
  created: ['وقت التسجيل', 'Created', 'Créé'],
  unit: ['الدورية', 'Unit', 'Unité'],
  refusedBecause: ['سبب الرفض', 'Refused because', 'Motif du refus'],
  value: ['القيمة', 'Value', 'Valeur'],
  columnName: ['العمود', 'Column', 'Colonne'],
  runs: ['عمليات الاستيراد', 'Imports', 'Imports'],
  noRuns: ['لا عمليات استيراد بعد.', 'No imports yet.', 'Aucun import pour l’instant.'],
  rows: ['الأسطر:', 'Rows:', 'Lignes :'],
  accepted: ['المقبولة:', 'Accepted:', 'Acceptées :'],
  unchanged: ['بلا تغيير:', 'Unchanged:', 'Inchangées :'],
  rejected: ['المرفوضة:', 'Refused:', 'Refusées :'],
  incidents: ['الحوادث الجديدة:', 'New incidents:', 'Nouveaux incidents :'],
  assignments: ['التكليفات الجديدة:', 'New assignments:', 'Nouveaux engagements :'],
  clockChanges: [
    'أوقات حُسمت عند تغيير الساعة (ما تخطّته الساعة قُدّم، وما تكرّر أُخذ أوله):',
    'Times decided at a change of clocks (skipped ones moved forward, doubled ones taken as the first):',
    'Heures tranchées au changement d’heure (sautées, avancées ; doublées, la première) :',
  ],
  elsewhere: [
    'نقاط تقع في نطاق فصيلة غير المذكورة، وبقيت المذكورة:',
    'Points in the area of another station than the stated one, which was kept:',
    'Points dans le secteur d’un autre poste que celui indiqué, conservé :',
  ],
  kept: [
    'أسطر بقي في سجلّها ما عُدّل باليد بعد الاستيراد السابق:',
    'Rows whose record keeps what people changed since the last import:',
    'Lignes dont la fiche garde ce qui a été modifié à la main depuis le dernier import :',
  ],
  noRows: [
    'في الملف عناوين بلا أسطر.',
    'The file holds a heading and no rows.',
    'Le fichier contient un en-tête et aucune ligne.',
  ],
  cancel: ['أوقف', 'Stop', 'Arrêter'],
  showRefused: ['الأسطر المرفوضة', 'Refused rows', 'Lignes refusées'],
  download: ['نزّل ملف الأخطاء (CSV)', 'Download the error file (CSV)', 'Télécharger le fichier d’erreurs (CSV)'],
  more: ['المزيد', 'More', 'Plus'],
  trial: ['تجربة', 'trial', 'essai'],
  waiting: ['ينتظر دوره', 'Waiting', 'En attente'],
  running: ['جارٍ', 'Running', 'En cours'],
  done: ['انتهى', 'Done', 'Terminé'],
  failed: ['فشل', 'Failed', 'Échec'],
  cancelled: ['أُوقف', 'Stopped', 'Arrêté'],
  notReached: [
    'تعذّر الوصول إلى الخادم. الملف ما زال عندك؛ أعد المحاولة.',
    'The server cannot be reached. The file is still with you; try again.',
    'Le serveur est injoignable. Le fichier reste chez vous ; réessayez.',
  ],
  again: ['أعد المحاولة', 'Try again', 'Réessayer'],
} as const satisfies Record<string, Said>;

export type SyncWord = keyof typeof words;
export const allSyncWords: Record<string, Said> = words;

/** The words of exchange with other systems in the person's language. */
export function useWords(): { language: Language; say(word: SyncWord | ImportRun['status']): string } {
  const language = useContext(LanguageContext);
  return { language, say: (word) => words[word][column[language]] };
}
