import type { Waiting } from './database.ts';

const ofTime: ReadonlySet<string | null> = new Set(['time.future', 'command.too_old']);

/** Whether a command was refused for the time at which it says it was made: unchanged it never is taken. */
export const isOfTime = (reason: string | null): boolean => ofTime.has(reason);

/**
 * A refused command as made now (milliseconds since 1970, the server's clock). It keeps its id: was it taken after all, and the
 * answer lost, it is not done twice. What it tells of stays when it was; only a time that had passed by the clock it was made
 * with, and has not come by the true one, is now.
 */
export function remade(row: Pick<Waiting, 'input' | 'madeAt'>, now: number) {
  const madeAt = new Date(now).toISOString();
  const before = Date.parse(row.madeAt);
  const told = Object.entries(row.input).map(([field, value]) => {
    const at = typeof value === 'string' && instant.test(value) ? Date.parse(value) : Number.NaN;
    return [field, at > now && at <= before ? madeAt : value];
  });
  return { madeAt, input: { ...(Object.fromEntries(told) as Waiting['input']), madeAt } };
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
