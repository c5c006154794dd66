import { useCallback, useContext, useState } from 'react';
import { api } from '../api.ts';
import { sentenceOf } from '../send.ts';
import { LanguageContext, wordIn } from '../text.ts';

export interface Leaving {
  /** What leaves, in short: `overview.weeks`. */
  subject: string;
  format: 'csv' | 'svg' | 'png';
  rows: number;
}

/**
 * Hands a file made in the browser over, after the server has written down that it leaves. Without its answer (no link, no
 * right) there is no file, and `problem` says so. The names of the filters in the address are told, never their values.
 */
export function useDisclosed() {
  const language = useContext(LanguageContext);
  const [error, setError] = useState<unknown>(null);
  const disclosed = useCallback(async (leaving: Leaving, save: () => unknown): Promise<void> => {
    setError(null);
    try {
      const filters = [...new Set(new URLSearchParams(location.search).keys())].slice(0, 40);
      await api.administration.reportDisclosure({ ...leaving, filters });
      await save();
    } catch (thrown) {
      setError(thrown);
    }
  }, []);
  const problem = error === null ? null : sentenceOf(error, language, wordIn(language, 'exportNeedsLink'));
  return { disclosed, problem };
}
