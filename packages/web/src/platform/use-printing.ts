import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is on its way to paper: what is folded on a screen is unfolded then. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia('print');
    // The browser takes the page as it stands when the listener returns.
    const turn = () => flushSync(() => setPrinting(media.matches));
    media.addEventListener('change', turn);
    return () => media.removeEventListener('change', turn);
  }, []);
  return printing;
}
