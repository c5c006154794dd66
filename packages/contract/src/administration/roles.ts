import type { Right } from './rights.ts';

export interface ShippedRole {
  code: string;
  nameAr: string;
  nameEn: string;
  nameFr: string;
  rights: Right[];
}

const all = (area: Right['area'], ...actions: string[]): Right[] =>
  actions.map((action) => ({ action, area, types: 'all', own: false }));
const own = (area: Right['area'], ...actions: string[]): Right[] =>
  actions.map((action) => ({ action, area, types: 'all', own: true }));
const ofPost = (area: Right['area'], ...actions: string[]): Right[] =>
  actions.map((action) => ({ action, area, types: 'post', own: false }));
const role = (code: string, nameAr: string, nameEn: string, nameFr: string, ...rights: Right[][]): ShippedRole => ({
  code,
  nameAr,
  nameEn,
  nameFr,
  rights: rights.flat(),
});

const roomWork = ['incident.read', 'incident.log', 'incident.note', 'incident.dispatch', 'incident.close'];
/** Work on the record of an incident. */
const record = ['incident.correct', 'incident.link', 'incident.attach', 'people.write'];

/** The roles that the product ships; a force edits them and adds its own as data. */
export const shippedRoles: readonly ShippedRole[] = [
  role(
    'call_taker',
    'متلقّي البلاغات',
    'Call-taker',
    'Opérateur d’appels',
    all('unit', 'incident.read', 'incident.log', 'incident.note'),
    all('unit', 'incident.correct', 'incident.attach', 'people.write', 'people.break_glass'),
  ),
  role(
    'dispatcher',
    'مأمور توجيه',
    'Dispatcher',
    'Régulateur',
    all('unit', ...roomWork),
    all('unit', ...record, 'people.break_glass', 'gazetteer.manage'),
  ),
  role(
    'shift_supervisor',
    'مسؤول المناوبة',
    'Shift supervisor',
    'Chef de quart',
    all('unit', ...roomWork, 'people.read'),
    all('unit', ...record, 'gazetteer.manage', 'incident.export'),
  ),
  role(
    'room_commander',
    'آمر غرفة العمليات',
    'Room commander',
    'Commandant de salle',
    all('unit', ...roomWork, 'people.read', 'analysis.read'),
    all('unit', ...record, 'gazetteer.manage', 'incident.export'),
  ),
  role(
    'centre_commander',
    'آمر مركز القيادة والسيطرة',
    'Centre commander',
    'Commandant de centre',
    all('centre', ...roomWork, 'people.read', 'analysis.read'),
    all('centre', ...record, 'gazetteer.manage', 'incident.export'),
  ),
  role(
    'station_officer',
    'ضابط الفصيلة',
    'Station officer',
    'Officier de poste',
    all('unit', 'incident.read', 'incident.note', 'people.read'),
    all('unit', 'incident.attach', 'people.write'),
  ),
  role(
    'patrol_officer',
    'عنصر دورية',
    'Patrol officer',
    'Agent de patrouille',
    own('unit', 'incident.read', 'incident.note'),
    own('unit', 'incident.attach', 'people.write'),
  ),
  role(
    'department_officer',
    'ضابط القطعة المختصة',
    'Department officer',
    'Officier de service',
    ofPost('force', 'incident.read', 'incident.note'),
  ),
  role(
    'data_auditor',
    'مدقّق البيانات',
    'Data auditor',
    'Auditeur des données',
    all('force', 'incident.read', 'analysis.read', 'incident.export'),
  ),
  // Has the final word on classification, whichever room holds the record.
  role(
    'registrar',
    'مسجّل الوقائع',
    'Registrar',
    'Greffier',
    all('force', 'incident.read', 'incident.correct', 'people.read'),
  ),
  role('analyst', 'محلّل', 'Analyst', 'Analyste', all('centre', 'incident.read', 'analysis.read', 'incident.export')),
  role('planner', 'مخطّط', 'Planner', 'Planificateur', all('centre', 'incident.read', 'analysis.read')),
  role('trainer', 'مدرّب', 'Trainer', 'Formateur', own('unit', 'incident.read')),
  role('champion', 'مرجع التطبيق', 'Champion', 'Référent', all('unit', 'incident.read')),
  role(
    'headquarters',
    'القيادة العامة',
    'Headquarters',
    'Quartier général',
    all('force', 'incident.read', 'analysis.read', 'incident.export'),
  ),
  role('inspector', 'مفتّش', 'Inspector', 'Inspecteur', all('force', 'incident.read', 'audit.read', 'analysis.read')),
  role(
    'administrator',
    'مدير النظام',
    'Administrator',
    'Administrateur',
    all('everywhere', 'gazetteer.manage'),
    all('everywhere', 'organisation.manage', 'people.manage', 'role.manage', 'reference.manage', 'import.run'),
  ),
];
