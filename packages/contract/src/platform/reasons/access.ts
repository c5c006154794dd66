import type { Sentences } from './sentence.ts';

/** Signing in, one's own account, tokens of programs, the audit log. */
export const accessReasons: Sentences = {
  'sign_in.wrong': {
    ar: 'اسم المستخدم أو كلمة المرور غير صحيحة.',
    en: 'Wrong user name or password.',
    fr: 'Nom d’utilisateur ou mot de passe incorrect.',
  },
  'sign_in.locked': {
    ar: 'كثرت المحاولات الخاطئة فأُقفل الحساب ربع ساعة. انتظر ثم حاول من جديد.',
    en: 'Too many wrong attempts: the account is locked for fifteen minutes. Wait, then try again.',
    fr: 'Trop d’essais erronés : le compte est bloqué pendant quinze minutes. Patientez, puis réessayez.',
  },
  'second_factor.wrong': {
    ar: 'الرمز غير صحيح أو استُعمل من قبل. انتظر الرمز التالي.',
    en: 'The code is wrong or was used before. Wait for the next one.',
    fr: 'Code incorrect ou déjà utilisé. Attendez le suivant.',
  },
  'second_factor.expired': {
    ar: 'مضى وقت طويل. ابدأ الدخول من جديد.',
    en: 'That took too long. Start signing in again.',
    fr: 'Délai dépassé. Recommencez la connexion.',
  },
  'second_factor.is_on': {
    ar: 'التحقق بخطوتين مفعّل أصلاً.',
    en: 'The second step is already on.',
    fr: 'La double authentification est déjà active.',
  },
  'second_factor.is_off': {
    ar: 'التحقق بخطوتين غير مفعّل.',
    en: 'The second step is not on.',
    fr: 'La double authentification n’est pas active.',
  },
  'second_factor.required': {
    ar: 'منصبك يفرض التحقق بخطوتين. فعّله من صفحة «حسابي» لتتابع.',
    en: 'Your post demands a second step at sign-in. Turn it on under “My account” to go on.',
    fr: 'Votre fonction impose la double authentification. Activez-la dans « Mon compte » pour continuer.',
  },
  'second_factor.own': {
    ar: 'لا يلغي أحد التحقق بخطوتين لحسابه من هنا. استعمل صفحة «حسابي».',
    en: 'Nobody resets their own second step here. Use “My account”.',
    fr: 'Nul ne réinitialise ici sa propre double authentification. Utilisez « Mon compte ».',
  },
  'password.wrong': {
    ar: 'كلمة المرور الحالية غير صحيحة.',
    en: 'The current password is wrong.',
    fr: 'Le mot de passe actuel est incorrect.',
  },
  'password.temporary': {
    ar: 'كلمة مرورك مؤقتة. ادخل من جديد واختر كلمة تعرفها وحدك لتتابع.',
    en: 'Your password is temporary. Sign in again and choose one that you alone know to go on.',
    fr: 'Votre mot de passe est provisoire. Reconnectez-vous et choisissez-en un que vous seul connaissez pour continuer.',
  },
  'password.same': {
    ar: 'هذه هي الكلمة نفسها. اختر كلمة أخرى.',
    en: 'That is the same password. Choose another one.',
    fr: 'C’est le même mot de passe. Choisissez-en un autre.',
  },
  'password.short': {
    ar: 'كلمة المرور قصيرة. اجعلها 12 حرفاً على الأقل.',
    en: 'The password is too short: at least 12 characters.',
    fr: 'Mot de passe trop court : 12 caractères au moins.',
  },
  'password.long': {
    ar: 'كلمة المرور أطول من 128 حرفاً.',
    en: 'The password is longer than 128 characters.',
    fr: 'Le mot de passe dépasse 128 caractères.',
  },
  'password.simple': {
    ar: 'كلمة المرور سهلة التخمين: فيها اسمك أو كلمة شائعة أو تكرار.',
    en: 'The password is easy to guess: it holds your name, a common word, or repeats itself.',
    fr: 'Mot de passe facile à deviner : il contient votre nom, un mot courant ou des répétitions.',
  },
  'token.not_for_account': {
    ar: 'حسابك لا يُدار برمز برنامج. سجّل الدخول بنفسك.',
    en: 'An account is not managed with a token. Sign in yourself.',
    fr: 'Un compte ne se gère pas avec un jeton. Connectez-vous vous-même.',
  },
  'token.unknown': {
    ar: 'لا يوجد هذا الرمز، أو ليس لك.',
    en: 'There is no such token, or it is not yours.',
    fr: 'Ce jeton n’existe pas ou n’est pas à vous.',
  },
  'token.beyond_rights': {
    ar: 'لا يُعطى الرمز صلاحية لا تملكها أنت.',
    en: 'A token cannot be given what you may not do yourself.',
    fr: 'Un jeton ne peut recevoir ce que vous n’avez pas le droit de faire.',
  },
  'token.too_many': {
    ar: 'بلغت رموزك الفعّالة الحد الأقصى ({most}). ألغِ ما لا تستعمله أولاً.',
    en: 'You have {most} tokens in use. Revoke those you no longer need first.',
    fr: 'Vous avez {most} jetons actifs. Révoquez d’abord ceux qui ne servent plus.',
  },
  'audit.person_unknown': {
    ar: 'لا يوجد مستخدم بهذا الاسم.',
    en: 'There is no user of that name.',
    fr: 'Aucun utilisateur de ce nom.',
  },
  'audit.export_too_large': {
    ar: 'القيود المختارة أكثر من الحد الأقصى ({most}). ضيّق الفترة أو الشروط.',
    en: 'The selection holds more than {most} entries. Narrow the period or the conditions.',
    fr: 'La sélection compte plus de {most} entrées. Réduisez la période ou les critères.',
  },
};
