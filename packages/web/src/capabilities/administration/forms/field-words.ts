// What the fields of administered records are called: where somebody else changed them meanwhile, and in their histories.
import { inDigits } from '../../../platform/digits.ts';
import { type Said, wordsOf } from '../say.ts';

const words = {
  active: ['الاستعمال', 'Use', 'Usage'],
  aliases: ['كلمات مختصرة', 'Short words', 'Mots courts'],
  area: ['النطاق', 'Area', 'Secteur'],
  attempted: ['محاولة أم تام', 'Attempted or completed', 'Tentative ou fait accompli'],
  callSign: ['رمز النداء', 'Call sign', 'Indicatif'],
  code: ['الرمز', 'Code', 'Code'],
  eido: ['نوع EIDO', 'EIDO type', 'Type EIDO'],
  from: ['ابتداءً من', 'From', 'À partir du'],
  homeId: ['تتبع لـ', 'Belongs to', 'Dépend de'],
  iccs: ['رمز ICCS', 'ICCS code', 'Code ICCS'],
  kind: ['النوع', 'Kind', 'Genre'],
  language: ['اللغة', 'Language', 'Langue'],
  limit: ['مهلة الأولوية {n}', 'Limit of priority {n}', 'Délai de la priorité {n}'],
  nameAr: ['الاسم بالعربية', 'Name in Arabic', 'Nom en arabe'],
  nameEn: ['الاسم بالإنكليزية', 'Name in English', 'Nom en anglais'],
  nameFr: ['الاسم بالفرنسية', 'Name in French', 'Nom en français'],
  nameLatin: ['الاسم بالأحرف اللاتينية', 'Name in Latin letters', 'Nom en lettres latines'],
  offenceRecorded: ['يُدوَّن جرم', 'An offence is recorded', 'Une infraction est enregistrée'],
  origin: ['المصدر', 'Origin', 'Origine'],
  parentId: ['الوحدة الأعلى', 'Unit above', 'Unité supérieure'],
  population: ['عدد السكان', 'Population', 'Population'],
  priority: ['الأولوية', 'Priority', 'Priorité'],
  requiredFields: ['مطلوب قبل الإقفال', 'Required before closing', 'Exigé avant la clôture'],
  rights: ['الصلاحيات', 'Rights', 'Droits'],
  serviceNumber: ['الرقم', 'Service number', 'Matricule'],
  typeCodes: ['أنواع الحوادث', 'Incident types', 'Types d’incidents'],
  validTo: ['اليوم الأخير', 'Last day', 'Dernier jour'],
} as const satisfies Record<string, Said>;

const useWords = wordsOf(words);
const isWord = (field: string): field is keyof typeof words => Object.hasOwn(words, field);

/** Returns what a field is called; its own name where nothing else is known. A limit's names its priority. */
export function useFieldWords(): (field: string) => string {
  const { say } = useWords();
  return (field) => {
    const priority = /^priority(\d)/.exec(field)?.[1];
    if (priority) return say('limit', { n: inDigits(priority) });
    return isWord(field) ? say(field) : field;
  };
}
