import { type RefObject, useEffect, useRef, useState } from 'react';
import { sameOrder, steadyOrder } from './steady-order.ts';

// A hand that rests this long has let go: the queue must not stay out of order because a pointer was left on it.
const restMilliseconds = 8_000;

/** Whether a pointer moves, or a key acts, within an element now. */
function useHand(place: RefObject<HTMLElement | null>): [boolean, () => void] {
  const [on, setOn] = useState(false);
  const release = useRef(() => {});
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const off = () => {
      clearTimeout(timer);
      setOn(false);
    };
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(off, restMilliseconds);
      setOn(true);
    };
    release.current = off;
    const events = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel'] as const;
    for (const name of events) element.addEventListener(name, touched, { passive: true });
    element.addEventListener('pointerleave', off);
    return () => {
      off();
      for (const name of events) element.removeEventListener(name, touched);
      element.removeEventListener('pointerleave', off);
    };
  }, [place]);
  return [on, () => release.current()];
}

/** The order of a list that never jumps under a hand; `changed` says that another order waits, `release` takes it at once. */
export function useSteadyOrder(wanted: readonly string[], place: RefObject<HTMLElement | null>) {
  const [hand, release] = useHand(place);
  const shown = useRef<readonly string[]>(wanted);
  const order = hand ? steadyOrder(shown.current, wanted) : wanted;
  shown.current = order;
  return { order, changed: hand && !sameOrder(order, wanted), release };
}
