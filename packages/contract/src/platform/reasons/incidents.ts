import type { Sentences } from './sentence.ts';

export const incidentsReasons: Sentences = {
  'incident.number_taken': {
    ar: 'الرقم التالي لهذه الغرفة يحمله حادث آخر. لم يضِع شيء: أبلغ مدير النظام، ثم أعد الإرسال.',
    en: 'Another incident already has the next number of this room. Nothing is lost: tell the administrator, then send it again.',
    fr: 'Un autre incident porte déjà le prochain numéro de cette salle. Rien n’est perdu : prévenez l’administrateur, puis renvoyez.',
  },
  'unit.code_unknown': {
    ar: 'لا وحدة بهذا الرمز في القوة.',
    en: 'The force has no unit with this code.',
    fr: 'La force n’a pas d’unité portant ce code.',
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
  'unit.busy_on': {
    ar: 'الدورية {unit} مكلّفة بالحادث {number}.',
    en: 'Unit {unit} is already on incident {number}.',
    fr: 'L’unité {unit} est déjà engagée sur l’incident {number}.',
  },
  'assignment.over': {
    ar: 'أنهت هذه الدورية عملها في الحادث.',
    en: 'This unit is done with the incident.',
    fr: 'Cette unité a terminé sur l’incident.',
  },
  'assignment.leads': {
    ar: 'هذه الدورية هي قائدة التدخل أصلاً.',
    en: 'This unit leads already.',
    fr: 'Cette unité est déjà l’unité de tête.',
  },
  'assignment.not_found': {
    ar: 'لا تكليف بهذا الرقم في الحادث.',
    en: 'The incident has no such assignment.',
    fr: 'L’incident n’a pas cet engagement.',
  },
  'assignment.move': {
    ar: 'تغيّر وضع الدورية قبل وصول طلبك، أو أن هذا الانتقال غير مسموح.',
    en: 'The unit’s status has changed meanwhile, or this move is not allowed.',
    fr: 'L’état de l’unité a changé entre-temps, ou ce passage n’est pas permis.',
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
  'incident.place': {
    ar: 'المكان المختار غير موجود في دليل أماكن قوّتك. اختر غيره أو اكتبه بلا اختيار.',
    en: 'The place chosen is not in your force’s gazetteer. Choose another, or write it without choosing.',
    fr: 'Le lieu choisi ne figure pas dans le répertoire de votre force. Choisissez-en un autre ou écrivez-le.',
  },
  'incident.id_used': {
    ar: 'يوجد حادث بهذا المعرّف.',
    en: 'An incident with this id exists.',
    fr: 'Un incident porte déjà cet identifiant.',
  },
  'incident.move': {
    ar: 'تغيّر وضع الحادث قبل وصول طلبك، أو أن هذا الانتقال غير مسموح.',
    en: 'The incident’s status has changed meanwhile, or this move is not allowed.',
    fr: 'L’état de l’incident a changé entre-temps, ou ce passage n’est pas permis.',
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
  'incident.itself': {
    ar: 'اختر حادثاً آخر غير هذا.',
    en: 'Choose another incident than this one.',
    fr: 'Choisissez un autre incident que celui-ci.',
  },
  'incident.schedule': {
    ar: 'الموعد أبعد من المسموح (400 يوم).',
    en: 'The time is further ahead than allowed (400 days).',
    fr: 'L’échéance dépasse la limite (400 jours).',
  },
  'incident.unchanged': {
    ar: 'لا تغيير في ما أرسلته.',
    en: 'Nothing of this differs from what stands.',
    fr: 'Rien ne diffère de ce qui est enregistré.',
  },
  'incident.changed_meanwhile': {
    ar: 'تعديل من {person} في هذه الأثناء: {fields}. راجع القيم الحالية ثم قرّر.',
    en: '{person} changed this meanwhile: {fields}. Look at what stands now, then decide.',
    fr: '{person} a modifié entre-temps : {fields}. Voyez les valeurs actuelles, puis décidez.',
  },
  'incident.over_correction': {
    ar: 'انتهى هذا الحادث. بعد الإقفال يُطلب التصحيح ويُوافَق عليه، أو يُعاد فتح الحادث.',
    en: 'This incident is over. After closing, a correction is asked for and approved, or the incident is reopened.',
    fr: 'Cet incident est terminé. Après la clôture, une correction se demande et s’approuve, ou l’incident est rouvert.',
  },
  'incident.station': {
    ar: 'الفصيلة غير معروفة في هذه القوة.',
    en: 'The force has no such station.',
    fr: 'La force n’a pas ce poste.',
  },
  'clock.not_found': {
    ar: 'لا يوجد هذا التوقيت في الحادث.',
    en: 'The incident has no such clock.',
    fr: 'L’incident n’a pas cet horodatage.',
  },
  'clock.classified': {
    ar: 'توقيت التصنيف لا يُصحَّح. أعد تصنيف الحادث.',
    en: 'The time of a grading is not corrected. Re-grade the incident.',
    fr: 'L’horodatage d’une qualification ne se corrige pas. Requalifiez l’incident.',
  },
  'clock.replaced': {
    ar: 'صُحّح هذا التوقيت قبل وصول طلبك. صحّح القيمة الأحدث.',
    en: 'This clock has been corrected meanwhile. Correct the newer one.',
    fr: 'Cet horodatage a été corrigé entre-temps. Corrigez le plus récent.',
  },
  'clock.present': {
    ar: 'هذا التوقيت مسجّل. صحّحه بدل إضافته.',
    en: 'This clock stands already. Correct it instead of adding it.',
    fr: 'Cet horodatage existe déjà. Corrigez-le au lieu de l’ajouter.',
  },
  'clock.of_assignment': {
    ar: 'توقيت الدورية يُسجَّل على تكليفها، وتوقيت الاتصال على الحادث.',
    en: 'A unit’s clock belongs to its assignment, a call’s to the incident.',
    fr: 'L’horodatage d’une unité relève de son engagement, celui d’un appel de l’incident.',
  },
  'people.nothing': {
    ar: 'اكتب شيئاً على الأقل.',
    en: 'Write at least one of the fields.',
    fr: 'Remplissez au moins un champ.',
  },
  'people.locked': {
    ar: 'بيانات الأشخاص والمركبات مقفلة. تُفتح بصلاحية أو بسبب مدوّن.',
    en: 'People and vehicles are locked. A right opens them, or a written reason.',
    fr: 'Personnes et véhicules sont verrouillés. Un droit ou un motif écrit les ouvre.',
  },
  'people.replaced': {
    ar: 'صُحّح هذا القيد أو سُحب قبل وصول طلبك.',
    en: 'This entry has been corrected or withdrawn meanwhile.',
    fr: 'Cette entrée a été corrigée ou retirée entre-temps.',
  },
  'people.reason_short': {
    ar: 'اكتب السبب بعشرة أحرف على الأقل: يقرؤه مسؤول المناوبة والمفتّش.',
    en: 'Give the reason in at least ten letters: supervisor and inspector will read it.',
    fr: 'Donnez le motif en dix lettres au moins : le chef de quart et l’inspecteur le liront.',
  },
  'link.present': {
    ar: 'الحادثان مرتبطان أصلاً.',
    en: 'The two are linked already.',
    fr: 'Les deux sont déjà liés.',
  },
  'link.absent': {
    ar: 'لا رابط قائماً بينهما.',
    en: 'There is no such link.',
    fr: 'Ce lien n’existe pas.',
  },
  'link.parent_is_child': {
    ar: 'الحادث المختار تابع لحادث آخر أو مدموج فيه. اختر الحادث الرئيسي.',
    en: 'The chosen incident itself lies under another. Choose that one.',
    fr: 'L’incident choisi relève lui-même d’un autre. Choisissez celui-là.',
  },
  'link.child_is_parent': {
    ar: 'لهذا الحادث حوادث تابعة، فلا يصير تابعاً لغيره.',
    en: 'This incident has others under it and cannot lie under one itself.',
    fr: 'Cet incident en regroupe d’autres et ne peut relever d’un autre.',
  },
  'merge.into': {
    ar: 'لا يُدمج في حادث ملغى أو مكرر. اختر الحادث الأصلي.',
    en: 'Nothing is merged into a cancelled or duplicate incident. Choose the original.',
    fr: 'On ne fusionne pas dans un incident annulé ou doublon. Choisissez l’original.',
  },
  'merge.units_at_work': {
    ar: 'ما زالت دورية تعمل على المكرر: {units}. انقلها إلى الحادث الأصلي أو أنهِ عملها.',
    en: 'A unit is still at work on the duplicate: {units}. Hand it over to the original or clear it.',
    fr: 'Une unité est encore engagée sur le doublon : {units}. Transférez-la à l’original ou libérez-la.',
  },
  'merge.units_stay': {
    ar: 'لا تُنقل الدوريات ({units}) إلى حادث لا عمل جارياً فيه أو في غرفة أخرى. أنهِ عملها أولاً.',
    en: 'Units ({units}) are not handed to an incident that is not being worked or is in another room. Clear them first.',
    fr: 'Les unités ({units}) ne passent pas à un incident inactif ou d’une autre salle. Libérez-les d’abord.',
  },
  'attachment.type': {
    ar: 'نوع الملف غير مقبول. تُقبل الصور وPDF والنص والصوت والفيديو.',
    en: 'This kind of file is not accepted. Pictures, PDF, text, sound and video are.',
    fr: 'Ce type de fichier n’est pas accepté. Images, PDF, texte, son et vidéo le sont.',
  },
  'attachment.empty': { ar: 'الملف فارغ.', en: 'The file is empty.', fr: 'Le fichier est vide.' },
  'attachment.too_large': {
    ar: 'الملف أكبر من {megabytes} ميغابايت.',
    en: 'The file is larger than {megabytes} megabytes.',
    fr: 'Le fichier dépasse {megabytes} mégaoctets.',
  },
  'attachment.not_found': {
    ar: 'لا مرفق بهذا الرقم ضمن نطاقك.',
    en: 'There is no such attachment in your area.',
    fr: 'Aucune pièce jointe de ce numéro dans votre ressort.',
  },
  'attachment.withdrawn': {
    ar: 'سُحب هذا المرفق.',
    en: 'This attachment was withdrawn.',
    fr: 'Cette pièce jointe a été retirée.',
  },
  'attachment.lost': {
    ar: 'ملف المرفق غير موجود على الخادم. أبلغ مدير النظام.',
    en: 'The file of this attachment is missing on the server. Tell the administrator.',
    fr: 'Le fichier de cette pièce manque sur le serveur. Prévenez l’administrateur.',
  },
  'room.unknown': {
    ar: 'الغرفة غير معروفة أو لا تسجّل الحوادث.',
    en: 'The room is unknown or does not log incidents.',
    fr: 'La salle est inconnue ou n’enregistre pas d’incidents.',
  },
};
