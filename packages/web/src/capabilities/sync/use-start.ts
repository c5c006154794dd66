import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../platform/api.ts';

interface Import {
  fileId: string;
  mapping: string;
  dryRun: boolean;
}

/**
 * Starts imports, one at a time: a second press while the first is on its way starts nothing, and one whose answer was lost
 * goes again under its own ids. `start` returns whether the server took it; why not stands in `problem`.
 */
export function useStart() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const going = useRef(false);
  const unanswered = useRef<{ key: string; commandId: string; importId: string } | null>(null);
  const start = async (asked: Import): Promise<boolean> => {
    if (going.current) return false;
    going.current = true;
    setBusy(true);
    setProblem(null);
    const key = JSON.stringify(asked);
    if (unanswered.current?.key !== key) unanswered.current = { key, commandId: uuidv7(), importId: uuidv7() };
    const { commandId, importId } = unanswered.current;
    try {
      await api.sync.startImport({ commandId, importId, ...asked });
      unanswered.current = null;
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      going.current = false;
      setBusy(false);
    }
  };
  return { start, busy, problem, forget: () => setProblem(null) };
}
