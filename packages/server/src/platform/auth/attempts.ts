// Lock-out against guessing. An attempt is written down before it is judged and forgiven when it was right: a hundred
// guesses sent at once find five places, not a hundred.
import type pg from 'pg';

export const attemptsBeforeLock = 5;
export const lockMinutes = 15;
const codeSeconds = 120;

/** Takes one of the attempts that a name has in fifteen minutes. Returns false when none is left: it is locked. */
export async function takeAttempt(pool: pg.Pool, name: string, address: string | null, now: Date): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // Attempts on one name wait for each other for the moment of counting.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('sign-in:' || $1, 0))", [name]);
    await client.query("DELETE FROM sign_in_failure WHERE at < $1::timestamptz - interval '1 day'", [now]);
    const taken = await client.query(
      `INSERT INTO sign_in_failure (user_name, at, source_address)
       SELECT $1, $2, $3 WHERE $4 > (SELECT count(*) FROM sign_in_failure
         WHERE user_name = $1 AND at > $2::timestamptz - make_interval(mins => $5))`,
      [name, now, address, attemptsBeforeLock, lockMinutes],
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

/** Forgives the attempts of a name: it was its owner. */
export async function forgiveAttempts(pool: pg.Pool, name: string): Promise<void> {
  await pool.query('DELETE FROM sign_in_failure WHERE user_name = $1', [name]);
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
