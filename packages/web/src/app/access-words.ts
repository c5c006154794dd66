import { useContext } from 'react';
import { type Language, LanguageContext } from '../platform/text.ts';

type Said = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

const words = {
  codeTitle: ['رمز التحقق', 'Verification code', 'Code de vérification'],
  codeHint: [
    'افتح تطبيق الرموز على هاتفك واكتب الأرقام الستة. إن لم يكن معك فاكتب أحد رموزك الاحتياطية.',
    'Open the code application on your phone and type the six digits. Without it, type one of your backup codes.',
    'Ouvrez l’application de codes sur votre téléphone et saisissez les six chiffres. À défaut, saisissez un code de secours.',
  ],
  ownTitle: ['اختر كلمة مرورك', 'Choose your own password', 'Choisissez votre mot de passe'],
  ownHint: [
    'الكلمة التي دخلت بها مؤقتة ويعرفها من سلّمك إياها. اختر كلمة تعرفها وحدك.',
    'The password you came in with is temporary, and whoever handed it to you knows it. Choose one that you alone know.',
    'Le mot de passe reçu est provisoire, et qui vous l’a remis le connaît. Choisissez-en un que vous seul connaissez.',
  ],
  ownNew: ['كلمة المرور الجديدة', 'New password', 'Nouveau mot de passe'],
  ownNewHint: [
    '12 حرفاً على الأقل. بضع كلمات لا يجمعها معنى أسهل حفظاً وأصعب تخميناً.',
    'At least 12 characters. A few words that do not belong together are easy to keep and hard to guess.',
    '12 caractères au moins. Quelques mots sans lien se retiennent bien et se devinent mal.',
  ],
  ownRepeat: ['أعد كتابتها', 'Once more', 'Encore une fois'],
  ownDiffer: ['الكلمتان مختلفتان.', 'The two differ.', 'Les deux saisies diffèrent.'],
  ownSet: ['اعتمدها وادخل', 'Set it and go in', 'L’enregistrer et entrer'],
  next: ['تابع', 'Continue', 'Continuer'],
  startAgain: ['ابدأ من جديد', 'Start again', 'Recommencer'],
  notReached: [
    'تعذّر الوصول إلى الخادم. أعد المحاولة عند عودة الاتصال.',
    'The server cannot be reached. Try again when the link is back.',
    'Serveur injoignable. Réessayez au retour de la liaison.',
  ],
  lockedTitle: ['الشاشة مقفلة', 'The screen is locked', 'Écran verrouillé'],
  lockedHint: [
    'لم يُستعمل هذا المقعد منذ مدة. اكتب كلمة المرور لتتابع من حيث توقفت؛ ما كتبته باقٍ.',
    'This seat was not used for a while. Type your password to go on where you stopped; what you typed is kept.',
    'Ce poste est resté inutilisé. Saisissez votre mot de passe pour reprendre où vous en étiez ; votre saisie est conservée.',
  ],
  lockedOffline: [
    'الاتصال مقطوع ولا يمكن التحقق من كلمة المرور، فتبقى الشاشة مقفلة حتى يعود. ما ينتظر الإرسال محفوظ ولن يضيع.',
    'Without a link the password cannot be checked, so the screen stays locked until it returns. What waits to be sent is kept.',
    'Sans liaison le mot de passe ne peut être vérifié : l’écran reste verrouillé jusqu’à son retour. Ce qui attend l’envoi est conservé.',
  ],
  lockedOpensHere: [
    'الاتصال مقطوع. كلمة مرور آخر دخول من هذا المقعد تفتح القفل، وقد يطلبها الخادم مجدداً عند عودة الاتصال.',
    'There is no link. The password of your last sign-in at this seat unlocks it; the server may ask for it again when the link is back.',
    'Pas de liaison. Le mot de passe de votre dernière connexion à ce poste le déverrouille ; le serveur pourra le redemander au retour de la liaison.',
  ],
  unlock: ['افتح القفل', 'Unlock', 'Déverrouiller'],
  otherPerson: ['لست أنت؟ خروج', 'Not you? Sign out', 'Ce n’est pas vous ? Se déconnecter'],
  otherSure: [
    'يُمسح من هذا المقعد ما لم يُحفظ بعد. خروج؟',
    'What is half typed at this seat is lost. Sign out?',
    'Ce qui n’est pas enregistré à ce poste sera perdu. Se déconnecter ?',
  ],
  waitingStays: [
    'بانتظار الإرسال باسمك، ولا يُرسل إلا بعد دخولك من هنا مجدداً.',
    'waiting under your name, sent only when you sign in here again.',
    'en attente à votre nom, envoyé seulement quand vous vous reconnecterez ici.',
  ],
  stay: ['ابقَ', 'Stay', 'Rester'],
  signOutSure: ['خروج على كل حال؟', 'Sign out all the same?', 'Se déconnecter quand même ?'],
  leftOffline: [
    'خرجتَ من هذا المقعد. الاتصال مقطوع، وتنتهي جلستك عند الخادم فور عودته.',
    'You have left this seat. The link is down; your session on the server ends as soon as it is back.',
    'Vous avez quitté ce poste. La liaison est coupée ; votre session au serveur prendra fin dès son retour.',
  ],
  account: ['حسابي', 'My account', 'Mon compte'],
} as const satisfies Record<string, Said>;

/** The words of the way in and of the lock. */
export function useAccessWords() {
  const language = useContext(LanguageContext);
  return { language, say: (word: keyof typeof words): string => words[word][column[language]] };
}
