// The staff of the practice force. Names are put together by chance: nobody is meant.
import type { Chance } from './chance.ts';
import { centres, departments, rooms } from './national-plan.ts';

const firstNames = [
  ['سامر', 'Samer'],
  ['رنا', 'Rana'],
  ['وليد', 'Walid'],
  ['جورج', 'Georges'],
  ['هدى', 'Houda'],
  ['نادين', 'Nadine'],
  ['كريم', 'Karim'],
  ['ماهر', 'Maher'],
  ['ليلى', 'Leila'],
  ['طارق', 'Tarek'],
  ['مايا', 'Maya'],
  ['فادي', 'Fadi'],
  ['زينب', 'Zeinab'],
  ['حسن', 'Hassan'],
  ['إيلي', 'Elie'],
  ['ريما', 'Rima'],
  ['علي', 'Ali'],
  ['دانا', 'Dana'],
  ['يوسف', 'Youssef'],
  ['سلمى', 'Salma'],
  ['بلال', 'Bilal'],
  ['جوزف', 'Joseph'],
  ['منى', 'Mona'],
  ['عمر', 'Omar'],
] as const;
const familyNames = [
  ['الحلو', 'el Helou'],
  ['خوري', 'Khoury'],
  ['مرعب', 'Mereeb'],
  ['نعمة', 'Nehme'],
  ['صليبا', 'Saliba'],
  ['صقر', 'Sakr'],
  ['بستاني', 'Boustany'],
  ['عون', 'Aoun'],
  ['حداد', 'Haddad'],
  ['شمعون', 'Chamoun'],
  ['ناصر', 'Nasser'],
  ['فرحات', 'Farhat'],
  ['زيدان', 'Zeidan'],
  ['غانم', 'Ghanem'],
  ['رحال', 'Rahal'],
  ['سعادة', 'Saade'],
  ['مطر', 'Matar'],
  ['حمدان', 'Hamdan'],
  ['الأسمر', 'el Asmar'],
  ['درويش', 'Darwish'],
] as const;

export interface PlannedPerson {
  nameAr: string;
  nameLatin: string;
  role: string;
  /** Code of the unit. */
  unit: string;
}

const perRoom: Record<string, number> = {
  room_commander: 1,
  shift_supervisor: 4,
  dispatcher: 16,
  call_taker: 20,
  registrar: 1,
  champion: 1,
};
const perStation: Record<string, number> = { station_officer: 2, patrol_officer: 6 };
const perTeam: Record<string, number> = { analyst: 4, planner: 1, data_auditor: 1 };

/** Some two thousand people with their posts, from headquarters to the patrols. */
export function planPeople(chance: Chance, stationCodes: readonly string[]): PlannedPerson[] {
  const people: PlannedPerson[] = [];
  const post = (unit: string, counts: Record<string, number>): void => {
    for (const [role, count] of Object.entries(counts)) {
      for (let one = 0; one < count; one += 1) {
        const [firstAr, first] = chance.pick(firstNames);
        const [familyAr, family] = chance.pick(familyNames);
        people.push({ nameAr: `${firstAr} ${familyAr}`, nameLatin: `${first} ${family}`, role, unit });
      }
    }
  };
  post('HQ', { headquarters: 8, inspector: 3, trainer: 4 });
  post('A-HQ', perTeam);
  for (const centre of centres) {
    post(centre.code, { centre_commander: 1 });
    post(`A-${centre.code.slice(2)}`, perTeam);
  }
  for (const room of rooms) post(room.code, perRoom);
  for (const code of stationCodes) post(code, perStation);
  for (const department of departments) post(department.code, { department_officer: 5 });
  return people;
}
