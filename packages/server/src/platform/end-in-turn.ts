/**
 * Calls each of `ends` once, one after the other. One that fails does not keep the rest from ending: the database, which
 * ends last, ends cleanly whatever came before. Rejects with the first failure when all were called.
 */
export async function endInTurn(ends: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const end of ends) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
