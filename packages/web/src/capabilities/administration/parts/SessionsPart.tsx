import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { useAccountWords } from '../account-words.ts';
import { useAction } from '../use-action.ts';
import { useMoments } from '../use-moments.ts';

/** Where the person is signed in, and a way to end all but this. */
export function SessionsPart() {
  const { say, language } = useAccountWords();
  const { moment } = useMoments();
  const queries = useQueryClient();
  const { busy, problem, run } = useAction(say('failed'));
  const sessions = useQuery({ queryKey: ['account', 'sessions'], queryFn: () => api.administration.listSessions() });
  const end = () =>
    run(async () => {
      await api.administration.endOtherSessions({ commandId: uuidv7() });
      await queries.invalidateQueries({ queryKey: ['account', 'sessions'] });
    });
  const others = sessions.data?.filter((one) => !one.current).length ?? 0;
  return (
    <section className="account-part" aria-label={say('sessions')}>
      <h2>{say('sessions')}</h2>
      <ul className="account-list">
        {sessions.data?.map((one) => (
          <li key={one.sessionId}>
            <span>
              <bdi>{browserOf(one.browser)}</bdi> <bdi>{one.address}</bdi>
            </span>
            <strong>{one.current && say('here')}</strong>
            <small>
              {say('since')} <bdi>{moment(one.startedAt)}</bdi>
              {language === 'ar' ? '، ' : ', '}
              {say('lastUsed')} <bdi>{moment(one.lastUsedAt)}</bdi>
            </small>
          </li>
        ))}
      </ul>
      {(problem || sessions.isError) && <p role="alert">{problem ?? say('failed')}</p>}
      <div className="account-row">
        {others > 0 ? (
          <Button variant="default" loading={busy} onClick={end}>
            {say('endOthers')}
          </Button>
        ) : (
          sessions.isSuccess && <span className="account-hint">{say('noOthers')}</span>
        )}
      </div>
    </section>
  );
}

// A browser tells far more than a person needs to know their own: the product and the system are enough.
function browserOf(agent: string | null): string {
  const product = /(Firefox|Edg|Chrome|Safari)\/(\d+)/.exec(agent ?? '');
  const system = /Windows|Android|iPhone|Mac OS|Linux/.exec(agent ?? '')?.[0];
  return (
    [product && `${product[1] === 'Edg' ? 'Edge' : product[1]} ${product[2]}`, system].filter(Boolean).join(', ') || '?'
  );
}
