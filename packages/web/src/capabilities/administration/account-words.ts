import { useContext } from 'react';
import { sentenceInDigits } from '../../platform/digits.ts';
import { type Language, LanguageContext } from '../../platform/text.ts';

type Said = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

const words = {
  title: ['حسابي', 'My account', 'Mon compte'],
  screen: ['هذه الشاشة', 'This screen', 'Cet écran'],
  screenHint: [
    'تبقى هذه الخيارات لك على هذا الجهاز.',
    'These choices are kept for you on this device.',
    'Ces choix sont conservés pour vous sur cet appareil.',
  ],
  language: ['اللغة', 'Language', 'Langue'],
  light: ['الإضاءة', 'Light', 'Luminosité'],
  lightDark: ['داكنة', 'Dark', 'Sombre'],
  lightLight: ['فاتحة', 'Light', 'Claire'],
  digits: ['أرقام العربية', 'Digits in Arabic', 'Chiffres en arabe'],
  digitsHint: [
    'للأعداد والأوقات والتواريخ. الرموز ولوحات السيارات وأرقام الحوادث ورموز النداء تبقى كما هي. وتُكتب الأرقام في كل الحقول بأي منهما.',
    'For numbers, times and dates when the language is Arabic. Codes, plates, incident numbers and call signs stay as they are. Either kind may be typed in every field.',
    'Pour les nombres, heures et dates en arabe. Codes, plaques, numéros d’incident et indicatifs restent tels quels. Les deux sortes se saisissent dans tous les champs.',
  ],
  password: ['كلمة المرور', 'Password', 'Mot de passe'],
  passwordHint: [
    '12 حرفاً على الأقل. بضع كلمات لا يجمعها معنى أسهل حفظاً وأصعب تخميناً. بعد التغيير تنتهي جلساتك الأخرى.',
    'At least 12 characters. A few words that do not belong together are easy to keep and hard to guess. Your other sessions end.',
    '12 caractères au moins. Quelques mots sans lien se retiennent bien et se devinent mal. Vos autres sessions se ferment.',
  ],
  current: ['كلمة المرور الحالية', 'Current password', 'Mot de passe actuel'],
  new: ['كلمة المرور الجديدة', 'New password', 'Nouveau mot de passe'],
  repeat: ['أعد كتابتها', 'Once more', 'Encore une fois'],
  differ: ['الكلمتان مختلفتان.', 'The two differ.', 'Les deux saisies diffèrent.'],
  change: ['غيّر كلمة المرور', 'Change the password', 'Changer le mot de passe'],
  changed: [
    'تغيّرت كلمة المرور وانتهت جلساتك الأخرى.',
    'The password is changed; your other sessions have ended.',
    'Le mot de passe est changé ; vos autres sessions sont fermées.',
  ],
  show: ['أظهر ما يُكتب', 'Show what is typed', 'Afficher la saisie'],
  second: ['التحقق بخطوتين', 'Second step at sign-in', 'Double authentification'],
  secondOn: [
    'مفعّل: يُطلب عند كل دخول رمز من هاتفك.',
    'On: each sign-in asks for a code from your phone.',
    'Active : chaque connexion demande un code de votre téléphone.',
  ],
  secondOff: [
    'غير مفعّل: من عرف كلمة مرورك دخل باسمك.',
    'Off: whoever learns your password can sign in as you.',
    'Inactive : qui connaît votre mot de passe peut se connecter à votre place.',
  ],
  secondRequired: [
    'منصبك يفرض التحقق بخطوتين. فعّله لتُفتح لك بقية الصفحات.',
    'Your post demands a second step. Turn it on, and the other pages open.',
    'Votre fonction impose la double authentification. Activez-la pour ouvrir les autres pages.',
  ],
  turnOn: ['فعّل', 'Turn on', 'Activer'],
  turnOff: ['أوقف', 'Turn off', 'Désactiver'],
  scan: [
    '1. صوّر هذا الرمز بتطبيق الرموز على هاتفك، أو اكتب المفتاح فيه.',
    '1. Scan this with the code application on your phone, or type the key into it.',
    '1. Scannez ceci avec l’application de codes du téléphone, ou saisissez-y la clé.',
  ],
  qr: ['رمز QR لتطبيق الرموز', 'QR code for the application', 'QR code pour l’application'],
  key: ['المفتاح', 'Key', 'Clé'],
  keep: [
    '2. احفظ هذه الرموز الاحتياطية في مكان آمن. كل منها يُدخلك مرة واحدة إن ضاع هاتفك، ولن تظهر ثانية.',
    '2. Keep these backup codes in a safe place. Each lets you in once if the phone is lost; they are not shown again.',
    '2. Conservez ces codes de secours en lieu sûr. Chacun sert une fois si le téléphone est perdu ; ils ne seront plus montrés.',
  ],
  copy: ['انسخ', 'Copy', 'Copier'],
  copied: ['نُسخ', 'Copied', 'Copié'],
  confirm: [
    '3. اكتب الأرقام الستة التي يعرضها التطبيق الآن.',
    '3. Type the six digits that the application shows now.',
    '3. Saisissez les six chiffres que l’application affiche.',
  ],
  code: ['الرمز', 'Code', 'Code'],
  cancel: ['إلغاء', 'Cancel', 'Annuler'],
  done: ['حفظتها', 'I have kept them', 'Je les ai conservés'],
  newCodes: ['رموز احتياطية جديدة', 'New backup codes', 'Nouveaux codes de secours'],
  confirmPassword: ['كلمة المرور للتأكيد', 'Password, to confirm', 'Mot de passe, pour confirmer'],
  sessions: ['أين أنا داخل', 'Where I am signed in', 'Où je suis connecté'],
  here: ['هنا', 'here', 'ici'],
  since: ['منذ', 'since', 'depuis'],
  lastUsed: ['آخر استعمال', 'last used', 'dernier usage'],
  endOthers: ['أنهِ الجلسات الأخرى', 'Sign out elsewhere', 'Se déconnecter ailleurs'],
  noOthers: ['لا جلسات أخرى.', 'No other sessions.', 'Aucune autre session.'],
  tokens: ['رموز البرامج', 'Tokens for programs', 'Jetons pour programmes'],
  tokensHint: [
    'برنامج يحمل رمزاً منك يعمل باسمك، بصلاحياتك أو بأقل منها، وكل ما يفعله يُدوَّن باسمك وبرمزه.',
    'A program with a token acts in your name, with your rights or less; what it does is logged under you and the token.',
    'Un programme muni d’un jeton agit en votre nom, avec vos droits ou moins ; ses actes sont journalisés sous votre nom et ce jeton.',
  ],
  noTokens: ['لا رموز بعد.', 'No tokens yet.', 'Aucun jeton.'],
  newToken: ['رمز جديد', 'New token', 'Nouveau jeton'],
  tokenName: ['لأي برنامج', 'What it is for', 'À quoi il sert'],
  days: ['مدة السريان', 'Valid for', 'Valable'],
  days30: ['30 يوماً', '30 days', '30 jours'],
  days90: ['90 يوماً', '90 days', '90 jours'],
  days365: ['سنة', '1 year', '1 an'],
  actions: ['ما يُسمح له به', 'What it may do', 'Ce qu’il peut faire'],
  allActions: ['كل ما يُسمح لي به', 'All that I may do', 'Tout ce que je peux faire'],
  make: ['أنشئ', 'Make', 'Créer'],
  tokenOnce: [
    'هذا هو الرمز. انسخه الآن إلى البرنامج: لن يظهر ثانية، ولا يعرفه الخادم نفسه.',
    'This is the token. Copy it into the program now: it is not shown again, and the server itself does not know it.',
    'Voici le jeton. Copiez-le maintenant dans le programme : il ne sera plus montré et le serveur lui-même l’ignore.',
  ],
  needsSecure: [
    'إنشاء رمز يحتاج إلى اتصال آمن (https).',
    'Making a token needs a secure connection (https).',
    'Créer un jeton exige une connexion sécurisée (https).',
  ],
  revoke: ['ألغِ', 'Revoke', 'Révoquer'],
  revokeSure: ['ألغِه نهائياً؟', 'Revoke for good?', 'Révoquer définitivement ?'],
  revoked: ['ملغى', 'revoked', 'révoqué'],
  ended: ['انتهى', 'ended', 'expiré'],
  until: ['حتى', 'until', 'jusqu’au'],
  neverUsed: ['لم يُستعمل', 'never used', 'jamais utilisé'],
  failed: [
    'لم يصل الطلب إلى الخادم. أعد المحاولة.',
    'The request did not reach the server. Try again.',
    'La demande n’a pas atteint le serveur. Réessayez.',
  ],
} as const satisfies Record<string, Said>;

export type AccountWord = keyof typeof words;

/** The words of one's own account. */
export function useAccountWords() {
  const language = useContext(LanguageContext);
  return { language, say: (word: AccountWord): string => sentenceInDigits(words[word][column[language]]) };
}
