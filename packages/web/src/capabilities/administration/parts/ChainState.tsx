import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { colonIn, useText } from '../../../platform/text.ts';
import { faultWord, useAuditWords } from '../audit-words.ts';
import { useAction } from '../use-action.ts';
import { useMoments } from '../use-moments.ts';

const lookMilliseconds = 1_500;

/** How far the log is sealed, what the last walk along it found, and a way to ask for another. */
export function ChainState() {
  const { say } = useAuditWords();
  const { language } = useText();
  const { moment } = useMoments();
  const { problem, run } = useAction(say('failed'));
  const [before, setBefore] = useState<string | null | undefined>(undefined);
  const state = useQuery({
    queryKey: ['audit', 'state'],
    queryFn: () => api.administration.getAuditState(),
    refetchInterval: before === undefined ? false : lookMilliseconds,
  });
  const found = state.data?.verification ?? null;
  const verifying = before !== undefined && (found?.verifiedAt ?? null) === before;
  if (before !== undefined && !verifying) setBefore(undefined);
  const verify = async () => {
    const last = found?.verifiedAt ?? null;
    if (await run(() => api.administration.verifyAuditChain({ commandId: uuidv7() }))) setBefore(last);
  };
  return (
    <section className={found && !found.whole ? 'audit-chain is-broken' : 'audit-chain'} aria-label={say('chain')}>
      <strong>{say('chain')}</strong>
      {state.data && (
        <span>
          {say('sealedUpTo')} <bdi>{state.data.sealed}</bdi>
          {state.data.waiting > 0 && (
            <>
              {' · '}
              <bdi>{state.data.waiting}</bdi> {say('waiting')}
            </>
          )}
        </span>
      )}
      <span role="status">
        {verifying && say('verifying')}
        {!verifying && state.data && !found && say('never')}
        {!verifying && found?.whole && (
          <>
            <i className="audit-whole" aria-hidden>
              ✓
            </i>{' '}
            {say('whole')}
            {colonIn(language)}
            <bdi>{moment(found.verifiedAt)}</bdi>
          </>
        )}
        {!verifying && found && !found.whole && (
          <>
            {say('broken')} <bdi>{found.brokenAt}</bdi>: {say(faultWord(found.fault))}
          </>
        )}
      </span>
      {problem && <span role="alert">{problem}</span>}
      <span className="grow" />
      <Button variant="default" size="compact-sm" loading={verifying} onClick={verify}>
        {say('verify')}
      </Button>
    </section>
  );
}
