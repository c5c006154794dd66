// A person's means of signing in, as administration reads and changes them.
import type { Insertable, Kysely } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

const mostTokensListed = 200;
const mostSessionsListed = 100;

export async function hasSecondFactor(db: Db, personId: string): Promise<boolean> {
  const found = await db
    .selectFrom('auth_user')
    .where('id', '=', personId)
    .select('two_factor_enabled')
    .executeTakeFirst();
  return found?.two_factor_enabled ?? false;
}

/** How many of a person's tokens still work. */
export async function countTokens(db: Db, personId: string, now: Date): Promise<number> {
  const rows = await db
    .selectFrom('api_token')
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now.toISOString())]))
    .select('token_id')
    .execute();
  return rows.length;
}

export async function insertToken(db: Db, row: Insertable<DB['api_token']>): Promise<void> {
  await db.insertInto('api_token').values(row).execute();
}

/** A person's tokens, the newest first; only those that still work at `workingAt` where it is given. */
export async function tokensOf(db: Db, personId: string, workingAt?: Date) {
  return db
    .selectFrom('api_token')
    .where('person_id', '=', personId)
    .$if(workingAt !== undefined, (query) =>
      query
        .where('revoked_at', 'is', null)
        .where((where) =>
          where.or([where('expires_at', 'is', null), where('expires_at', '>', (workingAt as Date).toISOString())]),
        ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('token_id')
    .limit(mostTokensListed)
    .select([
      'token_id as tokenId',
      'name',
      'actions',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'revoked_at as revokedAt',
      'last_used_at as lastUsedAt',
    ])
    .execute();
}

/** Revokes a token of a person; returns since when, or undefined where it is not theirs. A second time keeps the first. */
export async function endToken(db: Db, personId: string, tokenId: string, now: Date): Promise<string | undefined> {
  const row = await db
    .updateTable('api_token')
    .where('token_id', '=', tokenId)
    .where('person_id', '=', personId)
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
    .returning('revoked_at')
    .executeTakeFirst();
  return row?.revoked_at ?? undefined;
}

/** A person's sessions that have not ended, the last used first. */
export async function sessionsOf(db: Db, personId: string, now: Date) {
  return db
    .selectFrom('auth_session')
    .where('user_id', '=', personId)
    .where('expires_at', '>', now.toISOString())
    .orderBy('updated_at', 'desc')
    .limit(mostSessionsListed)
    .select([
      'id as sessionId',
      'created_at as startedAt',
      'updated_at as lastUsedAt',
      'ip_address as address',
      'user_agent as browser',
    ])
    .execute();
}

/** Ends a person's sessions but one; returns how many. */
export async function endSessions(db: Db, personId: string, but: string | null): Promise<number> {
  const ended = await db
    .deleteFrom('auth_session')
    .where('user_id', '=', personId)
    .$if(but !== null, (query) => query.where('id', '!=', but as string))
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** Takes a person's second factor away; returns whether there was one. */
export async function removeSecondFactor(db: Db, personId: string): Promise<boolean> {
  const removed = await db.deleteFrom('auth_two_factor').where('user_id', '=', personId).executeTakeFirst();
  await db.updateTable('auth_user').where('id', '=', personId).set({ two_factor_enabled: false }).execute();
  return Number(removed.numDeletedRows) > 0;
}

/** The user name of a token's person; undefined where there is no such token. */
export async function ownerOfToken(db: Db, tokenId: string): Promise<string | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(tokenId)) return undefined;
  const found = await db
    .selectFrom('api_token')
    .innerJoin('person', 'person.person_id', 'api_token.person_id')
    .where('token_id', '=', tokenId)
    .select('person.user_name as userName')
    .executeTakeFirst();
  return found?.userName ?? undefined;
}
