// Puts the practice force into an empty try-out: units with areas, people with posts, patrols, limits, accounts.
import { startingLimits } from '@marsad/contract/administration/reference/starting-limits.ts';
import type pg from 'pg';
import { createAccount } from '../../../platform/auth/auth.ts';
import { kyselyOf } from '../../../platform/db/pools.ts';
import { insertPublicPlaces } from '../../administration/index.ts';
import { Chance } from './chance.ts';
import { drawLand, type Land, placeWithin } from './geography.ts';
import { centres, departments, rooms, unitsPerRoom } from './national-plan.ts';
import { planPeople } from './people.ts';
import { practicePlaces } from './practice-places.ts';
import {
  hasUnits,
  insertLimits,
  insertPatrolUnits,
  insertPeople,
  insertPracticeRole,
  insertUnits,
  type PersonRow,
  type UnitRow,
} from './store.ts';

/** What the accounts of the practice force sign in with: printed at start, never made in a real force. */
export const practicePassword = 'marsad-practice';

interface Account {
  userName: string;
  nameAr: string;
  nameLatin: string;
  role: string;
  unit: string;
}

/** The accounts of the try-out; names are invented. */
export const practiceAccounts: readonly Account[] = [
  { userName: 'dispatcher', nameAr: 'سامر الحلو', nameLatin: 'Samer el Helou', role: 'dispatcher', unit: 'TRI' },
  { userName: 'calltaker', nameAr: 'رنا خوري', nameLatin: 'Rana Khoury', role: 'call_taker', unit: 'TRI' },
  { userName: 'akkar', nameAr: 'وليد مرعب', nameLatin: 'Walid Mereeb', role: 'dispatcher', unit: 'AKK' },
  { userName: 'centre', nameAr: 'جورج نعمة', nameLatin: 'Georges Nehme', role: 'centre_commander', unit: 'C-N' },
  { userName: 'traffic', nameAr: 'ريما حداد', nameLatin: 'Rima Haddad', role: 'department_officer', unit: 'D-TRF' },
  { userName: 'hq', nameAr: 'هدى صليبا', nameLatin: 'Houda Saliba', role: 'headquarters', unit: 'PRA' },
  { userName: 'analyst', nameAr: 'نادين صقر', nameLatin: 'Nadine Sakr', role: 'practice_analyst', unit: 'PRA' },
  { userName: 'admin', nameAr: 'كريم بستاني', nameLatin: 'Karim Boustany', role: 'administrator', unit: 'PRA' },
  { userName: 'inspector', nameAr: 'ماهر عون', nameLatin: 'Maher Aoun', role: 'inspector', unit: 'PRA' },
];

const everywhere = ['incident.read', 'analysis.read'].map((action) => ({
  action,
  area: 'everywhere',
  types: 'all',
  own: false,
}));
const forceSeed = 1;
// What a post or person is known from: before the first incident of any practice force.
const begun = new Date('2018-01-01T00:00:00Z');

/** The land of the practice force: always the same, so that incidents made later fit the areas made now. */
export const practiceLand = (): Land => drawLand(new Chance(forceSeed));

export const stationCode = (room: string, index: number): string => `${room}-${index + 1}`;

