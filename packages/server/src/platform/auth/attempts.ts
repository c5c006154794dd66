// Lock-out against guessing. An attempt is written down before it is judged and forgiven when it was right: a hundred
// guesses sent at once find five places, not a hundred. Who guesses from one address locks the name there and nowhere
// else, or anybody could keep a whole room from its work; only guesses from many addresses lock it everywhere.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';

const attemptsFromAddress = 5;
const attemptsFromAnywhere = 20;
const lockMinutes = 15;
const codeSeconds = 120;

/** What the attempts on a name that belongs to nobody are counted under: they are locked as others are, in few rows. */
export function attemptsOnNobody(name: string): string {
  return `nobody:${createHash('sha256').update(name).digest('hex').slice(0, 3)}`;
}

/** Whether one of these names is locked now, here or everywhere, as a condition over `sign_in_failure`. */
export function lockedByAttempts(names: readonly unknown[], now: Date) {
  const since = new Date(now.getTime() - lockMinutes * 60_000).toISOString();
  return sql<boolean>`EXISTS (SELECT 1 FROM sign_in_failure f WHERE f.user_name IN (${sql.join(names)}) AND f.at > ${since}
    GROUP BY GROUPING SETS ((f.user_name), (f.user_name, f.source_address))
    HAVING count(*) >= CASE grouping(f.source_address) WHEN 1 THEN ${attemptsFromAnywhere}::int ELSE ${attemptsFromAddress}::int END)`;
}

/** Takes one of the attempts that a name has in fifteen minutes. Returns false when none is left: it is locked. */
export async function takeAttempt(pool: pg.Pool, name: string, address: string, now: Date): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // Attempts on one name wait for each other for the moment of counting.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('sign-in:' || $1, 0))", [name]);
    await client.query("DELETE FROM sign_in_failure WHERE at < $1::timestamptz - interval '1 day'", [now]);
    const taken = await client.query(
      `INSERT INTO sign_in_failure (user_name, at, source_address)
       SELECT $1, $2, $3 FROM (SELECT count(*) AS anywhere, count(*) FILTER (WHERE source_address = $3) AS here FROM sign_in_failure
         WHERE user_name = $1 AND at > $2::timestamptz - make_interval(mins => $6)) so_far
       WHERE here < $4 AND anywhere < $5`,
      [name, now, address, attemptsFromAddress, attemptsFromAnywhere, lockMinutes],
    );
    await client.query('COMMIT');
    return taken.rowCount === 1;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Forgives the attempts on a name from an address: it was its owner. Those from elsewhere stay. */
export async function forgiveAttempts(pool: pg.Pool, name: string, address: string): Promise<void> {
  await pool.query('DELETE FROM sign_in_failure WHERE user_name = $1 AND source_address = $2', [name, address]);
}

/** Notes that a code was shown for a person. Returns false when it was before in its time of life (RFC 6238, 5.2). */
export async function useCodeOnce(pool: pg.Pool, userId: string, code: string, now: Date): Promise<boolean> {
  const used = await pool.query(
    `WITH old AS (DELETE FROM second_factor_use WHERE user_id = $1 AND used_at < $3::timestamptz - make_interval(secs => 2 * $4))
     INSERT INTO second_factor_use AS u (user_id, code_digest, used_at) VALUES ($1, sha256(convert_to($2, 'UTF8')), $3)
     ON CONFLICT (user_id, code_digest) DO UPDATE SET used_at = $3
       WHERE u.used_at < $3::timestamptz - make_interval(secs => $4)`,
    [userId, code, now, codeSeconds],
  );
  return used.rowCount === 1;
}
