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
  'measure.period_reversed': {
    ar: 'تاريخ النهاية قبل تاريخ البداية. صحّح الفترة.',
    en: 'The period ends before it begins. Correct the dates.',
    fr: 'La période finit avant de commencer. Corrigez les dates.',
  },
  'measure.by_repeated': {
    ar: 'التقسيم نفسه مذكور مرتين.',
    en: 'The same breakdown is named twice.',
    fr: 'La même ventilation est nommée deux fois.',
  },
  'measure.interval_and_statistic': {
    ar: 'الوسيط والمئين التسعون والنسبة ضمن المهلة تُحسب لفاصل زمني، ولا يُحسب الفاصل إلا بها.',
    en: 'A median, a 90th percentile and a share within a limit are of an interval, and an interval needs one of them.',
    fr: 'Médiane, 90e centile et part dans la limite portent sur un intervalle, et un intervalle exige l’un d’eux.',
  },
  'measure.statistic': {
    ar: 'هذا الإحصاء لا ينطبق على ما اخترت قياسه.',
    en: 'This statistic does not fit what is measured.',
    fr: 'Cette statistique ne convient pas à ce qui est mesuré.',
  },
  'measure.interval_not_of_assignment': {
    ar: 'هذا الفاصل الزمني يخص الحادث لا مهمة الدورية.',
    en: 'This interval is of the incident, not of a unit’s assignment.',
    fr: 'Cet intervalle est celui de l’incident, pas d’une affectation.',
  },
  'measure.limit_missing': {
    ar: 'حدّد المهلة لحساب النسبة ضمنها.',
    en: 'Give the limit that the share is within.',
    fr: 'Indiquez la limite pour calculer la part qui la respecte.',
  },
  'measure.limit_own': {
    ar: 'مهلة القوة معتمدة لزمن الاستجابة فقط.',
    en: 'The force’s own limit is for the response alone.',
    fr: 'La limite propre à la force ne vaut que pour la réponse.',
  },
  'measure.rate_needs_unit': {
    ar: 'المعدّل لكل مئة ألف نسمة يحتاج إلى تقسيم بحسب الغرفة أو المخفر.',
    en: 'A rate per 100,000 residents needs a breakdown by room or station.',
    fr: 'Un taux pour 100 000 habitants exige une ventilation par salle ou par poste.',
  },
  'time.format': {
    ar: 'الوقت ليس بالصيغة التي يحددها ملف المطابقة.',
    en: 'The time is not in the format of the mapping.',
    fr: 'L’heure n’est pas au format de la correspondance.',
  },
  'row.ragged': {
    ar: 'عدد خانات السطر لا يطابق العناوين.',
    en: 'The row has not as many cells as the heading.',
    fr: 'La ligne n’a pas autant de cellules que l’en-tête.',
  },
  'row.key_missing': {
    ar: 'ينقص السطر الرقم الذي يُعرف به.',
    en: 'The row lacks the key it is known by.',
    fr: 'Il manque à la ligne la clé qui l’identifie.',
  },
  'row.created_missing': {
    ar: 'ينقص وقت إنشاء الحادث.',
    en: 'The time the incident was created is missing.',
    fr: 'L’heure de création de l’incident manque.',
  },
  'row.room_missing': {
    ar: 'لم تُذكر غرفة العمليات.',
    en: 'The operations room is missing.',
    fr: 'La salle manque.',
  },
  'row.call_sign_missing': {
    ar: 'لم يُذكر رمز الدورية.',
    en: 'The unit’s call sign is missing.',
    fr: 'L’indicatif de l’unité manque.',
  },
  'code.unknown': {
    ar: 'هذه القيمة غير واردة في جدول المطابقة.',
    en: 'The mapping’s table does not hold this value.',
    fr: 'La table de correspondance ne contient pas cette valeur.',
  },
  'position.format': {
    ar: 'الإحداثيات غير مقروءة.',
    en: 'The coordinates cannot be read.',
    fr: 'Les coordonnées sont illisibles.',
  },
  'unit.unknown': {
    ar: 'لا وحدة بهذا الرمز في القوة.',
    en: 'The force has no unit with this code.',
    fr: 'La force n’a pas d’unité portant ce code.',
  },
  'file.empty': {
    ar: 'الملف فارغ.',
    en: 'The file is empty.',
    fr: 'Le fichier est vide.',
  },
  'file.columns': {
    ar: 'في الملف أعمدة أكثر من المسموح.',
    en: 'The file has more columns than allowed.',
    fr: 'Le fichier a plus de colonnes que permis.',
  },
  'file.row_too_long': {
    ar: 'في الملف سطر أطول من المسموح.',
    en: 'The file holds a row that is too long.',
    fr: 'Le fichier contient une ligne trop longue.',
  },
  'file.quotes': {
    ar: 'في الملف علامة اقتباس لم تُغلق.',
    en: 'The file holds a quote that never ends.',
    fr: 'Le fichier contient un guillemet jamais fermé.',
  },
  'file.bomb': {
    ar: 'الملف المضغوط يتمدد إلى حجم غير معقول، فرُفض.',
    en: 'The packed file unpacks to an absurd size and was refused.',
    fr: 'Le fichier compressé se déploie à une taille absurde ; il est refusé.',
  },
  'file.packing': {
    ar: 'الملف المضغوط تالف أو ناقص.',
    en: 'The packed file is broken or cut short.',
    fr: 'Le fichier compressé est abîmé ou tronqué.',
  },
  'file.column_missing': {
    ar: 'ينقص الملف عموداً يذكره ملف المطابقة.',
    en: 'The file lacks a column that the mapping names.',
    fr: 'Il manque au fichier une colonne citée par la correspondance.',
  },
  'file.projection': {
    ar: 'نظام الإسقاط المذكور غير معروف.',
    en: 'The projection named is not known.',
    fr: 'La projection citée est inconnue.',
  },
  'file.unknown': {
    ar: 'الملف غير موجود. أرسله من جديد.',
    en: 'The file is not there. Send it again.',
    fr: 'Le fichier n’est plus là. Envoyez-le de nouveau.',
  },
  'file.too_large': {
    ar: 'الملف أكبر من المسموح.',
    en: 'The file is larger than allowed.',
    fr: 'Le fichier dépasse la taille permise.',
  },
  'file.disk_full': {
    ar: 'امتلأ قرص الخادم، فلم يُحفظ الملف.',
    en: 'The server’s disk is full; the file was not kept.',
    fr: 'Le disque du serveur est plein ; le fichier n’a pas été conservé.',
  },
  'import.unknown': {
    ar: 'لا عملية استيراد بهذا الرقم ضمن نطاقك.',
    en: 'There is no such import in your area.',
    fr: 'Aucune importation de ce numéro dans votre ressort.',
  },
  'import.not_running': {
    ar: 'انتهت عملية الاستيراد قبل أن يصل طلبك.',
    en: 'The import was over before your request arrived.',
    fr: 'L’importation était terminée avant l’arrivée de votre demande.',
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
  'mapping.unknown': {
    ar: 'لا ملف مطابقة بهذا الاسم.',
    en: 'There is no mapping of that name.',
    fr: 'Aucune correspondance de ce nom.',
  },
  'mapping.invalid': {
    ar: 'ملف المطابقة فيه أخطاء.',
    en: 'The mapping has faults.',
    fr: 'La correspondance comporte des erreurs.',
  },
  'mapping.force_missing': {
    ar: 'القوة المذكورة غير موجودة، وملف المطابقة لا يسمح بإنشائها.',
    en: 'The force is not there and the mapping does not allow making it.',
    fr: 'La force n’existe pas et la correspondance ne permet pas de la créer.',
  },
  'unit.not_of_room': {
    ar: 'هذه الدورية ليست من دوريات الغرفة.',
    en: 'This unit is not one of the room’s.',
    fr: 'Cette unité n’est pas de la salle.',
  },
  'unit.busy': {
    ar: 'الدورية {unit} مكلّفة بحادث آخر.',
    en: 'Unit {unit} is already on an incident.',
    fr: 'L’unité {unit} est déjà engagée.',
  },
  'assignment.not_found': {
    ar: 'لا تكليف بهذا الرقم في الحادث.',
    en: 'The incident has no such assignment.',
    fr: 'L’incident n’a pas cette affectation.',
  },
  'assignment.move': {
    ar: 'تغيّر وضع الدورية قبل وصول طلبك، أو أن هذا الانتقال غير مسموح.',
    en: 'The unit’s status has changed meanwhile, or this move is not allowed.',
    fr: 'Le statut de l’unité a changé entre-temps, ou ce passage n’est pas permis.',
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
    ar: 'تغيّر وضع الحادث قبل وصول طلبك، أو أن هذا الانتقال غير مسموح.',
    en: 'The incident’s status has changed meanwhile, or this move is not allowed.',
    fr: 'Le statut de l’incident a changé entre-temps, ou ce passage n’est pas permis.',
  },
  'incident.units_at_work': {
    ar: 'ما زالت دورية تعمل على الحادث: {units}. أنهِ عملها أولاً.',
    en: 'A unit is still at work on the incident: {units}. Clear it first.',
    fr: 'Une unité est encore engagée : {units}. Libérez-la d’abord.',
  },
  'incident.reason_missing': {
    ar: 'اكتب السبب.',
    en: 'Give the reason.',
    fr: 'Indiquez le motif.',
  },
  'incident.hold_until': {
    ar: 'حدّد متى يُنظر فيه من جديد، خلال ثلاثين يوماً.',
    en: 'Say when to look at it again, within thirty days.',
    fr: 'Indiquez quand le revoir, dans les trente jours.',
  },
  'incident.disposition_missing': {
    ar: 'لا يُقفل الحادث بلا نتيجة. اختر النتيجة.',
    en: 'An incident is not closed without a disposition. Choose one.',
    fr: 'Un incident ne se clôt pas sans issue. Choisissez-en une.',
  },
  'incident.disposition': {
    ar: 'النتيجة غير معروفة أو لم تعد مستعملة.',
    en: 'The disposition is unknown or no longer used.',
    fr: 'L’issue est inconnue ou n’est plus utilisée.',
  },
  'incident.field_required': {
    ar: 'هذا النوع لا يُقفل قبل تعبئة: {fields}.',
    en: 'This type is not closed before these are filled: {fields}.',
    fr: 'Ce type ne se clôt pas avant de remplir : {fields}.',
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
