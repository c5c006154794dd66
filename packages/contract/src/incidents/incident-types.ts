import type { RequirableField } from '../administration/reference/list-input.ts';

export interface ShippedType {
  code: string;
  nameAr: string;
  nameEn: string;
  nameFr: string;
  alias: string;
  /** ICCS level 2 code, or null when it is not an offence. */
  iccs: string | null;
  /** EIDO common incident type. */
  eido: string;
  priority: 1 | 2 | 3 | 4;
  origin: 'reported' | 'police_initiated';
  /** What is asked for before one is closed; nothing of it at logging. */
  requiredFields: readonly RequirableField[];
}

/** Where a record without its story, place or hour is of no use later: grave harm, injury, the missing, goods taken. */
const requiredFields: Readonly<Record<string, readonly RequirableField[]>> = {
  'violence.homicide': ['narrative', 'position', 'occurred'],
  'violence.domestic': ['narrative'],
  'weapons.shooting': ['narrative', 'position'],
  'robbery.street': ['narrative', 'occurred'],
  'burglary.home': ['narrative', 'occurred'],
  'theft.vehicle': ['narrative', 'occurred'],
  'traffic.injury': ['narrative', 'position'],
  'traffic.hit_and_run': ['narrative', 'position'],
  'missing.child': ['narrative', 'occurred'],
  'missing.adult': ['narrative', 'occurred'],
  'suspicious.object': ['narrative', 'position'],
};

const type = (
  code: string,
  nameAr: string,
  nameEn: string,
  nameFr: string,
  alias: string,
  iccs: string | null,
  eido: string,
  priority: 1 | 2 | 3 | 4,
  origin: ShippedType['origin'] = 'reported',
): ShippedType => ({
  code,
  nameAr,
  nameEn,
  nameFr,
  alias,
  iccs,
  eido,
  priority,
  origin,
  requiredFields: requiredFields[code] ?? [],
});

