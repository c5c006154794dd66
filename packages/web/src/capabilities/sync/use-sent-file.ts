import { useCallback, useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { sendFile } from './send-file.ts';

export interface ChosenFile {
  file: File;
  fileId: string;
}

/**
 * A chosen file on its way to the server. `arrived` is the last that came whole: it stays while another is on its way. One
 * that did not come is sent by `again` under its own id, so that a lost answer makes no second file.
 */
export function useSentFile() {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [arrived, setArrived] = useState<ChosenFile | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<unknown>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is the wish to send again
  useEffect(() => {
    setProblem(null);
    setShare(0);
    if (!chosen) return;
    const stop = new AbortController();
    sendFile(chosen.file, chosen.fileId, setShare, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) setArrived(chosen);
      else setProblem({ data: { reason: answer.reason ?? undefined } });
    });
    return () => stop.abort();
  }, [chosen, attempt]);
  const take = useCallback((file: File) => setChosen({ file, fileId: uuidv7() }), []);
  const again = useCallback(() => setAttempt((now) => now + 1), []);
  const drop = useCallback(() => {
    setChosen(null);
    setArrived(null);
  }, []);
  return { chosen, arrived, share, problem, take, again, drop };
}
