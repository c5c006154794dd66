// Two imports at once may bring the same records. The second to come meets the first's row (23505) or waits with it in a
// circle (40P01); its chunk, tried again, finds the records there and changes nothing.
const MOST_TRIES = 8;
const metAnother: ReadonlySet<string> = new Set(['23505', '40P01', '40001']);

/** Does `work` again when another import was quicker; `again` takes back before what it had counted. */
export async function retried<Result>(again: () => void, work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!metAnother.has((error as { code?: string }).code ?? '') || tries === MOST_TRIES) throw error;
      again();
    }
  }
}
