import { Button } from '@mantine/core';
import type { ListedPerson } from '@marsad/contract/administration/people/list-people.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useAddress } from '../../../platform/address.ts';
import { api } from '../../../platform/api.ts';
import { countText } from '../../../platform/count-text.ts';
import { personIn, useText } from '../../../platform/text.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { useNamedUnits } from '../organisation/use-units.ts';
import { useNamedRoles } from '../use-roles.ts';
import { usePersonFormWords } from './form-words.ts';
import { PeopleFilters } from './PeopleFilters.tsx';
import { askedOf, readQuestion, writeQuestion } from './people-filters.ts';
import { otherPosts, usePeopleWords } from './words.ts';

const pageRows = 50;

/** People by conditions that stand in the address, page after page; each leads to its detail. */
export function PeopleList({ chosen, add }: { chosen: string | undefined; add(): void }) {
  const { say, language } = usePeopleWords();
  const { say: formSay } = usePersonFormWords();
  const [question, ask] = useAddress(readQuestion, writeQuestion);
  const asked = { ...askedOf(question), order: language === 'ar' ? 'ar' : 'latin' } as const;
  const people = useInfiniteQuery({
    queryKey: ['administration', 'people', asked],
    queryFn: ({ pageParam }) =>
      api.administration.listPeople({ ...asked, limit: pageRows, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // While the next answer is on its way the last one stays: nothing jumps while somebody types.
    placeholderData: (before) => before,
  });
  return (
    <section className="ppl-list" aria-label={say('list')}>
      <div className="ppl-list-head">
        <div className="ppl-title">
          <h1>{say('title')}</h1>
          <Button size="xs" onClick={add}>
            {formSay('newPerson')}
          </Button>
        </div>
        <PeopleFilters question={question} ask={ask} />
      </div>
      <Loaded query={people}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.items);
          if (found.length === 0)
            return (
              <div className="adm-state" role="status">
                <p>{say('none')}</p>
                <Button size="xs" variant="default" onClick={() => ask(readQuestion(new URLSearchParams()))}>
                  {say('clear')}
                </Button>
              </div>
            );
          return (
            <div className="ppl-rows" aria-busy={people.isPlaceholderData}>
              <ul onKeyDown={walk}>
                {found.map((person) => (
                  <Row key={person.personId} person={person} chosen={person.personId === chosen} />
                ))}
              </ul>
              {people.hasNextPage && (
                <Button
                  variant="default"
                  size="xs"
                  loading={people.isFetchingNextPage}
                  onClick={() => people.fetchNextPage()}
                >
                  {say('more')}
                </Button>
              )}
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}

// Up and down go from person to person; Enter opens, as of any link.
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Row({ person, chosen }: { person: ListedPerson; chosen: boolean }) {
  const { say, language } = usePeopleWords();
  const { name } = useText();
  const roles = useNamedRoles();
  const units = useNamedUnits();
  const [post, ...others] = person.posts;
  const role = roles.get(post?.roleId ?? -1);
  const unit = units.get(post?.unitId ?? -1);
  const address: string = `/people/${person.personId}`;
  return (
    <li>
      <Link to={address} search={true as never} className="ppl-row" aria-current={chosen ? 'page' : undefined}>
        <span className="ppl-row-name">
          <bdi>{personIn(language, person.nameAr, person.nameLatin)}</bdi>
          {person.locked && <span className="adm-tag">{say('locked')}</span>}
          {!person.active && <span className="adm-tag">{say('ended')}</span>}
        </span>
        <span className="ppl-row-post">
          {post ? (
            <>
              <bdi>{role ? name(role) : ''}</bdi> · <bdi>{unit ? name(unit) : ''}</bdi>
              {others.length > 0 && <> {countText(language, otherPosts, others.length)}</>}
            </>
          ) : (
            say('noPost')
          )}
        </span>
        <bdi className="ppl-row-number" dir="ltr">
          {person.serviceNumber ?? person.userName}
        </bdi>
      </Link>
    </li>
  );
}
