import type { ImportRun } from '@marsad/contract/sync/import-run.ts';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';

const isRunning = (run: ImportRun): boolean => run.status === 'waiting' || run.status === 'running';

/** The newest imports, read again each second while one of them goes on. `again` reads at once. */
export function useRuns(): { runs: ImportRun[] | null; failed: boolean; again(): void } {
  const [runs, setRuns] = useState<ImportRun[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((count) => count + 1), []);
  const going = runs?.some(isRunning) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the wish to read again
  useEffect(() => {
    let ended = false;
    const read = () =>
      api.sync.listImports({ limit: 20 }).then(
        (page) => {
          if (ended) return;
          setRuns(page.items);
          setFailed(false);
        },
        () => !ended && setFailed(true),
      );
    read();
    const timer = going || failed ? setInterval(read, 1000) : undefined;
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [asked, going, failed]);
  return { runs, failed, again };
}
