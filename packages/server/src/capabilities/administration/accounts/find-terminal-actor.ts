import type { Kysely } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';
import type { Actor } from '../../../platform/operations/actor.ts';
import type { OrganisationDirectory } from '../organisation/directory.ts';
import { findTerminalPerson } from './store.ts';

/**
 * Returns who acts from the machine's own terminal: the person named, or the first administrator who holds that post today.
 * Rights are judged as for anybody: whoever holds the machine's keys may name a person, and the audit log says that
 * person, from the terminal.
 */
export async function findTerminalActor(
  db: Kysely<DB>,
  directory: OrganisationDirectory,
  userName: string | undefined,
): Promise<Actor | null> {
  const personId = await findTerminalPerson(db, userName);
  const person = personId === undefined ? null : await directory.findPerson(personId);
  return person && { ...person, tokenActions: null, sessionId: null, sourceAddress: 'terminal' };
}
