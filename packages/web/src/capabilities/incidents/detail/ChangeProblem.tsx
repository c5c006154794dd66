import { useEffect, useRef } from 'react';
import type { Change } from './use-change.ts';
import { useDetailText, wordOfField } from './words.ts';

/** Why a change was not taken; where somebody else was quicker, who and what, and the way to decide. */
export function ChangeProblem({ change }: { change: Change }) {
  const say = useDetailText();
  const { conflict, problem, busy, insist } = change;
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (conflict) told.current?.scrollIntoView({ block: 'nearest' });
  }, [conflict]);
  if (problem)
    return (
      <p role="alert" className="inc-wide">
        {problem}
      </p>
    );
  if (!conflict) return null;
  const fields = conflict.fields.map((field) => say(wordOfField(field) ?? 'changedMeanwhile'));
  return (
    <div ref={told} role="alert" className="inc-wide inc-conflict">
      <p>
        {say('changedBy')}{' '}
        <b>
          <bdi>{conflict.person}</bdi>
        </b>
        : {fields.join(' · ')}
      </p>
      <p>{say('lookFirst')}</p>
      <button type="button" className="chip" disabled={busy} onClick={insist}>
        {say('sendAnyway')}
      </button>
    </div>
  );
}
