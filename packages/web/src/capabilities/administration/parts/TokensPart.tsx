import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { useAccountWords } from '../account-words.ts';
import { useAction } from '../use-action.ts';
import { useActionNames } from '../use-action-names.ts';
import { useMoments } from '../use-moments.ts';
import { CopyButton } from './CopyText.tsx';
import { NewToken } from './NewToken.tsx';

type Token = Awaited<ReturnType<typeof api.administration.listTokens>>[number];
const key = ['account', 'tokens'];

/** Tokens of programs: what each may do, until when, when it was used last; making and revoking them. */
export function TokensPart() {
  const { say } = useAccountWords();
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const tokens = useQuery({ queryKey: key, queryFn: () => api.administration.listTokens() });
  const made = (token: string) => {
    setMaking(false);
    setSecret(token);
    queries.invalidateQueries({ queryKey: key });
  };
  return (
    <section className="account-part" aria-label={say('tokens')}>
      <h2>{say('tokens')}</h2>
      <p className="account-hint">{say('tokensHint')}</p>
      {secret && (
        <div role="status">
          <p className="account-hint">{say('tokenOnce')}</p>
          <p className="account-secret" dir="ltr">
            <code>{secret}</code>
          </p>
          <div className="account-row">
            <CopyButton text={secret} />
            <Button variant="default" size="compact-sm" onClick={() => setSecret(null)}>
              {say('done')}
            </Button>
          </div>
        </div>
      )}
      {tokens.isError && <p role="alert">{say('failed')}</p>}
      {tokens.data?.length === 0 && !making && <p className="account-hint">{say('noTokens')}</p>}
      <ul className="account-list">
        {tokens.data?.map((token) => (
          <TokenRow key={token.tokenId} token={token} changed={() => queries.invalidateQueries({ queryKey: key })} />
        ))}
      </ul>
      {making ? (
        <NewToken made={made} cancel={() => setMaking(false)} />
      ) : (
        <div className="account-row">
          <Button variant="default" onClick={() => setMaking(true)}>
            {say('newToken')}
          </Button>
        </div>
      )}
    </section>
  );
}

function TokenRow({ token, changed }: { token: Token; changed(): void }) {
  const { say } = useAccountWords();
  const { day, moment } = useMoments();
  const nameOf = useActionNames();
  const { busy, problem, run } = useAction(say('failed'));
  const [sure, setSure] = useState(false);
  const over = token.revokedAt !== null || (token.expiresAt !== null && Date.parse(token.expiresAt) <= Date.now());
  const revoke = async () => {
    if (!sure) return setSure(true);
    if (await run(() => api.administration.revokeToken({ commandId: uuidv7(), tokenId: token.tokenId }))) changed();
  };
  return (
    <li className={over ? 'account-over' : undefined}>
      <bdi>{token.name}</bdi>
      {over ? (
        <span>{say(token.revokedAt ? 'revoked' : 'ended')}</span>
      ) : (
        <Button variant="default" size="compact-sm" loading={busy} onClick={revoke}>
          {say(sure ? 'revokeSure' : 'revoke')}
        </Button>
      )}
      <small>
        {token.actions === null ? say('allActions') : token.actions.map(nameOf).join('، ')}
        {token.expiresAt && !over && (
          <>
            {' · '}
            {say('until')} <bdi>{day(token.expiresAt)}</bdi>
          </>
        )}
        {' · '}
        {token.lastUsedAt ? (
          <>
            {say('lastUsed')} <bdi>{moment(token.lastUsedAt)}</bdi>
          </>
        ) : (
          say('neverUsed')
        )}
      </small>
      {problem && <p role="alert">{problem}</p>}
    </li>
  );
}
