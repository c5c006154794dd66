import type { Sentences } from './sentence.ts';

export const platformReasons: Sentences = {
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
  'time.format': {
    ar: 'الوقت ليس بالصيغة التي يحددها ملف المطابقة.',
    en: 'The time is not in the format of the mapping.',
    fr: 'L’heure n’est pas au format de la correspondance.',
  },
  internal: {
    ar: 'توقّف العمل بسبب عطل في الخادم. ما كُتب بقي، وإعادة الملف نفسه تكمل من حيث توقّف.',
    en: 'A fault in the server ended the work. What was written stays; the same file again goes on from there.',
    fr: 'Une panne du serveur a interrompu le travail. Ce qui est écrit reste ; renvoyer le fichier continue de là.',
  },
  'cursor.invalid': {
    ar: 'رابط الصفحة التالية غير صالح. ابدأ من أول القائمة.',
    en: 'The link to the next page is not valid. Start from the top of the list.',
    fr: 'Le lien vers la page suivante n’est pas valable. Reprenez depuis le début de la liste.',
  },
  'origin.foreign': {
    ar: 'جاء الطلب من موقع آخر فرُفض.',
    en: 'The request came from another site and was refused.',
    fr: 'La requête vient d’un autre site ; elle est refusée.',
  },
  'session.missing': {
    ar: 'انتهت جلستك أو لم تسجّل الدخول.',
    en: 'You are not signed in, or your session has ended.',
    fr: 'Vous n’êtes pas connecté ou votre session est terminée.',
  },
  'session.other_person': {
    ar: 'سجّل شخص آخر الدخول على هذا الجهاز. أعد تحميل الصفحة.',
    en: 'Somebody else has signed in at this seat. Load the page again.',
    fr: 'Quelqu’un d’autre s’est connecté à ce poste. Rechargez la page.',
  },
  'right.missing': {
    ar: 'لا تسمح صلاحياتك بهذا الإجراء.',
    en: 'Your rights do not allow this.',
    fr: 'Vos droits ne le permettent pas.',
  },
  'post.not_yours': {
    ar: 'لست مكلّفاً بهذا المنصب، أو انتهى تكليفك به. اختر منصباً آخر من الشريط العلوي.',
    en: 'You do not hold that post, or it has ended. Choose another in the top bar.',
    fr: 'Vous n’exercez pas cette fonction, ou elle a pris fin. Choisissez-en une autre dans la barre du haut.',
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
    ar: 'وصلت هذه العملية بعد انقضاء المهلة المسموحة (بالساعات: {hours}).',
    en: 'This was made more than {hours} h before it arrived.',
    fr: 'Cette opération est arrivée plus de {hours} h après avoir été faite.',
  },
  'time.future': { ar: 'الوقت في المستقبل.', en: 'The time lies in the future.', fr: 'L’heure est dans le futur.' },
  'time.order': {
    ar: 'ترتيب الأوقات غير ممكن.',
    en: 'The times are in an impossible order.',
    fr: 'L’ordre des heures est impossible.',
  },
  'body.malformed': {
    ar: 'تعذّرت قراءة الطلب: ليس بالصيغة المطلوبة.',
    en: 'The request cannot be read: it is not in the form that was asked for.',
    fr: 'La requête est illisible : elle n’a pas la forme demandée.',
  },
  'body.too_large': {
    ar: 'حجم الطلب أكبر من المسموح. لم يُحفظ منه شيء.',
    en: 'The request is larger than allowed. Nothing of it was kept.',
    fr: 'La requête dépasse la taille permise. Rien n’en a été conservé.',
  },
  'body.kind': {
    ar: 'نوع محتوى الطلب غير مقبول هنا.',
    en: 'The kind of content of the request is not taken here.',
    fr: 'Ce type de contenu n’est pas accepté ici.',
  },
  'path.unknown': {
    ar: 'لا يوجد شيء على هذا العنوان.',
    en: 'There is nothing at this address.',
    fr: 'Il n’y a rien à cette adresse.',
  },
  'storage.full': {
    ar: 'امتلأ قرص الخادم فلم يُحفظ شيء. ما كتبته باقٍ على هذه الشاشة؛ أبلغ مدير النظام ثم أعد الإرسال.',
    en: 'The server’s disk is full, so nothing was saved. What you typed is kept on this screen; tell the administrator, then send again.',
    fr: 'Le disque du serveur est plein ; rien n’a été enregistré. Votre saisie reste à l’écran ; prévenez l’administrateur, puis renvoyez.',
  },
  'database.unreachable': {
    ar: 'لا يستطيع الخادم الوصول إلى قاعدة البيانات الآن. ما كتبته باقٍ؛ أعد الإرسال بعد قليل.',
    en: 'The server cannot reach its database just now. What you typed is kept; send again in a moment.',
    fr: 'Le serveur n’atteint pas sa base de données pour l’instant. Votre saisie est conservée ; renvoyez dans un instant.',
  },
  unexpected: {
    ar: 'حدث خطأ غير متوقع. سُجّل برقم {id}. لم يضع ما كتبته.',
    en: 'Something unexpected happened. It is logged as {id}. What you typed is kept.',
    fr: 'Un problème inattendu est survenu, consigné sous {id}. Votre saisie est conservée.',
  },
};
