import { accessReasons } from './access.ts';
import type { Sentences } from './sentence.ts';

export const administrationReasons: Sentences = {
  ...accessReasons,
  'token.action': {
    ar: 'رمز البرنامج لا يشمل هذا الإجراء.',
    en: 'This token does not cover that action.',
    fr: 'Ce jeton ne couvre pas cette action.',
  },
};