/** Types that an empty installation starts with. Groups are made of the first part of the code. */
export const shippedTypes: readonly ShippedType[] = [
  type('violence.fight', 'شجار', 'Fight', 'Rixe', 'FGT', '0201', 'FIGHT', 1),
  type('violence.knives', 'شجار بالسكاكين', 'Fight with knives', 'Rixe à l’arme blanche', 'FKN', '0201', 'FIGHT', 1),
  type('violence.assault', 'اعتداء بالضرب', 'Assault', 'Agression', 'ASL', '0201', 'ASSAULT', 1),
  type('violence.threat', 'تهديد', 'Threat', 'Menace', 'THR', '0201', 'HARR', 2),
  type('violence.homicide', 'قتل', 'Homicide', 'Homicide', 'HOM', '0101', 'HOMICIDE', 1),
  type('violence.domestic', 'عنف أسري', 'Domestic violence', 'Violence domestique', 'DOM', '0201', 'DVA', 1),
  type('weapons.shooting', 'إطلاق نار', 'Shots fired', 'Tirs', 'SHO', '0901', 'ACTSHOOT', 1),
  type('robbery.street', 'سلب في الطريق', 'Street robbery', 'Vol avec violence', 'ROB', '0401', 'HLP1', 1),
  type(
    'burglary.in_progress',
    'سرقة محل قيد التنفيذ',
    'Burglary in progress',
    'Cambriolage en cours',
    'BRP',
    '0501',
    'BURGLARY',
    1,
  ),
  type('burglary.home', 'سرقة منزل', 'Burglary of a home', 'Cambriolage d’habitation', 'BRG', '0501', 'BURGLARY', 3),
  type('theft.vehicle', 'سرقة سيارة', 'Vehicle theft', 'Vol de véhicule', 'VEH', '0502', 'LARCENY', 2),
  type('theft.other', 'سرقة', 'Theft', 'Vol', 'THF', '0502', 'LARCENY', 3),
  type('property.damage', 'تخريب ممتلكات', 'Damage to property', 'Dégradation', 'DMG', '0504', 'CIVIL', 3),
  type('drugs.use', 'مخدرات', 'Drugs', 'Stupéfiants', 'DRG', '0601', 'DRUGS', 3, 'police_initiated'),
  type('fraud.other', 'احتيال', 'Fraud', 'Escroquerie', 'FRD', '0701', 'FRAUD', 4),
  type(
    'traffic.injury',
    'حادث سير مع إصابات',
    'Traffic collision, injured',
    'Accident corporel',
    'TCI',
    null,
    'MVAINJY',
    1,
  ),
  type('traffic.damage', 'حادث سير مادي', 'Traffic collision, damage', 'Accident matériel', 'TCD', null, 'MVA', 3),
  type('traffic.hit_and_run', 'صدم وفرار', 'Hit and run', 'Délit de fuite', 'HNR', '0206', 'MVAHR', 2),
  type('missing.child', 'طفل مفقود', 'Missing child', 'Enfant disparu', 'MCH', null, 'PERMISS', 1),
  type('missing.adult', 'شخص مفقود', 'Missing person', 'Personne disparue', 'MIS', null, 'PERMISS', 2),
  type('suspicious.person', 'شخص مشبوه', 'Suspicious person', 'Personne suspecte', 'SUP', null, 'PERSUSP', 2),
  type('suspicious.vehicle', 'سيارة مشبوهة', 'Suspicious vehicle', 'Véhicule suspect', 'SUV', null, 'INVEST', 2),
  type('suspicious.object', 'جسم مشبوه', 'Suspicious object', 'Objet suspect', 'SUO', null, 'BOMB', 1),
  type('order.demonstration', 'تظاهرة', 'Demonstration', 'Manifestation', 'DEM', null, 'CU2', 2),
  type('order.noise', 'ضجيج', 'Noise', 'Tapage', 'NOI', '0801', 'NOISE', 3),
  type('fire.other', 'حريق', 'Fire', 'Incendie', 'FIR', null, 'FOTHER', 1),
  type('fire.structure', 'حريق مبنى', 'Structure fire', 'Feu de bâtiment', 'FST', null, 'FSTRU', 1),
  type('fire.outside', 'حريق في العراء', 'Outside fire', 'Feu d’extérieur', 'FOU', null, 'FBRUSH', 2),
  type('fire.vehicle', 'حريق سيارة', 'Vehicle fire', 'Feu de véhicule', 'FVH', null, 'FVEH', 1),
  type('fire.smoke', 'دخان أو رائحة غريبة', 'Smoke or odour', 'Fumée ou odeur suspecte', 'SMK', null, 'FSMOKE', 2),
  type('fire.electrical', 'خطر كهربائي', 'Electrical hazard', 'Danger électrique', 'ELC', null, 'FELEC', 2),
  type('fire.alarm', 'إنذار حريق', 'Fire alarm', 'Alarme incendie', 'ALM', null, 'ALRF', 2),
  type('fire.gas_leak', 'تسرّب غاز', 'Gas leak', 'Fuite de gaz', 'GAS', null, 'GASLEAK', 1),
  type(
    'fire.hazardous_spill',
    'انسكاب مواد خطرة',
    'Hazardous spill',
    'Déversement dangereux',
    'HAZ',
    null,
    'HAZMAT',
    2,
  ),
  type('rescue.water', 'إنقاذ من الماء', 'Water rescue', 'Sauvetage aquatique', 'WTR', null, 'NCRNONE', 1),
  type(
    'rescue.elevator',
    'عالقون في مصعد',
    'People stuck in a lift',
    'Personnes bloquées en ascenseur',
    'LFT',
    null,
    'NCRELEV',
    2,
  ),
  type('traffic.collision', 'حادث سير', 'Traffic collision', 'Accident de la route', 'TRC', null, 'MVA', 1),
  type('service.citizen', 'مساعدة مواطن', 'Help to a citizen', 'Aide à un citoyen', 'CIT', null, 'CITASST', 3),
  type(
    'service.agency',
    'مؤازرة جهاز آخر',
    'Help to another service',
    'Appui à un autre service',
    'AGY',
    null,
    'ASSIST',
    3,
  ),
  type('medical.assistance', 'مساعدة طبية', 'Medical assistance', 'Assistance médicale', 'MED', null, 'ASSIST', 1),
  type('patrol.checkpoint', 'حاجز', 'Checkpoint', 'Point de contrôle', 'CHK', null, 'INFO', 4, 'police_initiated'),
  type('records.lost_documents', 'فقدان مستندات', 'Lost documents', 'Perte de documents', 'LST', null, 'INFO', 4),
  type(
    'unclassified.imported',
    'غير مصنّف (مستورد)',
    'Unclassified (imported)',
    'Non classé (importé)',
    'UNC',
    null,
    'INFO',
    3,
  ),
];

export const shippedGroups: Readonly<Record<string, [nameAr: string, nameEn: string, nameFr: string]>> = {
  violence: ['عنف', 'Violence', 'Violences'],
  weapons: ['أسلحة', 'Weapons', 'Armes'],
  robbery: ['سلب', 'Robbery', 'Vols avec violence'],
  burglary: ['سرقة بالكسر والخلع', 'Burglary', 'Cambriolages'],
  theft: ['سرقة', 'Theft', 'Vols'],
  property: ['أضرار بالممتلكات', 'Property', 'Biens'],
  drugs: ['مخدرات', 'Drugs', 'Stupéfiants'],
  fraud: ['احتيال', 'Fraud', 'Fraudes'],
  traffic: ['سير', 'Traffic', 'Circulation'],
  missing: ['مفقودون', 'Missing persons', 'Disparitions'],
  suspicious: ['اشتباه', 'Suspicion', 'Faits suspects'],
  order: ['نظام عام', 'Public order', 'Ordre public'],
  fire: ['حرائق', 'Fire', 'Incendies'],
  rescue: ['إنقاذ', 'Rescue', 'Sauvetage'],
  service: ['خدمات ومؤازرة', 'Service', 'Services'],
  medical: ['إسعاف', 'Medical', 'Secours'],
  patrol: ['مبادرة الدوريات', 'Patrol work', 'Initiative des patrouilles'],
  records: ['تسجيل', 'Records', 'Enregistrements'],
  unclassified: ['غير مصنّف', 'Unclassified', 'Non classé'],
};
