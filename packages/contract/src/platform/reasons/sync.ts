import type { Sentences } from './sentence.ts';

export const syncReasons: Sentences = {
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
    ar: 'ينقص وقت تسجيل الحادث.',
    en: 'The time the incident was created is missing.',
    fr: 'L’heure de création de l’incident manque.',
  },
  'row.room_missing': {
    ar: 'لم تُذكر غرفة العمليات.',
    en: 'The operations room is missing.',
    fr: 'La salle manque.',
  },
  'row.call_sign_missing': {
    ar: 'لم يُذكر رمز النداء.',
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
  'row.key_repeated': {
    ar: 'المفتاح نفسه ورد في سطر سابق بمحتوى مختلف.',
    en: 'The same key stands in an earlier row with other content.',
    fr: 'La même clé figure dans une ligne précédente avec un autre contenu.',
  },
  'row.room_changed': {
    ar: 'الحادث مسجّل لدى غرفة أخرى. الملف لا ينقل حادثاً من غرفة إلى غرفة.',
    en: 'The incident stands in another room. A file does not move an incident from room to room.',
    fr: 'L’incident relève d’une autre salle. Un fichier ne transfère pas un incident d’une salle à l’autre.',
  },
  'text.unreadable': {
    ar: 'في القيمة حروف غير مقروءة. حدّد ترميز الملف في ملف المطابقة.',
    en: 'The value holds letters that cannot be read. State the file’s encoding in the mapping.',
    fr: 'La valeur contient des caractères illisibles. Précisez l’encodage du fichier dans la correspondance.',
  },
  'time.past': {
    ar: 'الوقت قبل سنة 1900.',
    en: 'The time lies before 1900.',
    fr: 'L’heure est antérieure à 1900.',
  },
  'position.zero': {
    ar: 'الإحداثيات (0، 0) تعني عادةً أن المكان مجهول. إن كان الأمر كذلك فاذكره في ملف المطابقة.',
    en: 'The position (0, 0) usually says that the place is unknown. If so, say it in the mapping.',
    fr: 'La position (0, 0) signifie d’ordinaire que le lieu est inconnu. Si c’est le cas, indiquez-le dans la correspondance.',
  },
  'position.swapped': {
    ar: 'يبدو أن خط الطول وخط العرض مبدّلان.',
    en: 'Longitude and latitude seem to be swapped.',
    fr: 'La longitude et la latitude semblent inversées.',
  },
  'file.encoding': {
    ar: 'ترميز الملف يخالف المذكور في ملف المطابقة.',
    en: 'The file is in another encoding than the mapping says.',
    fr: 'Le fichier est dans un autre encodage que celui de la correspondance.',
  },
  'file.column_twice': {
    ar: 'في الملف عمودان بالاسم نفسه، وملف المطابقة يذكر هذا الاسم.',
    en: 'The file holds two columns of one name that the mapping uses.',
    fr: 'Le fichier contient deux colonnes du même nom, cité par la correspondance.',
  },
  'file.old_workbook': {
    ar: 'المصنّف قديم أو محمي بكلمة مرور. احفظه بصيغة XLSX بلا كلمة مرور.',
    en: 'The workbook is an old one or locked. Save it as XLSX without a password.',
    fr: 'Le classeur est ancien ou protégé. Enregistrez-le en XLSX sans mot de passe.',
  },
  'file.sheet_missing': {
    ar: 'ليست في المصنّف ورقة بهذا الاسم.',
    en: 'The workbook has no sheet of that name.',
    fr: 'Le classeur n’a pas de feuille de ce nom.',
  },
  'file.json': {
    ar: 'الملف ليس مجموعة GeoJSON سليمة.',
    en: 'The file is not a whole GeoJSON collection.',
    fr: 'Le fichier n’est pas une collection GeoJSON complète.',
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
    ar: 'لم يبقَ على قرص الخادم متّسع كافٍ، فلم يُحفظ الملف. أبلغ مدير النظام.',
    en: 'The server’s disk has not enough room left; the file was not kept. Tell the administrator.',
    fr: 'Il ne reste pas assez de place sur le disque du serveur ; le fichier n’a pas été conservé. Prévenez l’administrateur.',
  },
  'file.too_many': {
    ar: 'أرسلت {most} ملفات لم تستوردها بعد. استورد أحدها، أو انتظر أن يُحذف بعد يوم.',
    en: 'You have sent {most} files that are not imported yet. Import one, or wait until it is removed after a day.',
    fr: 'Vous avez envoyé {most} fichiers pas encore importés. Importez-en un, ou attendez qu’il soit supprimé après un jour.',
  },
  'import.unknown': {
    ar: 'لا عملية استيراد بهذا الرقم ضمن نطاقك.',
    en: 'There is no such import in your area.',
    fr: 'Aucun import de ce numéro dans votre ressort.',
  },
  'import.abandoned': {
    ar: 'انقطع الاستيراد ولم يعد أحد يعمل عليه. ما كُتب بقي؛ أرسل الملف نفسه ثانيةً ليكتمل.',
    en: 'The import was cut off and nothing works on it any more. What was written stays; send the same file again to complete it.',
    fr: 'L’import a été interrompu et plus rien n’y travaille. Ce qui est écrit reste ; renvoyez le même fichier pour le compléter.',
  },
  'import.rows_removed': {
    ar: 'حُذفت قيم الأسطر المرفوضة بعد انقضاء مدة حفظها. أعد استيراد الملف لتراها من جديد.',
    en: 'The values of the refused rows were removed when their time was over. Import the file again to see them.',
    fr: 'Les valeurs des lignes refusées ont été supprimées à l’échéance. Réimportez le fichier pour les revoir.',
  },
  'import.not_running': {
    ar: 'انتهت عملية الاستيراد قبل أن يصل طلبك.',
    en: 'The import was over before your request arrived.',
    fr: 'L’import était terminé avant l’arrivée de votre demande.',
  },
  'mapping.unknown': {
    ar: 'لا ملف مطابقة بهذا الاسم.',
    en: 'There is no mapping of that name.',
    fr: 'Aucune correspondance de ce nom.',
  },
  'mapping.shipped': {
    ar: 'هذا الاسم لملف مطابقة يأتي مع النظام ولا يُعدَّل. احفظه باسم آخر.',
    en: 'This name belongs to a mapping that comes with the product and is not changed. Save under another name.',
    fr: 'Ce nom est celui d’une correspondance livrée avec le produit, qui ne se modifie pas. Enregistrez sous un autre nom.',
  },
  'mapping.name_taken': {
    ar: 'هذا الاسم مستعمل. اختر اسماً آخر.',
    en: 'This name is taken. Choose another.',
    fr: 'Ce nom est déjà pris. Choisissez-en un autre.',
  },
  'mapping.changed': {
    ar: 'عدّل شخص آخر ملف المطابقة في الأثناء. افتحه من جديد ثم أعد تعديلك.',
    en: 'Somebody else changed the mapping meanwhile. Open it again and repeat your change.',
    fr: 'Quelqu’un a modifié la correspondance entre-temps. Rouvrez-la et refaites votre changement.',
  },
  'mapping.name': {
    ar: 'الاسم: حروف لاتينية صغيرة وأرقام وشرطات، حتى 60.',
    en: 'The name: small Latin letters, digits and hyphens, 60 at most.',
    fr: 'Le nom : minuscules latines, chiffres et tirets, 60 au plus.',
  },
  'mapping.code': {
    ar: 'الرمز غير صحيح.',
    en: 'The code is not valid.',
    fr: 'Le code n’est pas valable.',
  },
  'mapping.unit_code': {
    ar: 'رمز الوحدة: حروف لاتينية وأرقام وشرطات، حتى 20.',
    en: 'The unit’s code: Latin letters, digits and hyphens, 20 at most.',
    fr: 'Le code de l’unité : lettres latines, chiffres et tirets, 20 au plus.',
  },
  'mapping.type_unknown': {
    ar: 'لا نوع حادث بهذا الرمز.',
    en: 'There is no incident type of that code.',
    fr: 'Aucun type d’incident de ce code.',
  },
  'mapping.date_format': {
    ar: 'صيغة التاريخ تحتاج إلى السنة والشهر واليوم، كلٌّ مرة واحدة.',
    en: 'A date format needs year, month and day, each once.',
    fr: 'Un format de date demande l’année, le mois et le jour, une fois chacun.',
  },
  'mapping.time_zone': {
    ar: 'المنطقة الزمنية غير معروفة. مثال: Asia/Beirut.',
    en: 'The time zone is not known. Example: Asia/Beirut.',
    fr: 'Le fuseau horaire est inconnu. Exemple : Asia/Beirut.',
  },
  'mapping.created_missing': {
    ar: 'اختر عمود وقت التسجيل.',
    en: 'Choose the column of the time created.',
    fr: 'Choisissez la colonne de l’heure de création.',
  },
  'mapping.response': {
    ar: 'حين يكون السطر لكل دورية، تلزم أعمدة الدورية؛ وإلا فلا.',
    en: 'Where a row is a unit’s response, its columns are needed; else they are not.',
    fr: 'Si une ligne est l’engagement d’une unité, ses colonnes sont nécessaires ; sinon non.',
  },
  'mapping.bounds': {
    ar: 'حدود القوة غير صحيحة: غرب ثم جنوب ثم شرق ثم شمال، بالدرجات.',
    en: 'The force’s bounds are not valid: west, south, east, north in degrees.',
    fr: 'Les limites de la force ne sont pas valables : ouest, sud, est, nord en degrés.',
  },
  'mapping.invalid': {
    ar: 'ملف المطابقة فيه أخطاء.',
    en: 'The mapping has faults.',
    fr: 'La correspondance comporte des erreurs.',
  },
  'unit.code_of_another': {
    ar: 'هذا رمز وحدة أخرى في القوة تسجّل الحوادث: ستحمل حوادث الوحدتين الأرقام نفسها. أعطِ الغرفة رمزاً آخر في ملف المطابقة.',
    en: 'Another unit of the force that logs incidents has this code: incidents of both would bear the same numbers. Give the room another code in the mapping.',
    fr: 'Une autre unité de la force qui enregistre des incidents porte ce code : leurs incidents auraient les mêmes numéros. Donnez à la salle un autre code dans la correspondance.',
  },
  'mapping.force_missing': {
    ar: 'القوة المذكورة غير موجودة، وملف المطابقة لا يسمح بإنشائها.',
    en: 'The force is not there and the mapping does not allow making it.',
    fr: 'La force n’existe pas et la correspondance ne permet pas de la créer.',
  },
};
