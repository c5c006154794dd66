import { useSyncExternalStore } from 'react';
import { serverNow } from '../../../platform/offline/server-time.ts';

// One timer for all that counts seconds: the parts that show time draw again, the board around them does not.
let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = serverNow();
    for (const one of listeners) one();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now by the server's clock in milliseconds, drawn anew each second. */
export const useSecond = (): number => useSyncExternalStore(subscribe, () => now);

/** Now, drawn anew only when `seconds` have passed: for what shows minutes. */
export const useEvery = (seconds: number): number =>
  useSyncExternalStore(subscribe, () => Math.floor(now / (seconds * 1000)) * seconds * 1000);
