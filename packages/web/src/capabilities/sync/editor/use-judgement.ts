import { useEffect, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { type Draft, mappingOf } from './draft.ts';
import type { JudgementView } from './Judgement.tsx';

const TYPING_MILLISECONDS = 350;

/** The server's judgement of the draft on the file, asked for when the typing has paused; the last answer stays meanwhile. */
export function useJudgement(fileId: string, draft: Draft | null) {
  const [judgement, setJudgement] = useState<JudgementView | null>(null);
  const [judging, setJudging] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (!draft) return;
    let ended = false;
    setJudging(true);
    const timer = setTimeout(() => {
      api.sync.judgeMapping({ fileId, mapping: mappingOf(draft, 'draft') }).then(
        (found) => {
          if (ended) return;
          setJudgement(found);
          setProblem(null);
          setJudging(false);
        },
        (error: unknown) => {
          if (ended) return;
          setProblem(error);
          setJudging(false);
        },
      );
    }, TYPING_MILLISECONDS);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [fileId, draft]);
  return { judgement, judging, problem };
}
