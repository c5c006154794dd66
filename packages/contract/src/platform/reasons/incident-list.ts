import type { Sentences } from './sentence.ts';

export const incidentListReasons: Sentences = {
  'list.period_reversed': {
    ar: 'تاريخ النهاية قبل تاريخ البداية. صحّح الفترة.',
    en: 'The period ends before it begins. Correct the dates.',
    fr: 'La période finit avant de commencer. Corrigez les dates.',
  },
  'list.unit_unknown': {
    ar: 'إحدى الوحدات المختارة ليست ضمن نطاقك. أزلها من الشروط.',
    en: 'One of the units chosen is not in your area. Take it out of the conditions.',
    fr: 'L’une des unités choisies n’est pas dans votre ressort. Retirez-la des critères.',
  },
  'list.type_unknown': {
    ar: 'أحد أنواع الحوادث المختارة غير معروف. أزله من الشروط.',
    en: 'One of the types chosen is unknown. Take it out of the conditions.',
    fr: 'L’un des types choisis est inconnu. Retirez-le des critères.',
  },
  'search.no_words': {
    ar: 'اكتب كلمة أو رقماً للبحث.',
    en: 'Type a word or a number to search for.',
    fr: 'Saisissez un mot ou un numéro à rechercher.',
  },
  'search.too_many_words': {
    ar: 'كلمات البحث أكثر من الحد الأقصى ({most}).',
    en: 'Search by at most {most} words.',
    fr: 'Recherchez {most} mots au plus.',
  },
  'export.too_many': {
    ar: 'الحوادث أكثر مما يتّسع له الملف ({most}). ضيّق الفترة أو أضف شرطاً.',
    en: 'A file holds at most {most} incidents. Narrow the period or add a condition.',
    fr: 'Un fichier contient au plus {most} incidents. Réduisez la période ou ajoutez un critère.',
  },
};
