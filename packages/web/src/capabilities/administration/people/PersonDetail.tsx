import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../platform/api.ts';
import { useSession } from '../../../platform/session.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { isImmemorial, useDays } from '../use-days.ts';
import { PersonAccount } from './PersonAccount.tsx';
import { PersonActions } from './PersonActions.tsx';
import { PersonHistory } from './PersonHistory.tsx';
import { PersonPosts, PostDays } from './PersonPosts.tsx';
import { usePeopleWords } from './words.ts';

export type PersonRead = Awaited<ReturnType<typeof api.administration.getPerson>>;

/** A person: who they are, what they hold, how they sign in, what was changed, and what may be done. */
export function PersonDetail({ personId }: { personId: string }) {
  const query = useQuery({
    queryKey: ['administration', 'person', personId],
    queryFn: () => api.administration.getPerson({ personId }),
  });
  return <Loaded query={query}>{(read) => <Detail read={read} />}</Loaded>;
}

function Detail({ read }: { read: PersonRead }) {
  const { say, language } = usePeopleWords();
  const { session } = useSession();
  const day = useDays();
  const { person, mayChange } = read;
  const isOwn = person.personId === session.person.personId;
  const names = [
    <bdi key="ar" lang="ar">
      {person.nameAr}
    </bdi>,
    <bdi key="latin">{person.nameLatin}</bdi>,
  ];
  if (language !== 'ar') names.reverse();
  const accountAddress: string = '/account';
  return (
    <article className="ppl-person">
      <h2>
        {names[0]}
        {isOwn && <span className="adm-tag">{say('isYou')}</span>}
        {!person.active && <span className="adm-tag">{say('ended')}</span>}
        {person.active && person.validTo !== null && (
          <span className="adm-tag">{say('leaves', { day: day(person.validTo) })}</span>
        )}
        {read.account.lockedAt !== null && <span className="adm-tag">{say('locked')}</span>}
      </h2>
      <p className="ppl-kind">{names[1]}</p>
      {mayChange ? <PersonActions read={read} isOwn={isOwn} /> : <p className="adm-warning">{say('beyond')}</p>}
      {isOwn && (
        <p className="adm-hint">
          <Link to={accountAddress}>{say('ownAccount')}</Link>
        </p>
      )}
      <div className="ppl-cards">
        <div className="ppl-column">
          <PersonPosts read={read} />
          <PersonHistory read={read} />
        </div>
        <div className="ppl-column">
          <PersonAccount read={read} mayManage={mayChange && !isOwn} />
          <Particulars person={person} />
        </div>
      </div>
    </article>
  );
}

function Particulars({ person }: { person: PersonRead['person'] }) {
  const { say } = usePeopleWords();
  return (
    <section className="ppl-card" aria-label={say('facts')}>
      <h3>{say('facts')}</h3>
      <dl className="ppl-facts">
        <dt>{say('serviceNumber')}</dt>
        <dd>
          <bdi dir="ltr">{person.serviceNumber ?? '–'}</bdi>
        </dd>
        <dt>{say('language')}</dt>
        <dd>{say(person.language)}</dd>
        {!(isImmemorial(person.validFrom) && person.validTo === null) && (
          <>
            <dt>{say('service')}</dt>
            <dd>
              <PostDays from={person.validFrom} to={person.validTo} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
