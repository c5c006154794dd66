import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema.generated.ts';
import { type Actor, emptyScope, isEmptyScope, type SqlScope } from './actor.ts';

export interface Scopes {
  read?: SqlScope;
  write?: SqlScope;
  /** Of the operation's own permission: for tables that belong to no incident. */
  action?: SqlScope;
  /** The name of that permission. */
  actionName?: string;
}

const literal = (values: readonly (number | string)[]): string => `{${values.join(',')}}`;

/**
 * Carries the person's scopes into the transaction, where row-level security reads them. Local to the transaction:
 * a pooled connection never keeps somebody else's area.
 */
export async function setScope(tx: Transaction<DB>, actor: Actor, scopes: Scopes): Promise<void> {
  const read = scopes.read ?? emptyScope;
  const write = scopes.write ?? emptyScope;
  const action = scopes.action ?? emptyScope;
  await sql`SELECT set_config('marsad.person_id', ${actor.personId}, true),
    set_config('marsad.read_units', ${literal(read.units)}, true), set_config('marsad.read_pairs', ${literal(read.pairs)}, true),
    set_config('marsad.read_own_units', ${literal(read.ownUnits)}, true),
    set_config('marsad.write_units', ${literal(write.units)}, true), set_config('marsad.write_pairs', ${literal(write.pairs)}, true),
    set_config('marsad.write_own_units', ${literal(write.ownUnits)}, true),
    set_config('marsad.action_units', ${literal(action.units)}, true), set_config('marsad.action', ${scopes.actionName ?? ''}, true)`.execute(
    tx,
  );
}

/** What opens the people and vehicles involved: the right to read them, and the right to break the glass. */
export const peopleActions = { read: 'people.read', breakGlass: 'people.break_glass' } as const;

/**
 * Opens the people and vehicles involved to the transaction: where the person's right reaches, and of the incidents whose
 * glass they have broken and that has not closed again. Who may break no glass now, or a program whose token may not, finds
 * every glass closed. After setScope.
 */
export async function openPeople(
  tx: Transaction<DB>,
  actor: Actor,
  scopeOf: (action: string) => SqlScope,
  now: Date,
): Promise<void> {
  const people = scopeOf(peopleActions.read);
  const granted = isEmptyScope(scopeOf(peopleActions.breakGlass))
    ? sql`'{}'`
    : sql`(SELECT coalesce(array_agg(DISTINCT incident_id), '{}')::text FROM break_glass
        WHERE person_id = ${actor.personId} AND until > ${now})`;
  await sql`SELECT set_config('marsad.people_units', ${literal(people.units)}, true),
    set_config('marsad.people_pairs', ${literal(people.pairs)}, true),
    set_config('marsad.people_own_units', ${literal(people.ownUnits)}, true),
    set_config('marsad.granted_people', ${granted}, true)`.execute(tx);
}
