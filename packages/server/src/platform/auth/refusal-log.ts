// What is refused at the door goes into a log that is kept for ever and costs nobody who knocks anything: beyond a number
// of refusals in a while one entry says that there were more.
import type { Clock } from '../clock/clock.ts';

const windowMilliseconds = 15 * 60_000;
const perAddress = 60;
const inAll = 1_000;

/** Whether a refusal is written: as it is, as the entry that says that more are not, or not at all. */
export type Written = 'entry' | 'flood' | 'nothing';

/** Counts the refusals of each address and of all together, in windows of a quarter of an hour. */
export function createRefusalLog(clock: Clock): (address: string) => Written {
  let began = Number.NEGATIVE_INFINITY;
  let all = 0;
  const counts = new Map<string, number>();
  return (address) => {
    const now = clock.now().getTime();
    if (Math.abs(now - began) >= windowMilliseconds) {
      began = now;
      all = 0;
      counts.clear();
    }
    const count = (counts.get(address) ?? 0) + 1;
    // No more addresses are remembered than are written down.
    if (counts.has(address) || counts.size < inAll) counts.set(address, count);
    if (count > perAddress) return count === perAddress + 1 ? 'flood' : 'nothing';
    all += 1;
    if (all > inAll) return all === inAll + 1 ? 'flood' : 'nothing';
    return 'entry';
  };
}