/** Loads the practice force into an empty database; does nothing where any unit exists. Returns whether it did. */
export async function loadPracticeForce(owner: pg.Pool): Promise<boolean> {
  const client = await owner.connect();
  let accounts: PersonRow[] | null = null;
  try {
    await client.query('BEGIN');
    accounts = (await hasUnits(client)) ? null : await insertForce(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  for (const account of accounts ?? []) {
    await createAccount(owner, {
      personId: account.personId,
      userName: account.userName ?? '',
      name: account.nameLatin,
      password: practicePassword,
    });
  }
  if (accounts)
    await kyselyOf(owner)
      .transaction()
      .execute((tx) => insertPublicPlaces(tx, practicePlaces(practiceLand()), begun));
  return accounts !== null;
}

/** Writes the force; returns the people who get an account. */
async function insertForce(client: pg.ClientBase): Promise<PersonRow[]> {
  const chance = new Chance(forceSeed + 1);
  const land = practiceLand();
  const units = planUnits(land);
  const ids = await insertUnits(client, units);
  const idOf = (code: string): number => ids.get(code) as number;
  await insertLimits(client, idOf('PRA'), startingLimits);
  // A chance of its own: where patrols are seen changes nothing else that is made from the seed.
  const sights = new Chance(forceSeed + 2);
  const homes = rooms.map((room) => ({
    roomId: idOf(room.code),
    stations: (land.rooms.find((one) => one.code === room.code)?.stations ?? []).map((station, index) => ({
      stationId: idOf(stationCode(room.code, index)),
      lastSeen: () => placeWithin(station.area, sights),
    })),
  }));
  await insertPatrolUnits(client, homes, unitsPerRoom, new Date());
  await insertPracticeRole(client, everywhere);
  const stations = units.filter((unit) => unit.kind === 'station').map((unit) => unit.code);
  const person = (one: Omit<Account, 'userName'> & { userName: string | null }): PersonRow => ({
    ...one,
    personId: chance.uuid(begun),
    postId: chance.uuid(begun),
    unitId: idOf(one.unit),
  });
  const accounts = practiceAccounts.map(person);
  const staff = planPeople(chance, stations).map((one) => person({ ...one, userName: null }));
  await insertPeople(client, [...accounts, ...staff]);
  return accounts;
}

function planUnits(land: Land): UnitRow[] {
  const force: UnitRow = {
    kind: 'force',
    code: 'PRA',
    ar: 'قوة التمرين',
    en: 'Practice force',
    fr: 'Force d’exercice',
    parent: null,
    bounds: land.bounds,
    area: land.outline,
  };
  const team = (code: string, ar: string, en: string, fr: string, parent: string): UnitRow => ({
    kind: 'analysis_team',
    code,
    ar: `فريق التحليل والتخطيط - ${ar}`,
    en: `Analysis and planning team, ${en}`,
    fr: `Équipe d’analyse et de planification, ${fr}`,
    parent,
  });
  const landOf = new Map(land.rooms.map((room) => [room.code, room]));
  return [
    force,
    {
      kind: 'headquarters',
      code: 'HQ',
      ar: 'القيادة العامة',
      en: 'Headquarters',
      fr: 'Quartier général',
      parent: 'PRA',
    },
    ...departments.map((one) => ({ kind: 'department', parent: 'PRA', ...one })),
    ...centres.map((one) => ({
      kind: 'command_centre',
      parent: 'PRA',
      ...one,
      // A centre's area is made of its rooms'.
      area: {
        type: 'MultiPolygon',
        coordinates: rooms
          .filter((room) => room.centre === one.code)
          .flatMap((room) => landOf.get(room.code)?.area.coordinates ?? []),
      },
    })),
    team('A-HQ', 'القيادة العامة', 'headquarters', 'quartier général', 'HQ'),
    ...centres.map((one) => team(`A-${one.code.slice(2)}`, one.region.ar, one.region.en, one.region.fr, one.code)),
    ...rooms.map((one) => ({
      ...one,
      kind: 'operations_room',
      parent: one.centre,
      area: landOf.get(one.code)?.area as object,
    })),
    ...rooms.flatMap((one) =>
      (landOf.get(one.code)?.stations ?? []).map((station, index) => ({
        kind: 'station',
        code: stationCode(one.code, index),
        ar: `فصيلة ${one.ar.replace('غرفة عمليات ', '')} ${index + 1}`,
        en: `${one.en.replace(' operations room', '')} station ${index + 1}`,
        fr: `Poste de ${one.fr.replace('Salle d’opérations de ', '')} ${index + 1}`,
        parent: one.code,
        area: station.area,
      })),
    ),
  ];
}
