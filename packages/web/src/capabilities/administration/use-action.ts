import { useCallback, useContext, useState } from 'react';
import { sentenceOf } from '../../platform/send.ts';
import { LanguageContext } from '../../platform/text.ts';

/** Does one thing at a time; `problem` is what the last one was refused with, in the language of the moment. */
export function useAction(otherwise: string) {
  const language = useContext(LanguageContext);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = useCallback(async (action: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await action();
      return true;
    } catch (thrown) {
      setError(thrown);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, problem: error === null ? null : sentenceOf(error, language, otherwise), run, setError };
}
