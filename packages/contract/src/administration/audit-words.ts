// What stands in the audit log, in words. A new action gets its line here; a test names those that have none.
import type { Language } from '../platform/reasons/sentence.ts';
import type { AuditKind } from './list-audit-entries.ts';

type Said = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

export const auditKinds: Record<AuditKind, Said> = {
  collection: ['جمع', 'Collection', 'Collecte'],
  alteration: ['تعديل', 'Alteration', 'Modification'],
  consultation: ['اطلاع', 'Consultation', 'Consultation'],
  disclosure: ['إفصاح', 'Disclosure', 'Communication'],
  combination: ['ربط', 'Combination', 'Rapprochement'],
  erasure: ['محو', 'Erasure', 'Effacement'],
  access: ['دخول', 'Access', 'Accès'],
  administration: ['إدارة', 'Administration', 'Administration'],
};

export const auditActions: Record<string, Said> = {
  'session.signed_in': ['تسجيل دخول', 'Signed in', 'Connexion'],
  'session.signed_out': ['تسجيل خروج', 'Signed out', 'Déconnexion'],
  'session.refused': ['رفض دخول', 'Sign-in refused', 'Connexion refusée'],
  'session.locked': ['محاولة على حساب مقفل', 'Attempt on a locked account', 'Essai sur un compte bloqué'],
  'session.second_step_asked': ['طلب الخطوة الثانية', 'Second step asked for', 'Deuxième étape demandée'],
  'session.second_step_refused': ['رفض رمز الخطوة الثانية', 'Second step refused', 'Deuxième étape refusée'],
  'session.screen_locked': ['قفل الشاشة لعدم الاستعمال', 'Screen locked', 'Écran verrouillé'],
  'session.others_ended': ['إنهاء الجلسات الأخرى', 'Other sessions ended', 'Autres sessions fermées'],
  'password.changed': ['تغيير كلمة المرور', 'Password changed', 'Mot de passe modifié'],
  'password.refused': ['كلمة مرور خاطئة', 'Wrong password given', 'Mot de passe erroné'],
  'second_factor.begun': ['بدء تفعيل التحقق بخطوتين', 'Second step begun', 'Double authentification commencée'],
  'second_factor.on': ['تفعيل التحقق بخطوتين', 'Second step turned on', 'Double authentification activée'],
  'second_factor.off': ['إيقاف التحقق بخطوتين', 'Second step turned off', 'Double authentification désactivée'],
  'second_factor.codes_made': ['رموز احتياطية جديدة', 'New backup codes', 'Nouveaux codes de secours'],
  'second_factor.reset': ['إلغاء الخطوة الثانية لشخص', 'Second step reset', 'Double authentification réinitialisée'],
  'token.created': ['إنشاء رمز برنامج', 'Token made', 'Jeton créé'],
  'token.revoked': ['إلغاء رمز برنامج', 'Token revoked', 'Jeton révoqué'],
  'account.administrator_made': ['إنشاء مدير نظام', 'Administrator made', 'Administrateur créé'],
  'audit.read': ['قراءة سجل التدقيق', 'Audit log read', 'Journal d’audit consulté'],
  'audit.exported': ['تصدير سجل التدقيق', 'Audit log exported', 'Journal d’audit exporté'],
  'audit.verification_requested': ['طلب فحص السجل', 'Verification requested', 'Vérification demandée'],
  'export.csv': ['تصدير جدول (CSV)', 'Exported as CSV', 'Export CSV'],
  'export.svg': ['تصدير رسم (SVG)', 'Exported as SVG', 'Export SVG'],
  'export.png': ['تصدير صورة (PNG)', 'Exported as PNG', 'Export PNG'],
  'export.xlsx': ['تصدير جدول (XLSX)', 'Exported as XLSX', 'Export XLSX'],
  'export.json': ['تصدير بيانات (JSON)', 'Exported as JSON', 'Export JSON'],
  'incident.log': ['تسجيل حادث', 'Incident logged', 'Incident enregistré'],
  'incident.noted': ['ملاحظة على حادث', 'Note added', 'Note ajoutée'],
  'incident.moved': ['تغيير وضع حادث', 'Incident moved on', 'Statut d’incident modifié'],
  'incident.assigned': ['تكليف دورية', 'Unit assigned', 'Unité engagée'],
  'incident.assignment_moved': ['تغيير وضع دورية', 'Assignment moved on', 'Affectation modifiée'],
  'incident.lead_changed': ['تغيير الدورية القائدة', 'Lead unit changed', 'Unité principale modifiée'],
  'incident.changed': ['تعديل حادث', 'Incident changed', 'Incident modifié'],
  'incident.regraded': ['تعديل التصنيف', 'Incident re-graded', 'Incident reclassé'],
  'incident.corrected': ['تصحيح', 'Corrected', 'Correction'],
  'incident.clock_corrected': ['تصحيح وقت', 'Clock corrected', 'Horaire corrigé'],
  'incident.linked': ['ربط حوادث', 'Incidents linked', 'Incidents liés'],
  'incident.merged': ['دمج حادث مكرر', 'Duplicate merged', 'Doublon fusionné'],
  'incident.took_duplicate': ['استقبال حادث مكرر', 'Took a duplicate', 'Doublon reçu'],
  'incident.lost_duplicate': ['فصل حادث مكرر', 'Duplicate taken back', 'Doublon retiré'],
  'incident.unmerged': ['إلغاء الدمج', 'Merge undone', 'Fusion annulée'],
  'incident.call_joined': ['ضم اتصال إلى حادث', 'Call joined', 'Appel rattaché'],
  'incident.attached': ['إرفاق ملف', 'File attached', 'Pièce jointe ajoutée'],
  'incident.attachment_read': ['فتح مرفق', 'Attachment read', 'Pièce jointe consultée'],
  'incident.glass_broken': ['فتح استثنائي لسجل مقيّد', 'Break-glass', 'Accès d’urgence'],
  'people.read': ['الاطلاع على الأشخاص المعنيين', 'People involved read', 'Personnes consultées'],
  'people.read_broken_glass': [
    'الاطلاع على الأشخاص بفتح استثنائي',
    'People read under break-glass',
    'Personnes consultées en accès d’urgence',
  ],
  'sync.file_received': ['استلام ملف', 'File received', 'Fichier reçu'],
  'sync.import_requested': ['طلب استيراد', 'Import requested', 'Importation demandée'],
  'sync.import_chunk': ['استيراد دفعة سجلات', 'Records imported', 'Données importées'],
  'sync.import_cancel': ['إيقاف استيراد', 'Import stopped', 'Importation arrêtée'],
  'sync.refused_rows_read': ['قراءة السطور المرفوضة', 'Refused rows read', 'Lignes refusées consultées'],
  'sync.refused_rows_exported': ['تنزيل السطور المرفوضة', 'Refused rows exported', 'Lignes refusées exportées'],
  'sync.mapping_saved': ['حفظ ملف مطابقة', 'Mapping saved', 'Correspondance enregistrée'],
  'sync.mapping_removed': ['حذف ملف مطابقة', 'Mapping removed', 'Correspondance supprimée'],
  'organisation.unit_made': ['إنشاء وحدة', 'Unit made', 'Unité créée'],
  'organisation.areas_imported': ['استيراد مناطق', 'Areas imported', 'Zones importées'],
  'gazetteer.import': ['استيراد أسماء الأماكن', 'Gazetteer imported', 'Toponymes importés'],
};

/** The name of an action; one that has no words yet is told by its code. */
export const actionName = (action: string, language: Language): string =>
  auditActions[action]?.[column[language]] ?? action;

export const kindName = (kind: AuditKind, language: Language): string => auditKinds[kind][column[language]];
