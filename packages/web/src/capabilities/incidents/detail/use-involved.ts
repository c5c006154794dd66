import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { serverNow } from '../../../platform/offline/server-time.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { useText } from '../../../platform/text.ts';

export type Involved = Awaited<ReturnType<typeof api.incidents.getInvolved>>;

/**
 * The restricted part of one incident while it is looked at. It lives in memory alone: never in what the browser keeps, and
 * gone when the part is closed, another incident is chosen, or the hour of a broken glass is over.
 */
export function useInvolved(incidentId: string) {
  const { t, language } = useText();
  const [shown, setShown] = useState<Involved | null>(null);
  const [locked, setLocked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const until = shown?.until ?? null;
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => setShown(null), Math.max(0, Date.parse(until) - serverNow()));
    return () => clearTimeout(timer);
  }, [until]);
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      const { data } = error as { data?: { reason?: string } };
      if (data?.reason === 'people.locked') setLocked(true);
      else setProblem(sentenceOf(error, language, t('failed')));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const read = async () => {
    setShown(await api.incidents.getInvolved({ incidentId }));
    setLocked(false);
  };
  return {
    shown,
    locked,
    busy,
    problem,
    show: () => attempt(read),
    hide: () => setShown(null),
    breakGlass: (reason: string) =>
      attempt(async () => {
        await api.incidents.breakGlass({ commandId: uuidv7(), incidentId, reason });
        await read();
      }),
    /** Writes an entry; what is shown is read again, so that the writer sees it as it stands. */
    write: (work: () => Promise<unknown>) =>
      attempt(async () => {
        await work();
        if (shown) await read();
      }),
  };
}
