import { accessReasons } from './access.ts';
import type { Sentences } from './sentence.ts';

export const administrationReasons: Sentences = {
  ...accessReasons,
  'force.unknown': {
    ar: 'لا قوة بهذا الرقم ضمن صلاحياتك.',
    en: 'No force with this number is within your rights.',
    fr: 'Aucune force portant ce numéro ne relève de vos droits.',
  },
  'token.action': {
    ar: 'رمز البرنامج لا يشمل هذا الإجراء.',
    en: 'This token does not cover that action.',
    fr: 'Ce jeton ne couvre pas cette action.',
  },
  'place.unknown': {
    ar: 'لا مكان بهذا الرقم بين الأماكن التي يمكنك تعديلها.',
    en: 'There is no such place among those you may change.',
    fr: 'Aucun lieu de ce numéro parmi ceux que vous pouvez modifier.',
  },
  'record.changed_meanwhile': {
    ar: 'عدّل {person} هذا في هذه الأثناء: {fields}. راجع ما صار ثم قرّر.',
    en: '{person} changed this meanwhile: {fields}. Look at what stands now, then decide.',
    fr: '{person} a modifié ceci entre-temps : {fields}. Voyez les valeurs actuelles, puis décidez.',
  },
  'record.version': {
    ar: 'لا نسخة بهذا الرقم. اقرأ السجل من جديد ثم عدّله.',
    en: 'There is no such version. Read the record again, then change it.',
    fr: 'Cette version n’existe pas. Relisez la fiche avant de la modifier.',
  },
  'place.changed': {
    ar: 'عدّل غيرك هذا المكان بعد أن فتحته. افتحه من جديد ثم عدّله.',
    en: 'Somebody changed this place after you opened it. Open it again, then change it.',
    fr: 'Ce lieu a été modifié depuis son ouverture. Rouvrez-le avant de le modifier.',
  },
  'place.name_missing': {
    ar: 'اكتب اسماً واحداً على الأقل.',
    en: 'Give at least one name.',
    fr: 'Indiquez au moins un nom.',
  },
};
