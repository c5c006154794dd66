import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createAccount } from '../../../platform/auth/auth.ts';

/** What the accounts of the practice force sign in with: printed at start, never made in a real force. */
export const practicePassword = 'marsad-practice';

interface Account {
  userName: string;
  nameAr: string;
  nameLatin: string;
  role: string;
  unit: string;
}

const rooms = [
  {
    code: 'TRI',
    centre: 'C-N',
    ar: 'غرفة عمليات طرابلس',
    en: 'Tripoli operations room',
    fr: 'Salle d’opérations de Tripoli',
  },
  {
    code: 'AKK',
    centre: 'C-N',
    ar: 'غرفة عمليات عكار',
    en: 'Akkar operations room',
    fr: 'Salle d’opérations de l’Akkar',
  },
  {
    code: 'BEY',
    centre: 'C-B',
    ar: 'غرفة عمليات بيروت',
    en: 'Beirut operations room',
    fr: 'Salle d’opérations de Beyrouth',
  },
];
const centres = [
  {
    code: 'C-N',
    ar: 'مركز القيادة والسيطرة - الشمال',
    en: 'North command and control centre',
    fr: 'Centre de commandement Nord',
  },
  {
    code: 'C-B',
    ar: 'مركز القيادة والسيطرة - بيروت',
    en: 'Beirut command and control centre',
    fr: 'Centre de commandement de Beyrouth',
  },
];

/** The accounts of the try-out; names are invented. */
export const practiceAccounts: readonly Account[] = [
  { userName: 'dispatcher', nameAr: 'سامر الحلو', nameLatin: 'Samer el Helou', role: 'dispatcher', unit: 'TRI' },
  { userName: 'calltaker', nameAr: 'رنا خوري', nameLatin: 'Rana Khoury', role: 'call_taker', unit: 'TRI' },
  { userName: 'akkar', nameAr: 'وليد مرعب', nameLatin: 'Walid Mereeb', role: 'dispatcher', unit: 'AKK' },
  { userName: 'centre', nameAr: 'جورج نعمة', nameLatin: 'Georges Nehme', role: 'centre_commander', unit: 'C-N' },
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

/** Loads the small practice force into an empty database; does nothing where any unit exists. Returns whether it did. */
export async function loadPracticeForce(owner: pg.Pool): Promise<boolean> {
  const any = await owner.query('SELECT 1 FROM org_unit LIMIT 1');
  if (any.rowCount) return false;
  const ids = new Map<string, number>();
  const add = async (
    kind: string,
    code: string,
    names: { ar: string; en: string; fr: string },
    parent: string | null,
  ): Promise<void> => {
    const made = await owner.query(
      `WITH n AS (SELECT nextval(pg_get_serial_sequence('org_unit', 'unit_id'))::int AS id)
       INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone, practice, bounds)
       SELECT id, $1, $2, $3, $4, $5, $6, coalesce($7, id), 'Asia/Beirut', true, CASE WHEN $1 = 'force' THEN ARRAY[35.0, 33.0, 36.7, 34.8] END FROM n RETURNING unit_id`,
      [kind, code, names.ar, names.en, names.fr, parent ? ids.get(parent) : null, ids.get('PRA') ?? null],
    );
    ids.set(code, made.rows[0].unit_id);
  };
  await add('force', 'PRA', { ar: 'قوة التدريب', en: 'Practice force', fr: 'Force d’exercice' }, null);
  for (const centre of centres) await add('command_centre', centre.code, centre, 'PRA');
  for (const room of rooms) await add('operations_room', room.code, room, room.centre);
  for (const [priority, minutes] of [
    [1, 10],
    [2, 20],
    [3, 60],
  ] as const) {
    await owner.query('INSERT INTO priority_limit (force_id, priority, response_minutes) VALUES ($1, $2, $3)', [
      ids.get('PRA'),
      priority,
      minutes,
    ]);
  }
  for (const room of rooms) {
    for (let unit = 1; unit <= 8; unit += 1) {
      await owner.query("INSERT INTO patrol_unit (call_sign, room_id, capabilities) VALUES ($1, $2, '{patrol}')", [
        `M-${String(unit).padStart(2, '0')}`,
        ids.get(room.code),
      ]);
    }
  }
  // A try-out holds real cities beside the practice force: its analyst reads them all. No shipped role reaches so far.
  await owner.query(
    `INSERT INTO role (code, name_ar, name_en, name_fr, rights, shipped) VALUES ('practice_analyst', $1, $2, $3, $4, false)`,
    ['محلّل التجربة', 'Try-out analyst', 'Analyste d’essai', JSON.stringify(everywhere)],
  );
  for (const account of practiceAccounts) {
    const personId = uuidv7();
    await owner.query('INSERT INTO person (person_id, user_name, name_ar, name_latin) VALUES ($1, $2, $3, $4)', [
      personId,
      account.userName,
      account.nameAr,
      account.nameLatin,
    ]);
    await owner.query(
      `INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from) SELECT $1, $2, role_id, $3, '2020-01-01' FROM role WHERE code = $4`,
      [uuidv7(), personId, ids.get(account.unit), account.role],
    );
    await createAccount(owner, {
      personId,
      userName: account.userName,
      name: account.nameLatin,
      password: practicePassword,
    });
  }
  return true;
}
