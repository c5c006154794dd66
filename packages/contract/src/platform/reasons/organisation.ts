import type { Sentences } from './sentence.ts';

/** Why something of units, people, posts, roles or lists was refused. */
export const organisationReasons: Sentences = {
  'date.invalid': { ar: 'التاريخ غير صحيح.', en: 'The date is not valid.', fr: 'La date n’est pas valable.' },
  'date.order': {
    ar: 'اليوم الأخير قبل اليوم الأول.',
    en: 'The last day lies before the first.',
    fr: 'Le dernier jour précède le premier.',
  },
  'unit.unknown': {
    ar: 'لا وحدة بهذا الرقم ضمن صلاحيتك.',
    en: 'There is no such unit within your area.',
    fr: 'Aucune unité de ce numéro dans votre ressort.',
  },
  'unit.ended': {
    ar: 'انتهت هذه الوحدة؛ لا يُغيَّر فيها شيء.',
    en: 'This unit has ended; nothing of it is changed.',
    fr: 'Cette unité a pris fin ; rien n’y est modifié.',
  },
  'unit.code': {
    ar: 'الرمز أحرف لاتينية كبيرة وأرقام وشرطات، مثل TRI-2.',
    en: 'A code is Latin capitals, digits and hyphens, like TRI-2.',
    fr: 'Le code se compose de majuscules latines, de chiffres et de tirets, comme TRI-2.',
  },
  'unit.code_taken': {
    ar: 'هذا الرمز لوحدة أخرى في القوة نفسها، قائمة أو منتهية.',
    en: 'Another unit of this force, standing or ended, has this code.',
    fr: 'Une autre unité de cette force, active ou non, porte déjà ce code.',
  },
  'unit.parent_kind': {
    ar: 'لا تتبع وحدة من هذا النوع لوحدة من ذاك النوع.',
    en: 'A unit of this kind does not stand under one of that kind.',
    fr: 'Une unité de cette catégorie ne dépend pas d’une unité de cette autre catégorie.',
  },
  'unit.loop': {
    ar: 'لا تتبع الوحدة لنفسها ولا لوحدة تحتها.',
    en: 'A unit cannot stand under itself or under one of its own.',
    fr: 'Une unité ne peut dépendre d’elle-même ni d’une unité placée sous elle.',
  },
  'unit.same_parent': {
    ar: 'الوحدة تتبع لهذه الوحدة من قبل.',
    en: 'The unit stands there already.',
    fr: 'L’unité s’y trouve déjà.',
  },
  'unit.other_force': {
    ar: 'لا تنتقل وحدة من قوة إلى أخرى.',
    en: 'A unit does not move from one force to another.',
    fr: 'Une unité ne passe pas d’une force à une autre.',
  },
  'unit.posts_beyond': {
    ar: 'بهذا يصل أصحاب المناصب في هذه الوحدة إلى أبعد مما تديره.',
    en: 'People with a post in this unit would reach further than what you administer.',
    fr: 'Les titulaires d’une fonction dans cette unité iraient au-delà de ce que vous administrez.',
  },
  'unit.force_stays': {
    ar: 'القوة نفسها لا تُنقل ولا تُنهى.',
    en: 'The force itself is neither moved nor ended.',
    fr: 'La force elle-même ne se déplace ni ne se clôt.',
  },
  'unit.before_parent': {
    ar: 'التاريخ قبل قيام الوحدة الأعلى.',
    en: 'The date lies before the first day of the unit above.',
    fr: 'La date précède le premier jour de l’unité supérieure.',
  },
  'unit.no_plan': {
    ar: 'لم يعد هذا مخططاً للوحدة.',
    en: 'That is not planned for the unit, or no longer.',
    fr: 'Ceci n’est pas, ou plus, prévu pour l’unité.',
  },
  'unit.ends_before': {
    ar: 'تنتهي إحدى الوحدتين في {date}.',
    en: 'One of the two units ends on {date}.',
    fr: 'L’une des deux unités prend fin le {date}.',
  },
  'unit.move_order': {
    ar: 'الوحدة في مكانها هذا منذ {date}؛ لا تُنقل قبل ذلك.',
    en: 'The unit has stood where it is since {date}; it cannot move before that.',
    fr: 'L’unité occupe cette place depuis le {date} ; elle ne peut être déplacée avant.',
  },
  'unit.end_order': {
    ar: 'قامت الوحدة في {date}؛ التاريخ قبل ذلك.',
    en: 'The unit stands since {date}; the date lies before that.',
    fr: 'L’unité existe depuis le {date} ; la date est antérieure.',
  },
  'unit.in_use': {
    ar: 'ما زال مرتبطاً بها: وحدات تحتها {children}، مناصب {posts}، حوادث مفتوحة {incidents}، دوريات {patrolUnits}. انقلها أو أنهها أولاً.',
    en: 'Still tied to it: units under it {children}, posts {posts}, open incidents {incidents}, patrol units {patrolUnits}. Move or end these first.',
    fr: 'S’y rattachent encore : unités {children}, fonctions {posts}, incidents ouverts {incidents}, patrouilles {patrolUnits}. Déplacez-les ou mettez-y fin d’abord.',
  },
  'unit.time_zone': {
    ar: 'المنطقة الزمنية غير معروفة، والمثال: Asia/Beirut.',
    en: 'The time zone is not known; an example is Asia/Beirut.',
    fr: 'Le fuseau horaire est inconnu ; par exemple Asia/Beirut.',
  },
  'type.unknown': {
    ar: 'لا نوع حوادث بالرمز {code}.',
    en: 'There is no incident type {code}.',
    fr: 'Aucun type d’incident {code}.',
  },
  'type.absent': {
    ar: 'لا يوجد هذا النوع.',
    en: 'There is no such type.',
    fr: 'Ce type n’existe pas.',
  },
  'type.code': {
    ar: 'الرمز أحرف لاتينية صغيرة وأرقام وشرطة سفلية، والنقطة بين المجموعة والنوع، مثل theft.vehicle.',
    en: 'A code is small Latin letters, digits and underscores, a dot between group and type, like theft.vehicle.',
    fr: 'Le code : minuscules latines, chiffres et tirets bas, un point entre groupe et type, comme theft.vehicle.',
  },
  'type.code_of_group': {
    ar: 'يبدأ رمز النوع برمز مجموعته: {prefix} ثم اسم بلا نقطة.',
    en: 'The code of a type begins with its group’s: {prefix} and then a name without a dot.',
    fr: 'Le code d’un type commence par celui de son groupe : {prefix} puis un nom sans point.',
  },
  'type.code_without_dot': {
    ar: 'رمز المجموعة بلا نقطة: النقطة تفصلها عمّا فيها.',
    en: 'The code of a group has no dot: a dot parts it from what is in it.',
    fr: 'Le code d’un groupe est sans point : le point le sépare de ce qu’il contient.',
  },
  'type.code_taken': {
    ar: 'هذا الرمز لنوع آخر.',
    en: 'Another type has this code.',
    fr: 'Un autre type porte ce code.',
  },
  'type.group': {
    ar: 'النوع يكون ضمن مجموعة.',
    en: 'A type stands in a group.',
    fr: 'Un type se range dans un groupe.',
  },
  'type.group_in_use': {
    ar: 'في المجموعة أنواع قيد الاستعمال. أوقفها أولاً.',
    en: 'Types in this group are in use. Take them out of use first.',
    fr: 'Des types de ce groupe sont en usage. Retirez-les d’abord.',
  },
  'type.iccs': {
    ar: 'رمز ICCS من رقمين إلى ثمانية أرقام، مثل 0201.',
    en: 'An ICCS code has two to eight digits, like 0201.',
    fr: 'Un code ICCS compte de deux à huit chiffres, comme 0201.',
  },
  'type.eido': {
    ar: 'نوع EIDO أحرف لاتينية كبيرة وأرقام، مثل ASSAULT.',
    en: 'An EIDO type is Latin capitals and digits, like ASSAULT.',
    fr: 'Un type EIDO : majuscules latines et chiffres, comme ASSAULT.',
  },
  'disposition.absent': {
    ar: 'لا توجد هذه النتيجة.',
    en: 'There is no such disposition.',
    fr: 'Cette issue n’existe pas.',
  },
  'disposition.code': {
    ar: 'الرمز أحرف لاتينية صغيرة وأرقام وشرطة سفلية، مثل false_alarm.',
    en: 'A code is small Latin letters, digits and underscores, like false_alarm.',
    fr: 'Le code : minuscules latines, chiffres et tirets bas, comme false_alarm.',
  },
  'disposition.code_taken': {
    ar: 'هذا الرمز لنتيجة أخرى.',
    en: 'Another disposition has this code.',
    fr: 'Une autre issue porte ce code.',
  },
  'area.no_polygon': {
    ar: 'لا مضلّع في الملف. المطلوب ملف GeoJSON فيه Polygon أو MultiPolygon.',
    en: 'The file holds no polygon. A GeoJSON file with a Polygon or MultiPolygon is needed.',
    fr: 'Le fichier ne contient aucun polygone. Il faut un GeoJSON avec Polygon ou MultiPolygon.',
  },
  'area.drawn_wrong': {
    ar: 'رسم النطاق غير سليم: كل حلقة مغلقة، من أربع نقاط على الأقل، بدرجات الطول والعرض (EPSG:4326)، والملف مضلّعات فقط.',
    en: 'The outline is not sound: every ring closed, at least four positions, in degrees of longitude and latitude (EPSG:4326), and nothing but polygons.',
    fr: 'Le contour n’est pas valable : anneaux fermés d’au moins quatre points, en degrés de longitude et de latitude (EPSG:4326), et rien que des polygones.',
  },
  'area.too_detailed': {
    ar: 'نقاط الرسم أكثر من الحد الأقصى ({most}). بسّطه ثم أعد الإرسال.',
    en: 'The outline has more than {most} corners. Simplify it and send again.',
    fr: 'Le contour compte plus de {most} points. Simplifiez-le puis renvoyez.',
  },
  'area.outside_force': {
    ar: 'النطاق يخرج عن حدود القوة.',
    en: 'The area leaves the bounds of the force.',
    fr: 'Le secteur sort des limites de la force.',
  },
  'area.order': {
    ar: 'النطاق الحالي سارٍ منذ {date}؛ الجديد يبدأ بعده.',
    en: 'The present area holds since {date}; the new one begins after that.',
    fr: 'Le secteur actuel vaut depuis le {date} ; le nouveau commence après.',
  },
  'person.unknown': {
    ar: 'لا شخص بهذا الرقم ضمن صلاحيتك.',
    en: 'There is no such person within your area.',
    fr: 'Personne de ce numéro dans votre ressort.',
  },
  'person.beyond': {
    ar: 'لهذا الشخص ما يتجاوز نطاق إدارتك؛ يغيّره من يدير ذلك كله.',
    en: 'This person holds more than you administer; somebody who administers all of it changes them.',
    fr: 'Cette personne détient plus que ce que vous administrez ; seul qui administre le tout la modifie.',
  },
  'person.ended': {
    ar: 'انتهت خدمة هذا الشخص.',
    en: 'This person’s service has ended.',
    fr: 'Le service de cette personne a pris fin.',
  },
  'person.in_service': {
    ar: 'هذا الشخص في الخدمة أصلاً.',
    en: 'This person is in service already.',
    fr: 'Cette personne est déjà en service.',
  },
  'account.own': {
    ar: 'لا يدير أحد حسابه من هنا. استعمل صفحة «حسابي».',
    en: 'Nobody manages their own account here. Use “My account”.',
    fr: 'Nul ne gère ici son propre compte. Utilisez « Mon compte ».',
  },
  'account.none': {
    ar: 'لا حساب دخول لهذا الشخص.',
    en: 'This person has no account.',
    fr: 'Cette personne n’a pas de compte.',
  },
  'account.locked': {
    ar: 'الحساب مقفل أصلاً.',
    en: 'The account is locked already.',
    fr: 'Le compte est déjà bloqué.',
  },
  'account.not_locked': {
    ar: 'الحساب غير مقفل.',
    en: 'The account is not locked.',
    fr: 'Le compte n’est pas bloqué.',
  },
  'person.user_name': {
    ar: 'اسم المستخدم أحرف لاتينية صغيرة وأرقام ونقطة وشرطة سفلية، من حرفين على الأقل.',
    en: 'A user name is small Latin letters, digits, dots and underscores, two characters at least.',
    fr: 'Le nom d’utilisateur : minuscules latines, chiffres, points et tirets bas, deux caractères au moins.',
  },
  'person.user_name_taken': {
    ar: 'اسم المستخدم لشخص آخر.',
    en: 'Another person has this user name.',
    fr: 'Ce nom d’utilisateur est déjà pris.',
  },
  'person.user_name_fixed': {
    ar: 'لهذا الشخص اسم مستخدم، ولا يُبدَّل.',
    en: 'This person has a user name already, and it stays.',
    fr: 'Cette personne a déjà un nom d’utilisateur ; il ne change pas.',
  },
  'person.user_name_missing': {
    ar: 'لا حساب لهذا الشخص بعد: اختر له اسم مستخدم.',
    en: 'This person has no account yet: choose a user name.',
    fr: 'Cette personne n’a pas encore de compte : choisissez un nom d’utilisateur.',
  },
  'person.password_short': {
    ar: 'كلمة المرور 12 حرفاً على الأقل.',
    en: 'A password has at least 12 characters.',
    fr: 'Le mot de passe compte au moins 12 caractères.',
  },
  'post.unknown': {
    ar: 'لا منصب كهذا لهذا الشخص.',
    en: 'This person has no such post.',
    fr: 'Cette personne n’a pas cette fonction.',
  },
  'post.exists': {
    ar: 'له هذا المنصب نفسه في تلك الأيام.',
    en: 'The person holds this very post on some of those days.',
    fr: 'La personne occupe déjà cette fonction sur une partie de ces jours.',
  },
  'post.over': { ar: 'انتهى هذا المنصب.', en: 'This post has ended.', fr: 'Cette fonction a pris fin.' },
  'post.unit_days': {
    ar: 'الوحدة غير قائمة في كل هذه الأيام.',
    en: 'The unit does not stand on all of those days.',
    fr: 'L’unité n’existe pas tous ces jours-là.',
  },
  'post.reaches_beyond': {
    ar: 'هذا الدور في هذه الوحدة يصل إلى أبعد مما تديره.',
    en: 'This role at this unit reaches further than what you administer.',
    fr: 'Ce rôle dans cette unité va au-delà de ce que vous administrez.',
  },
  'post.own_last': {
    ar: 'بهذا تفقد آخر صلاحية إدارة لك. يقوم بها مدير آخر.',
    en: 'You would lose your own last right to administer. Another administrator can do this.',
    fr: 'Vous perdriez votre dernier droit d’administrer. Un autre administrateur peut le faire.',
  },
  'post.last_administrator': {
    ar: 'لا يبقى بعد ذلك أي مدير للنظام.',
    en: 'Nobody would be left to administer.',
    fr: 'Il ne resterait plus personne pour administrer.',
  },
  'role.unknown': { ar: 'لا دور كهذا.', en: 'There is no such role.', fr: 'Ce rôle n’existe pas.' },
  'role.inactive': {
    ar: 'هذا الدور خارج الاستعمال.',
    en: 'This role is out of use.',
    fr: 'Ce rôle n’est plus en usage.',
  },
  'role.code': {
    ar: 'الرمز أحرف لاتينية صغيرة وأرقام وشرطة سفلية، مثل night_desk.',
    en: 'A code is small Latin letters, digits and underscores, like night_desk.',
    fr: 'Le code : minuscules latines, chiffres et tirets bas, comme night_desk.',
  },
  'role.code_taken': {
    ar: 'هذا الرمز لدور آخر.',
    en: 'Another role has this code.',
    fr: 'Un autre rôle porte ce code.',
  },
  'role.own': {
    ar: 'هذا دورك: لا يزيد أحد صلاحياته بنفسه. ليزِدها مدير آخر، أو أنشئ دوراً جديداً لمن يحتاجه.',
    en: 'This role is yours: nobody gives themselves more. Another administrator must, or make a new role for whoever needs it.',
    fr: 'Ce rôle est le vôtre : nul n’étend ses propres droits. Un autre administrateur doit le faire, ou créez un rôle pour qui en a besoin.',
  },
  'right.own_types': {
    ar: '«سجلاته فقط» لا تُجمع مع أنواع محددة: اختر واحداً منهما.',
    en: '“Own records” and a choice of types do not go together: choose one of them.',
    fr: '« Ses propres dossiers » et un choix de types ne vont pas ensemble : choisissez l’un des deux.',
  },
  'role.every_force': {
    ar: 'الأدوار والقوائم مشتركة بين كل القوى؛ يغيّرها من يديرها كلها.',
    en: 'Roles and lists belong to every force; who administers all of them changes them.',
    fr: 'Rôles et listes valent pour toutes les forces ; seul qui les administre toutes les modifie.',
  },
  'right.unknown': {
    ar: 'لا إجراء باسم {action}.',
    en: 'There is no action {action}.',
    fr: 'Aucune action {action}.',
  },
  'right.twice': {
    ar: 'الصلاحية {action} واردة مرتين.',
    en: 'The right {action} stands there twice.',
    fr: 'Le droit {action} figure deux fois.',
  },
};
