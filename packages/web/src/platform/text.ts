import { createContext, useContext } from 'react';
import { sentenceInDigits } from './digits.ts';

export type Language = 'ar' | 'en' | 'fr';

const words = {
  userName: ['اسم المستخدم', 'User name', 'Nom d’utilisateur'],
  password: ['كلمة المرور', 'Password', 'Mot de passe'],
  signIn: ['دخول', 'Sign in', 'Se connecter'],
  signOut: ['خروج', 'Sign out', 'Se déconnecter'],
  newIncident: ['حادث جديد', 'New incident', 'Nouvel incident'],
  open: ['مفتوحة', 'Open', 'Ouverts'],
  late: ['متأخرة', 'Late', 'En retard'],
  board: ['اللوحة', 'Board', 'Tableau'],
  incidents: ['الحوادث', 'Incidents', 'Incidents'],
  wall: ['شاشة الجدار', 'Wall', 'Mur d’images'],
  overview: ['نظرة عامة', 'Overview', 'Synthèse'],
  audit: ['سجل التدقيق', 'Audit log', 'Journal d’audit'],
  account: ['حسابي', 'My account', 'Mon compte'],
  imports: ['استيراد', 'Import', 'Importer'],
  roles: ['الأدوار', 'Roles', 'Rôles'],
  people: ['الأشخاص', 'People', 'Personnel'],
  organisation: ['التنظيم', 'Organisation', 'Organisation'],
  reference: ['القوائم', 'Lists', 'Listes'],
  pages: ['الصفحات', 'Pages', 'Pages'],
  more: ['المزيد', 'More', 'Plus'],
  mine: ['حسابي وخيارات الشاشة', 'My account and screen', 'Mon compte et écran'],
  room: ['الغرفة', 'Room', 'Salle'],
  actingPost: ['المنصب الذي أعمل منه', 'The post I act from', 'Fonction que j’exerce'],
  pageForbidden: [
    'هذه الصفحة ليست ضمن صلاحياتك.',
    'Your posts do not include this page.',
    'Vos fonctions ne comprennent pas cette page.',
  ],
  pageUnknown: ['لا صفحة بهذا العنوان.', 'There is no page at this address.', 'Aucune page à cette adresse.'],
  pageBroken: [
    'تعذّر عرض هذه الصفحة. لم يضع ما كتبته في غيرها.',
    'This page could not be shown. What you typed elsewhere is kept.',
    'Cette page n’a pas pu s’afficher. Ce que vous avez saisi ailleurs est conservé.',
  ],
  again: ['أعد المحاولة', 'Try again', 'Réessayer'],
  units: ['الدوريات', 'Units', 'Unités'],
  live: ['متصل', 'Live', 'En direct'],
  offline: ['غير متصل', 'Offline', 'Hors ligne'],
  waitingCount: ['بانتظار الإرسال', 'waiting', 'en attente'],
  lastHeard: ['آخر اتصال', 'last heard', 'dernier contact'],
  keptAt: [
    'الخادم غير متصل. هذا آخر ما عُرف عند',
    'The server is not reached. Last known at',
    'Serveur injoignable. Dernier état connu à',
  ],
  waitingTitle: ['بانتظار الإرسال', 'Waiting to be sent', 'En attente d’envoi'],
  newVersion: ['نسخة جديدة: أعد التحميل', 'New version: reload', 'Nouvelle version : recharger'],
  waitingNone: ['لا شيء ينتظر الإرسال.', 'Nothing waits.', 'Rien en attente.'],
  unkept: ['لا تُغلق هذه الصفحة', 'Do not close this page', 'Ne fermez pas cette page'],
  unkeptLong: [
    'لا يستطيع هذا المتصفح أن يحفظ شيئاً (القرص ممتلئ أو الحفظ ممنوع). ما ينتظر هنا يضيع إذا أُغلقت الصفحة قبل إرساله.',
    'This browser can keep nothing (its disk is full, or keeping is forbidden). What waits here is lost if the page is closed before it is sent.',
    'Ce navigateur ne peut rien conserver (disque plein ou conservation interdite). Ce qui attend ici sera perdu si la page est fermée avant l’envoi.',
  ],
  waits: ['ينتظر عودة الاتصال.', 'Waits for the link.', 'Attend le retour de la liaison.'],
  held: [
    'ينتظر معالجة ما رُفض قبله في الحادث نفسه.',
    'Waits until what was refused before it in this incident is settled.',
    'Attend que ce qui a été refusé avant dans cet incident soit réglé.',
  ],
  sendAgain: ['أعد الإرسال', 'Send again', 'Renvoyer'],
  sendAsNow: ['أرسله بتوقيت الآن', 'Send as of now', 'Envoyer à l’heure actuelle'],
  discard: ['احذفه', 'Discard', 'Abandonner'],
  discardSure: ['احذفه نهائياً؟', 'Discard for good?', 'Abandonner définitivement ?'],
  correct: ['صحّح وأعد التسجيل', 'Correct and log again', 'Corriger et enregistrer'],
  callWord: ['اتصال آخر', 'Another call', 'Autre appel'],
  noteWord: ['ملاحظة', 'Note', 'Note'],
  unitSent: ['إرسال دورية', 'Unit sent', 'Unité engagée'],
  unitMoved: ['وضع الدورية', 'Unit’s status', 'État de l’unité'],
  incidentMoved: ['وضع الحادث', 'Incident’s status', 'État de l’incident'],
  recordChanged: ['تعديل الحادث', 'Change of the incident', 'Modification de l’incident'],
  clockChanged: ['توقيت', 'Clock', 'Horodatage'],
  linkChanged: ['ربط أو دمج', 'Link or merge', 'Lien ou fusion'],
  incidentAbsent: [
    'لا يوجد هذا الحادث ضمن نطاقك.',
    'There is no such incident in your area.',
    'Cet incident n’est pas dans votre ressort.',
  ],
  nextStep: ['الخطوة التالية', 'Next step', 'Étape suivante'],
  moveResolved: ['أنهِ المعالجة', 'Resolve', 'Marquer traité'],
  moveClosed: ['أقفل', 'Close', 'Clore'],
  moveCancelled: ['ألغِ', 'Cancel it', 'Annuler'],
  moveReferred: ['أحِل', 'Refer', 'Transmettre'],
  moveHold: ['علّق', 'Hold', 'Mettre en attente'],
  moveOpen: ['أعد فتحه', 'Reopen', 'Rouvrir'],
  moveResume: ['استأنف', 'Resume', 'Reprendre'],
  reason: ['السبب', 'Reason', 'Motif'],
  disposition: ['النتيجة', 'Disposition', 'Issue'],
  lookAgain: ['يُراجَع بعد', 'Look again in', 'Revoir dans'],
  minutes30: ['30 دقيقة', '30 minutes', '30 minutes'],
  hour1: ['ساعة', '1 hour', '1 heure'],
  hours4: ['4 ساعات', '4 hours', '4 heures'],
  hours24: ['24 ساعة', '24 hours', '24 heures'],
  confirm: ['نفّذ', 'Do it', 'Valider'],
  choose: ['اختر…', 'Choose…', 'Choisir…'],
  toClose: ['عولجت وتنتظر الإقفال', 'Resolved, to be closed', 'Traités, à clore'],
  waitingRefused: ['مما رفضه الخادم', 'refused by the server', 'refus du serveur'],
  practice: ['بيانات تمرين', 'Practice data', 'Données d’exercice'],
  type: ['نوع الحادث', 'Type', 'Type'],
  place: ['المكان', 'Place', 'Lieu'],
  what: ['ماذا حدث', 'What happened', 'Que s’est-il passé ?'],
  save: ['تسجيل', 'Log', 'Enregistrer'],
  cancel: ['إلغاء', 'Cancel', 'Annuler'],
  noUnit: ['بلا دورية', 'no unit', 'aucune unité'],
  timeline: ['سجل المجريات', 'Timeline', 'Fil des événements'],
  empty: [
    'لا حوادث مفتوحة في هذه الغرفة.',
    'No open incidents in this room.',
    'Aucun incident ouvert dans cette salle.',
  ],
  noBoard: [
    'لا لوحة غرفة ضمن صلاحياتك.',
    'Your posts include no room’s board.',
    'Vos fonctions ne comprennent aucune salle.',
  ],
  loading: ['جارٍ التحميل…', 'Loading…', 'Chargement…'],
  select: ['اختر حادثاً من القائمة.', 'Choose an incident from the queue.', 'Choisissez un incident dans la file.'],
  logged: ['سُجّل الحادث', 'Incident logged', 'Incident enregistré'],
  created: ['سُجّل', 'Created', 'Créé'],
  sent: ['الدوريات المكلّفة', 'Units sent', 'Unités engagées'],
  send: ['أرسل:', 'Send:', 'Engager :'],
  note: ['أضف ملاحظة إلى سجل المجريات', 'Add a note to the timeline', 'Ajouter une note au fil des événements'],
  add: ['أضف', 'Add', 'Ajouter'],
  free: ['متاحة', 'free', 'libre'],
  light: ['فاتح', 'Light', 'Clair'],
  dark: ['داكن', 'Dark', 'Sombre'],
  unknownType: ['اختر نوعاً من القائمة.', 'Choose a type from the list.', 'Choisissez un type dans la liste.'],
  everywhere: ['في كل الصفحات', 'On every page', 'Sur toutes les pages'],
  palette: ['ابحث أو اكتب أمراً', 'Search or type a command', 'Chercher ou taper une commande'],
  paletteHint: [
    'حادث، دورية، صفحة، إجراء، أو أمر…',
    'Incident, unit, page, action, or a command…',
    'Incident, unité, page, action ou commande…',
  ],
  paletteNone: ['لا شيء بهذه الكلمات.', 'Nothing by these words.', 'Rien avec ces mots.'],
  paletteHelp: [
    'للمتمرّسين: a دورية #رقم تكليف، s دورية os وضع، n ملاحظة، r إنهاء المعالجة، c نتيجة إقفال، h دقائق سبب تعليق',
    'For the practised: a M-12 #4512 assigns, s M-12 os status, n note, r resolve, c disposition, h 30 reason',
    'Pour les initiés : a M-12 #4512 engage, s M-12 os état, n note, r traité, c issue, h 30 motif',
  ],
  paletteActions: ['إجراءات', 'Actions', 'Actions'],
  keySheet: ['المفاتيح', 'Keys', 'Raccourcis clavier'],
  closeWord: ['إغلاق', 'Close', 'Fermer'],
  exportNeedsLink: [
    'لم يُصدَّر شيء: كل تصدير يُدوَّن عند الخادم أولاً، وهو غير متصل. أعد المحاولة عند عودة الاتصال.',
    'Nothing was exported: each export is first written down at the server, which is not reached. Try again when the link is back.',
    'Rien n’a été exporté : chaque export est d’abord consigné au serveur, injoignable. Réessayez au retour de la liaison.',
  ],
  failed: [
    'لم يُرسل. بقي ما كتبته كما هو.',
    'Not sent. What you typed is kept.',
    'Non envoyé. Votre saisie est conservée.',
  ],
} as const satisfies Record<string, readonly [string, string, string]>;

export type Word = keyof typeof words;
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

/** What stands between a name and what is said of it: French keeps a space before it. */
export const colonIn = (language: Language): string => (language === 'fr' ? '\u00a0: ' : ': ');

/** A word of the interface in a language. */
export const wordIn = (language: Language, word: Word): string => sentenceInDigits(words[word][column[language]]);
export const allWords = words;

export const LanguageContext = createContext<Language>('ar');
export function useText(): { language: Language; t: (word: Word) => string; name: (of: Named) => string } {
  const language = useContext(LanguageContext);
  return { language, t: (word) => wordIn(language, word), name: (of) => nameIn(language, of) };
}

export interface Named {
  nameAr: string;
  nameEn: string;
  nameFr: string;
}
export const nameIn = (language: Language, of: Named): string =>
  language === 'ar' ? of.nameAr : language === 'fr' ? of.nameFr : of.nameEn;

/** A colleague's name as a screen in this language writes it. */
export const personIn = (language: Language, arabic: string | null, latin: string | null): string =>
  (language === 'ar' ? arabic : latin) ?? arabic ?? '';
