import type { Sentences } from './sentence.ts';

export const administrationReasons: Sentences = {
  'token.action': {
    ar: 'رمز البرنامج لا يشمل هذا الإجراء.',
    en: 'This token does not cover that action.',
    fr: 'Ce jeton ne couvre pas cette action.',
  },
};
