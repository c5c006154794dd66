import { type Said, wordsOf } from '../say.ts';

const words = {
  nameAr: ['الاسم بالعربية', 'Name in Arabic', 'Nom en arabe'],
  nameEn: ['الاسم بالإنكليزية', 'Name in English', 'Nom en anglais'],
  nameFr: ['الاسم بالفرنسية', 'Name in French', 'Nom en français'],
  reason: ['السبب (اختياري)', 'Reason (optional)', 'Motif (facultatif)'],
  reasonAsked: ['السبب', 'Reason', 'Motif'],
  save: ['احفظ', 'Save', 'Enregistrer'],
  cancel: ['تراجع', 'Cancel', 'Annuler'],
  close: ['أغلق', 'Close', 'Fermer'],
  choose: ['اختر', 'Choose', 'Choisir'],
  nothing: ['لا نتيجة', 'Nothing found', 'Aucun résultat'],
  empty: ['أفرغ', 'Empty', 'Vider'],
  required: ['هذا الحقل مطلوب.', 'This field is required.', 'Ce champ est obligatoire.'],
  notReached: [
    'تعذّر الوصول إلى الخادم. لم يضع ما كتبته؛ أعد المحاولة.',
    'The server cannot be reached. What you typed is kept; try again.',
    'Serveur injoignable. Votre saisie est conservée ; réessayez.',
  ],
  loadFailed: ['تعذّر تحميل البيانات.', 'The data could not be loaded.', 'Les données n’ont pas pu être chargées.'],
  more: ['المزيد', 'More', 'Plus'],
  again: ['أعد المحاولة', 'Try again', 'Réessayer'],
  loading: ['جارٍ التحميل…', 'Loading…', 'Chargement…'],
} as const satisfies Record<string, Said>;

export const useFormWords = wordsOf(words);
