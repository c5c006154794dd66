export interface Permission {
  action: string;
  nameAr: string;
  nameEn: string;
  nameFr: string;
}

const permission = (action: string, nameAr: string, nameEn: string, nameFr: string): Permission => ({
  action,
  nameAr,
  nameEn,
  nameFr,
});

/** Every action that a right can name. An operation's permission is one of these. */
export const permissions: readonly Permission[] = [
  permission('session.self', 'جلستي', 'My own session', 'Ma session'),
  permission('account.self', 'حسابي ووسائل دخولي', 'My own account', 'Mon propre compte'),
  permission('incident.read', 'الاطلاع على الحوادث', 'Read incidents', 'Consulter les incidents'),
  permission('incident.log', 'تسجيل حادث', 'Log an incident', 'Enregistrer un incident'),
  permission('incident.note', 'إضافة ملاحظة', 'Add a note', 'Ajouter une note'),
  permission('incident.dispatch', 'تكليف الدوريات', 'Assign units', 'Engager les unités'),
  permission('incident.close', 'إقفال الحوادث', 'Close incidents', 'Clore les incidents'),
  permission(
    'incident.correct',
    'تصحيح الحوادث وإعادة تصنيفها',
    'Correct and re-grade incidents',
    'Corriger et requalifier les incidents',
  ),
  permission('incident.link', 'دمج الحوادث وربطها', 'Merge and link incidents', 'Fusionner et lier les incidents'),
  permission('incident.attach', 'إرفاق الملفات', 'Attach files', 'Joindre des fichiers'),
  permission('people.write', 'تدوين الأشخاص المعنيين', 'Record people involved', 'Inscrire les personnes impliquées'),
  permission(
    'people.break_glass',
    'الفتح الاستثنائي لبيانات الأشخاص بسبب مدوّن',
    'Open people involved in an emergency, for a written reason',
    'Accès exceptionnel motivé aux personnes impliquées',
  ),
  permission(
    'people.read',
    'الاطلاع على الأشخاص المعنيين',
    'Read people involved',
    'Consulter les personnes impliquées',
  ),
  permission('audit.read', 'الاطلاع على سجل التدقيق', 'Read the audit log', 'Consulter le journal d’audit'),
  permission(
    'organisation.manage',
    'إدارة الوحدات ونطاقاتها',
    'Manage units and their areas',
    'Gérer les unités et leurs secteurs',
  ),
  permission(
    'people.manage',
    'إدارة الأشخاص ومناصبهم',
    'Manage people and their posts',
    'Gérer le personnel et ses fonctions',
  ),
  permission('role.manage', 'إدارة الأدوار والصلاحيات', 'Manage roles and rights', 'Gérer les rôles et les droits'),
  permission('reference.manage', 'إدارة القوائم المرجعية', 'Manage reference lists', 'Gérer les listes de référence'),
  permission('analysis.read', 'الاطلاع على التحليل', 'Read analysis', 'Consulter l’analyse'),
  permission('gazetteer.manage', 'إدارة دليل الأماكن', 'Manage the gazetteer', 'Gérer le répertoire des lieux'),
  permission('incident.export', 'تصدير الحوادث', 'Export incidents', 'Exporter les incidents'),
  permission('import.run', 'استيراد السجلات', 'Import records', 'Importer des données'),
];
