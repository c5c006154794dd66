import { type Language, reasons } from '@marsad/contract/platform/reasons.ts';
import { useCallback, useState } from 'react';
import { reasonIn } from './reason-sentence.ts';
import { useText } from './text.ts';

interface Refused {
  data?: {
    reason?: string;
    parameters?: Record<string, string | number>;
    /** What the schema refused, field by field. */
    errors?: { field: string; reason: string }[];
  };
}

/** The sentence of a failed command: the server's reason, or that it did not arrive and nothing typed is lost. */
export function sentenceOf(error: unknown, language: Language, otherwise: string): string {
  const { data } = error as Refused;
  const told = data?.errors?.find((one) => Object.hasOwn(reasons, one.reason));
  if (told) return reasonIn(told.reason, language);
  return data?.reason ? reasonIn(data.reason, language, data.parameters) : otherwise;
}

/** Sends commands one at a time; `problem` is what the last one was refused with. */
export function useSend() {
  const { t, language } = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const failed = t('failed');
  const send = useCallback(
    async (command: () => Promise<unknown>): Promise<boolean> => {
      setBusy(true);
      setProblem(null);
      try {
        await command();
        return true;
      } catch (error) {
        setProblem(sentenceOf(error, language, failed));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [language, failed],
  );
  return { busy, problem, send };
}
