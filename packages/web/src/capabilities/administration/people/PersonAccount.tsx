import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../platform/api.ts';
import { numberLocaleOf } from '../../../platform/locales.ts';
import { useActionNames } from '../use-action-names.ts';
import { useMoments } from '../use-moments.ts';
import { usePersonFormWords } from './form-words.ts';
import type { PersonRead } from './PersonDetail.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { usePeopleWords } from './words.ts';

/** Whether and how a person signs in, and the tokens that act in their name. */
export function PersonAccount({ read, mayManage }: { read: PersonRead; mayManage: boolean }) {
  const { say, language } = usePeopleWords();
  const { account, person, tokens } = read;
  const number = new Intl.NumberFormat(numberLocaleOf(language));
  return (
    <section className="ppl-card" aria-label={say('account')}>
      <h3>{say('account')}</h3>
      {account.exists ? (
        <dl className="ppl-facts">
          <dt>{say('userName')}</dt>
          <dd>
            <bdi dir="ltr">{person.userName}</bdi>
          </dd>
          <dt>{say('access')}</dt>
          <dd>
            <AccessState read={read} />
          </dd>
          <dt>{say('secondStep')}</dt>
          <dd data-good={account.secondFactor || undefined}>{say(account.secondFactor ? 'on' : 'off')}</dd>
          <dt>{say('sessions')}</dt>
          <dd>{number.format(account.openSessions)}</dd>
        </dl>
      ) : (
        <p className="adm-hint">{say('noAccount')}</p>
      )}
      {account.exists && (
        <>
          <h4>{say('tokens')}</h4>
          {tokens.length === 0 && <p className="adm-hint">{say('noTokens')}</p>}
          <ul className="ppl-tokens">
            {tokens.map((token) => (
              <TokenRow key={token.tokenId} token={token} personId={person.personId} mayManage={mayManage} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AccessState({ read: { account, person } }: { read: PersonRead }) {
  const { say } = usePeopleWords();
  const { moment } = useMoments();
  if (account.lockedAt) return <span data-bad>{say('accountLocked', { at: moment(account.lockedAt) })}</span>;
  if (!person.active) return <span>{say('accountOver')}</span>;
  if (account.lockedByAttempts) return <span data-bad>{say('accountGuessed')}</span>;
  if (account.temporaryPassword) return <span>{say('accountTemporary')}</span>;
  return <span data-good>{say('accountOpen')}</span>;
}

interface TokenRowProps {
  token: PersonRead['tokens'][number];
  personId: string;
  mayManage: boolean;
}

function TokenRow({ token, personId, mayManage }: TokenRowProps) {
  const { say } = usePeopleWords();
  const { say: formSay } = usePersonFormWords();
  const { day, moment } = useMoments();
  const nameOf = useActionNames();
  const [revoking, setRevoking] = useState(false);
  const facts = [
    token.actions === null ? say('everyRight') : token.actions.map(nameOf).join(' · '),
    token.expiresAt && say('tokenUntil', { day: day(token.expiresAt) }),
    token.lastUsedAt ? say('tokenUsed', { at: moment(token.lastUsedAt) }) : say('tokenUnused'),
  ].filter(Boolean);
  return (
    <li>
      <bdi>{token.name}</bdi>
      {mayManage && (
        <Button size="compact-xs" variant="default" onClick={() => setRevoking(true)}>
          {formSay('revokeToken')}
        </Button>
      )}
      <small>
        {facts.map((fact, index) => (
          <span key={fact}>
            {index > 0 && ' · '}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </small>
      {revoking && (
        <ReasonForm
          title={formSay('revokeTokenOf', { name: token.name })}
          hint={formSay('revokeTokenHint')}
          label={formSay('revokeToken')}
          send={api.administration.revokePersonToken}
          about={{ personId, tokenId: token.tokenId }}
          grave
          close={() => setRevoking(false)}
        />
      )}
    </li>
  );
}
