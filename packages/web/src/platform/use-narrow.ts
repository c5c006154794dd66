import { useSyncExternalStore } from 'react';

const phone = matchMedia('(max-width: 700px)');

/** Whether the page stands on a screen as narrow as a phone's; the same width as in the style sheets. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      phone.addEventListener('change', listener);
      return () => phone.removeEventListener('change', listener);
    },
    () => phone.matches,
  );
