import { clockWords } from '@marsad/contract/incidents/incident-words.ts';
import { useContext } from 'react';
import { type Language, LanguageContext } from '../../../platform/text.ts';

type Said = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

const words = {
  title: ['محرّر المطابقة', 'Mapping', 'Correspondance'],
  edit: ['عدّل المطابقة', 'Edit the mapping', 'Modifier la correspondance'],
  makeNew: ['مطابقة جديدة من هذا الملف', 'New mapping from this file', 'Nouvelle correspondance depuis ce fichier'],
  close: ['أغلق المحرّر', 'Close the editor', 'Fermer l’éditeur'],
  closeSure: [
    'لم تُحفظ المطابقة. اضغط مرة ثانية للإغلاق',
    'Not saved. Press again to close',
    'Non enregistrée. Appuyez encore pour fermer',
  ],
  name: ['الاسم', 'Name', 'Nom'],
  nameHint: [
    'حروف لاتينية صغيرة وأرقام وشرطات',
    'small Latin letters, digits, hyphens',
    'minuscules latines, chiffres, tirets',
  ],
  about: ['الوصف', 'Description', 'Description'],
  save: ['احفظ', 'Save', 'Enregistrer'],
  saved: [
    'حُفظت المطابقة، ويمكن استعمالها بالاسم.',
    'Saved; it can be used by its name.',
    'Enregistrée ; elle s’utilise par son nom.',
  ],
  takeOut: ['نزّل ملف JSON', 'Download as JSON', 'Télécharger en JSON'],
  remove: ['احذف', 'Remove', 'Supprimer'],
  removeSure: ['اضغط مرة ثانية للحذف', 'Press again to remove', 'Appuyez encore pour supprimer'],
  shippedNote: [
    'هذه مطابقة تأتي مع النظام: احفظها باسم آخر.',
    'This one comes with the product: save it under another name.',
    'Celle-ci est livrée avec le produit : enregistrez-la sous un autre nom.',
  ],
  reading: ['قراءة الملف', 'Reading the file', 'Lecture du fichier'],
  rowIs: ['كل سطر هو', 'Each row is', 'Chaque ligne est'],
  rowIncident: ['حادث', 'an incident', 'un incident'],
  rowResponse: ['مهمة دورية في حادث', 'a unit’s response to an incident', 'l’engagement d’une unité'],
  encoding: ['الترميز', 'Encoding', 'Encodage'],
  delimiter: ['الفاصل', 'Separator', 'Séparateur'],
  tab: ['جدولة', 'tab', 'tabulation'],
  found: ['يُكتشف', 'found out', 'détecté'],
  sheet: ['ورقة المصنّف', 'Sheet of the workbook', 'Feuille du classeur'],
  headingRow: ['سطر العناوين', 'Row of the heading', 'Ligne d’en-tête'],
  empty: ['ما يُعدّ فارغاً', 'What counts as empty', 'Ce qui compte comme vide'],
  emptyHint: [
    'قيم تفصل بينها فاصلة، مثل: -, None',
    'values with commas between, as: -, None',
    'valeurs séparées par des virgules : -, None',
  ],
  key: ['الأعمدة التي تميّز الحادث', 'Columns that tell incidents apart', 'Colonnes qui distinguent les incidents'],
  times: ['الأوقات', 'Times', 'Heures'],
  timeZone: ['المنطقة الزمنية', 'Time zone', 'Fuseau horaire'],
  dateFormat: ['صيغة التاريخ', 'Date format', 'Format de date'],
  otherFormat: ['صيغة أخرى في الملف', 'Another format in the file', 'Autre format dans le fichier'],
  occurredFrom: ['وقع منذ', 'Occurred from', 'Survenu de'],
  occurredTo: ['وقع حتى', 'Occurred until', 'Survenu jusqu’à'],
  ...clockWords,
  belonging: ['إلى من تعود السجلات', 'Where the records belong', 'À qui vont les données'],
  forceCode: ['رمز القوة', 'Code of the force', 'Code de la force'],
  forceNameAr: ['اسم القوة بالعربية', 'Its name in Arabic', 'Son nom en arabe'],
  forceNameEn: ['اسم القوة بالإنكليزية', 'Its name in English', 'Son nom en anglais'],
  forceNameFr: ['اسم القوة بالفرنسية', 'Its name in French', 'Son nom en français'],
  west: ['غرب', 'West', 'Ouest'],
  south: ['جنوب', 'South', 'Sud'],
  east: ['شرق', 'East', 'Est'],
  north: ['شمال', 'North', 'Nord'],
  makeMissing: ['تُنشأ إن لم توجد', 'make it when it is not there', 'la créer si elle manque'],
  room: ['غرفة العمليات', 'Operations room', 'Salle d’opérations'],
  station: ['الفصيلة', 'Station', 'Poste'],
  unitColumn: ['العمود', 'Column', 'Colonne'],
  prefix: ['يُضاف قبله', 'Put before it', 'Préfixe'],
  otherwise: ['وإلا', 'Otherwise', 'Sinon'],
  byArea: [
    'بحسب موقع النقطة إن لم تُذكر',
    'by the point’s area where none is stated',
    'selon le secteur du point à défaut',
  ],
  kinds: ['الأنواع والأولويات', 'Types and priorities', 'Types et priorités'],
  typeColumn: ['عمود النوع', 'Column of the type', 'Colonne du type'],
  priorityColumn: ['عمود الأولوية', 'Column of the priority', 'Colonne de la priorité'],
  dispositionColumn: ['عمود النتيجة', 'Column of the disposition', 'Colonne de l’issue'],
  cancelled: ['ملغى', 'cancelled', 'annulé'],
  origin: ['المصدر', 'Origin', 'Origine'],
  reported: ['بلاغ من الناس', 'reported', 'signalé'],
  police_initiated: ['بمبادرة من الشرطة', 'police-initiated', 'initiative policière'],
  inFile: ['القيمة في الملف', 'Value in the file', 'Valeur du fichier'],
  inForce: ['في القوة', 'In the force', 'Dans la force'],
  rowsSeen: ['عدد الأسطر', 'Rows', 'Lignes'],
  moreValues: [
    'في العمود قيم أخرى غير هذه.',
    'The column holds more values than these.',
    'La colonne contient d’autres valeurs.',
  ],
  where: ['المكان', 'Place', 'Lieu'],
  placeColumns: ['أعمدة وصف المكان', 'Columns that describe the place', 'Colonnes décrivant le lieu'],
  position: ['الإحداثيات', 'Coordinates', 'Coordonnées'],
  none: ['لا شيء', 'none', 'aucune'],
  decimal: ['درجات عشرية في عمودين', 'decimal degrees, two columns', 'degrés décimaux, deux colonnes'],
  point_text: ['نص (عرض، طول)', 'text (lat, lon)', 'texte (lat, lon)'],
  geometry: ['نقطة GeoJSON', 'the feature’s point', 'le point de l’entité'],
  projected: ['أمتار بإسقاط', 'metres of a projection', 'mètres d’une projection'],
  longitude: ['خط الطول', 'Longitude', 'Longitude'],
  latitude: ['خط العرض', 'Latitude', 'Latitude'],
  x: ['س', 'x', 'x'],
  y: ['ع', 'y', 'y'],
  definition: [
    'الإسقاط: EPSG:… أو تعريف proj4',
    'Projection: EPSG:… or as proj4 writes it',
    'Projection : EPSG:… ou écriture proj4',
  ],
  zeroIsUnknown: [
    '(0، 0) تعني أن المكان مجهول',
    '(0, 0) says that the place is unknown',
    '(0, 0) signifie lieu inconnu',
  ],
  response: ['الدورية', 'The unit', 'L’unité'],
  callSign: ['عمود رمز النداء', 'Column of the call sign', 'Colonne de l’indicatif'],
  responseKey: [
    'الأعمدة التي تميّز المهمة',
    'Columns that tell responses apart',
    'Colonnes qui distinguent les engagements',
  ],
  judged: [
    'أول 200 سطر بهذه المطابقة',
    'The first 200 rows under this mapping',
    'Les 200 premières lignes avec cette correspondance',
  ],
  accepted: ['المقبولة:', 'Accepted:', 'Acceptées :'],
  refused: ['المرفوضة:', 'Refused:', 'Refusées :'],
  faults: ['ما ينقص المطابقة أو يشوبها', 'What the mapping lacks', 'Ce qui manque à la correspondance'],
  faultCount: ['ما يجب إصلاحه في المطابقة:', 'To be mended in the mapping:', 'À corriger dans la correspondance :'],
  add: ['أضف عموداً', 'add a column', 'ajouter une colonne'],
  takeAway: ['أزل', 'Take away', 'Retirer'],
} as const satisfies Record<string, Said>;

export type EditorWord = keyof typeof words;
export const allEditorWords: Record<string, Said> = words;

/** The words of the editor in the person's language. */
export function useEditorWords(): { language: Language; say(word: EditorWord): string } {
  const language = useContext(LanguageContext);
  return { language, say: (word) => words[word][column[language]] };
}
