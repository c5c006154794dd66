import { useEffect, useState } from 'react';
import { isPractice } from '../platform/sign-in.ts';

const key = 'practice';

/** Whether a practice force stands at this server: as it says; without a link as it said last. */
export function usePractice(): boolean {
  const [practice, setPractice] = useState(() => localStorage.getItem(key) === 'true');
  useEffect(() => {
    isPractice().then(
      (told) => {
        localStorage.setItem(key, String(told));
        setPractice(told);
      },
      () => undefined,
    );
  }, []);
  return practice;
}
