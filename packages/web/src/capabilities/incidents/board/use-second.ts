import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { serverNow } from '../../../platform/offline/server-time.ts';

// One timer for all that counts seconds: the parts that show time draw again, the board around them does not.
let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) now = serverNow();
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

// One observer for all that counts seconds: a queue of five hundred rows redraws the ten that are looked at.
const watched = new WeakMap<Element, (inSight: boolean) => void>();
let observer: IntersectionObserver | undefined;
const tell = (entries: IntersectionObserverEntry[]) => {
  for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting);
};
const never = () => () => {};

/** Now, drawn anew each second while the element is in sight or nearly so; out of sight it costs nothing. */
export function useSecondInSight(place: RefObject<Element | null>): number {
  const [inSight, setInSight] = useState(true);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    observer ??= new IntersectionObserver(tell, { rootMargin: '200px' });
    watched.set(element, setInSight);
    observer.observe(element);
    return () => observer?.unobserve(element);
  }, [place]);
  return useSyncExternalStore(inSight ? subscribe : never, () => now);
}

/** Now, drawn anew only when `seconds` have passed: for what shows minutes. */
export const useEvery = (seconds: number): number =>
  useSyncExternalStore(subscribe, () => Math.floor(now / (seconds * 1000)) * seconds * 1000);
