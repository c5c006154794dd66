import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useFieldWords } from './field-words.ts';
import type { Problem } from './use-command.ts';
import { useFormWords } from './words.ts';

interface FormProblemProps {
  problem: Problem | null;
  /** Goes on from what stands now, with what was typed. */
  adopt(): void;
}

/** Why a form was not taken; where somebody else was quicker, who and which fields, and the way on with what was typed. */
export function FormProblem({ problem, adopt }: FormProblemProps) {
  const { say } = useFormWords();
  const wordOf = useFieldWords();
  const [settled, setSettled] = useState<Problem | null>(null);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A tall form may have it out of sight.
    if (problem) told.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (!problem || problem === settled) return null;
  const { conflict } = problem;
  if (!conflict)
    return (
      <div ref={told} role="alert" className="adm-problem">
        {problem.text}
      </div>
    );
  return (
    <div ref={told} role="alert" className="adm-conflict">
      <p>
        <b>
          <bdi>{conflict.person}</bdi>
        </b>{' '}
        {say('changedBy')} {conflict.fields.map(wordOf).join(' · ')}
      </p>
      <p>{say('takeOverHint')}</p>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          adopt();
          setSettled(problem);
        }}
      >
        {say('takeOver')}
      </Button>
    </div>
  );
}
