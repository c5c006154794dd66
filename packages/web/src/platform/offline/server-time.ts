// The server's clock, as far as this browser knows it. Each answer tells it again; it is kept through a restart; and a step of
// this machine's own clock (set by hand, or by the network) is seen at once, for a command made in the future is refused.

interface Kept {
  /** How far the server is ahead of this machine, in milliseconds. */
  offset: number;
  /** The latest time the server told: it is later now, whatever a machine with an empty battery believes. */
  latest: number;
}

const key = 'server-time';
/** Below this a difference is the road of the answer, or the hand of a slow machine. */
const stepMilliseconds = 5_000;
/** How old what is kept may grow while the clocks agree. */
const keepMilliseconds = 60_000;
const lookMilliseconds = 2_000;
const listeners = new Set<() => void>();

let known = recalled();
let wall = Date.now();
let steady = performance.now();

/** Now by the server's clock as last learnt, in milliseconds since 1970. */
export function serverNow(): number {
  look();
  return Math.max(Date.now() + known.offset, known.latest);
}

/** Learns the server's time from what it has just told; `wayMilliseconds` is how long its answer may have been under way. */
export function learnServerTime(told: string | number, wayMilliseconds = 0): void {
  const at = (typeof told === 'number' ? told : Date.parse(told)) + wayMilliseconds / 2;
  if (Number.isNaN(at)) return;
  anchor();
  set({ offset: at - Date.now(), latest: at });
}

/** Learns from the head of an answer, which tells whole seconds: only what differs by more is news. */
export function learnFromHead(date: string | null, wayMilliseconds: number): void {
  const at = Date.parse(date ?? '') + 500 + wayMilliseconds / 2;
  if (Math.abs(at - Date.now() - known.offset) > 1_000 + wayMilliseconds) learnServerTime(at);
  else if (at - known.latest > keepMilliseconds) set({ ...known, latest: at - 1_000 });
}

/** Calls back when this machine's clock has been set: the server should be asked for the time. Returns how to stop. */
export function onClockStep(listener: () => void): () => void {
  listeners.add(listener);
  const timer = setInterval(look, lookMilliseconds);
  return () => {
    clearInterval(timer);
    listeners.delete(listener);
  };
}

/**
 * Compares the clock on the wall with one that nobody sets. A step back is one for sure, and is made good; one forward may be a
 * sleep, through which the second clock stands on some machines: the wall is believed until the server is heard.
 */
function look(): void {
  const step = Date.now() - wall - (performance.now() - steady);
  if (Math.abs(step) < stepMilliseconds) return;
  anchor();
  if (step < 0) set({ ...known, offset: known.offset - step });
  for (const listener of listeners) listener();
}

function anchor(): void {
  wall = Date.now();
  steady = performance.now();
}

function set(next: Kept): void {
  known = next;
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // A full or forbidden store costs the memory of it, never the time.
  }
}

function recalled(): Kept {
  try {
    const { offset, latest } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>;
    if (Number.isFinite(offset) && Number.isFinite(latest))
      return { offset: offset as number, latest: latest as number };
  } catch {
    // Nothing that can be read was kept.
  }
  return { offset: 0, latest: 0 };
}
