import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createAccount } from '../../../platform/auth/auth.ts';
import { seedReference } from '../seed/seed-reference.ts';
import { insertAdministrator, insertForce } from './store.ts';

export interface NewAdministrator {
  userName: string;
  nameAr: string;
  nameLatin: string;
  password: string;
  /** The root of the force, made where no unit stands yet. */
  force: { code: string; nameAr: string; nameEn: string; nameFr: string; timeZone: string };
}

/**
 * Makes an administrator with the owner's connection: the way in to an empty installation, from the machine itself.
 * Returns false when the user name is taken; everything or nothing is written.
 */
export async function createAdministrator(owner: pg.Pool, administrator: NewAdministrator): Promise<boolean> {
  await seedReference(owner);
  const forceId = await insertForce(owner, administrator.force);
  const personId = uuidv7();
  if (!(await insertAdministrator(owner, { personId, forceId, ...administrator }))) return false;
  await createAccount(owner, {
    personId,
    userName: administrator.userName,
    name: administrator.nameLatin,
    password: administrator.password,
  });
  return true;
}
