// Months as they are written: in the Levant, in Egypt and the Gulf, in English and in French, whole or shortened.
const names: readonly (readonly string[])[] = [
  ['كانون الثاني', 'يناير', 'january', 'jan', 'janvier', 'janv'],
  ['شباط', 'فبراير', 'february', 'feb', 'février', 'fevrier', 'févr', 'fevr'],
  ['آذار', 'اذار', 'أذار', 'مارس', 'march', 'mar', 'mars'],
  ['نيسان', 'أبريل', 'ابريل', 'إبريل', 'april', 'apr', 'avril', 'avr'],
  ['أيار', 'ايار', 'مايو', 'may', 'mai'],
  ['حزيران', 'يونيو', 'يونيه', 'june', 'jun', 'juin'],
  ['تموز', 'يوليو', 'يوليه', 'july', 'jul', 'juillet', 'juil'],
  ['آب', 'اب', 'أغسطس', 'اغسطس', 'august', 'aug', 'août', 'aout'],
  ['أيلول', 'ايلول', 'سبتمبر', 'september', 'sept', 'sep', 'septembre'],
  ['تشرين الأول', 'تشرين الاول', 'أكتوبر', 'اكتوبر', 'october', 'oct', 'octobre'],
  ['تشرين الثاني', 'نوفمبر', 'november', 'nov', 'novembre'],
  ['كانون الأول', 'كانون الاول', 'ديسمبر', 'december', 'dec', 'décembre', 'decembre', 'déc'],
];

const numbers = new Map(names.flatMap((of, index) => of.map((name) => [name, index + 1] as const)));

/** The number of a month from 1 by its name, marks and case aside; undefined for what is none. */
export const monthOf = (name: string): number | undefined =>
  numbers.get(
    name
      .normalize('NFC')
      .replace(/[\u064b-\u0652\u0640.]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase(),
  );
