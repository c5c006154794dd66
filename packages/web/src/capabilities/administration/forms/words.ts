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
  changedBy: ['عدّل في هذه الأثناء:', 'changed meanwhile:', 'a modifié entre-temps :'],
  takeOverHint: [
    'ما كتبته باقٍ. خذ ما صار في الحقول التي لم تمسّها، راجعها، ثم أرسل من جديد.',
    'What you typed is kept. Take over what stands now in the fields that you did not touch, look at them, then send again.',
    'Votre saisie est conservée. Reprenez les valeurs actuelles des champs que vous n’avez pas touchés, vérifiez-les, puis renvoyez.',
  ],
  takeOver: ['خذ ما صار', 'Take over what stands now', 'Reprendre les valeurs actuelles'],
  recalled: [
    'كتبت هذا من قبل ولم ترسله. «تراجع» يمحوه.',
    'You typed this earlier and did not send it. “Cancel” puts it away.',
    'Vous aviez saisi ceci sans l’envoyer. « Annuler » l’efface.',
  ],
  history: ['ما تغيّر', 'What changed', 'Modifications'],
  noHistory: ['لم يتغيّر شيء بعد.', 'Nothing has changed yet.', 'Rien n’a encore changé.'],
  was: ['كان: {value}', 'was: {value}', 'avant : {value}'],
  loadFailed: ['تعذّر تحميل البيانات.', 'The data could not be loaded.', 'Les données n’ont pas pu être chargées.'],
  more: ['المزيد', 'More', 'Plus'],
  again: ['أعد المحاولة', 'Try again', 'Réessayer'],
  loading: ['جارٍ التحميل…', 'Loading…', 'Chargement…'],
} as const satisfies Record<string, Said>;

export const useFormWords = wordsOf(words);
