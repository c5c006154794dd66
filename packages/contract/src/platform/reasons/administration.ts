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
};
