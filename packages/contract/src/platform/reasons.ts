export type Language = 'ar' | 'en' | 'fr';
export const languages: readonly Language[] = ['ar', 'en', 'fr'];

type Sentence = Record<Language, string>;

/** Why a request was refused, as a person reads it. `{name}` is replaced by the parameter of that name. */
export const reasons: Record<string, Sentence> = {
  'input.invalid': {
    ar: 'بعض الحقول غير صحيحة.',
    en: 'Some fields are not valid.',
    fr: 'Certains champs ne sont pas valides.',
  },
  'text.too_long': {
    ar: 'النص أطول من المسموح.',
    en: 'The text is longer than allowed.',
    fr: 'Le texte dépasse la longueur permise.',
  },
  'text.empty': { ar: 'هذا الحقل مطلوب.', en: 'This field is required.', fr: 'Ce champ est obligatoire.' },
  'text.forbidden_characters': {
    ar: 'في النص رموز خفية أو رموز تقلب اتجاه الكتابة. احذفها ثم أعد الإرسال.',
    en: 'The text holds invisible characters or characters that turn the direction of writing. Remove them and send again.',
    fr: 'Le texte contient des caractères invisibles ou qui inversent le sens de lecture. Supprimez-les puis renvoyez.',
  },
  'session.missing': {
    ar: 'انتهت جلستك أو لم تسجّل الدخول.',
    en: 'You are not signed in, or your session has ended.',
    fr: 'Vous n’êtes pas connecté ou votre session est terminée.',
  },
  'right.missing': {
    ar: 'لا تسمح صلاحياتك بهذا الإجراء.',
    en: 'Your rights do not allow this.',
    fr: 'Vos droits ne le permettent pas.',
  },
  'token.action': {
    ar: 'رمز البرنامج لا يشمل هذا الإجراء.',
    en: 'This token does not cover that action.',
    fr: 'Ce jeton ne couvre pas cette action.',
  },
  'area.outside': {
    ar: 'السجل خارج نطاق صلاحيتك.',
    en: 'The record lies outside your area.',
    fr: 'L’enregistrement est hors de votre ressort.',
  },
  'command.id_used': {
    ar: 'استُعمل رقم هذه العملية من قبل بمحتوى مختلف. لم يتغيّر شيء.',
    en: 'This command number was already used with other content. Nothing was changed.',
    fr: 'Ce numéro de commande a déjà servi avec un autre contenu. Rien n’a été modifié.',
  },
  'command.too_old': {
    ar: 'مضى على هذه العملية أكثر من {hours} ساعة قبل وصولها.',
    en: 'This was made more than {hours} hours before it arrived.',
    fr: 'Cette opération date de plus de {hours} heures avant son arrivée.',
  },
  'time.future': { ar: 'الوقت في المستقبل.', en: 'The time lies in the future.', fr: 'L’heure est dans le futur.' },
  'time.order': {
    ar: 'ترتيب الأوقات غير ممكن.',
    en: 'The times are in an impossible order.',
    fr: 'L’ordre des heures est impossible.',
  },
  'place.outside_force': {
    ar: 'الإحداثيات خارج نطاق القوة.',
    en: 'The coordinates lie outside the force’s area.',
    fr: 'Les coordonnées sont hors du territoire de la force.',
  },
  'place.incomplete': {
    ar: 'خط الطول وخط العرض يُعطيان معاً.',
    en: 'Longitude and latitude go together.',
    fr: 'Longitude et latitude vont ensemble.',
  },
  'incident.not_found': {
    ar: 'لا يوجد حادث بهذا الرقم ضمن نطاقك.',
    en: 'There is no such incident in your area.',
    fr: 'Aucun incident de ce numéro dans votre ressort.',
  },
  'incident.type': {
    ar: 'نوع الحادث غير معروف أو لم يعد مستعملاً.',
    en: 'The type is unknown or no longer used.',
    fr: 'Le type est inconnu ou n’est plus utilisé.',
  },
  'incident.id_used': {
    ar: 'يوجد حادث بهذا المعرّف.',
    en: 'An incident with this id exists.',
    fr: 'Un incident porte déjà cet identifiant.',
  },
  'incident.move': {
    ar: 'لا يمكن نقل الحادث من «{from}» إلى «{to}».',
    en: 'An incident cannot go from “{from}” to “{to}”.',
    fr: 'Un incident ne peut passer de « {from} » à « {to} ».',
  },
  'room.unknown': {
    ar: 'الغرفة غير معروفة أو لا تسجّل الحوادث.',
    en: 'The room is unknown or does not log incidents.',
    fr: 'La salle est inconnue ou n’enregistre pas d’incidents.',
  },
  unexpected: {
    ar: 'حدث خطأ غير متوقع. سُجّل برقم {id}. لم يضع ما كتبته.',
    en: 'Something unexpected happened. It is logged as {id}. What you typed is kept.',
    fr: 'Un problème inattendu est survenu, noté sous {id}. Votre saisie est conservée.',
  },
};

/** The sentence of a reason in a language; an unknown reason (a library's own message) comes back as the general one. */
export function reasonText(
  reason: string,
  language: Language,
  parameters: Record<string, string | number> = {},
): string {
  const sentence = (reasons[reason] ?? reasons['input.invalid'])?.[language] ?? reason;
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(parameters[name] ?? ''));
}
