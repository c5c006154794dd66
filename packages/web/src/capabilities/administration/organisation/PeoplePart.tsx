import { Button, Switch } from '@mantine/core';
import type { UnitPost } from '@marsad/contract/administration/units/list-unit-posts.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../platform/api.ts';
import { useSession } from '../../../platform/session.ts';
import { personIn, useText } from '../../../platform/text.ts';
import { Loaded } from '../forms/Loaded.tsx';
import { useFormWords } from '../forms/words.ts';
import { Days } from './Days.tsx';
import { UnitLink } from './UnitLink.tsx';
import { type UnitRead, useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

interface PeoplePartProps {
  read: UnitRead;
  today: string;
  choose(unitId: number): void;
}

/** Who holds a post in the unit, page by page; with those of the units under it, past and coming ones, when asked for. */
export function PeoplePart({ read: { unit, inUse }, today, choose }: PeoplePartProps) {
  const { say, language } = useOrganisationWords();
  const { say: formWord } = useFormWords();
  const [under, setUnder] = useState(false);
  const [all, setAll] = useState(false);
  const asked = {
    unitId: unit.unitId,
    reach: under ? ('under' as const) : ('unit' as const),
    state: all ? ('all' as const) : ('now' as const),
    order: language === 'ar' ? ('ar' as const) : ('latin' as const),
  };
  const posts = useInfiniteQuery({
    queryKey: ['administration', 'unit-posts', asked],
    queryFn: ({ pageParam }) =>
      api.administration.listUnitPosts({ ...asked, limit: 50, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <>
      <div className="org-part-head">
        {inUse.children > 0 && (
          <Switch
            size="xs"
            label={say('underToo')}
            checked={under}
            onChange={(e) => setUnder(e.currentTarget.checked)}
          />
        )}
        <Switch size="xs" label={say('allPosts')} checked={all} onChange={(e) => setAll(e.currentTarget.checked)} />
      </div>
      <Loaded query={posts}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <p className="adm-state">{say('nobody')}</p>;
          return (
            <ul className="org-rows">
              {items.map((post) => (
                <PostRow key={post.postId} post={post} withUnit={under} withDays={all} today={today} choose={choose} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {posts.hasNextPage && (
        <Button variant="default" size="xs" loading={posts.isFetchingNextPage} onClick={() => posts.fetchNextPage()}>
          {formWord('more')}
        </Button>
      )}
    </>
  );
}

interface PostRowProps {
  post: UnitPost;
  withUnit: boolean;
  withDays: boolean;
  today: string;
  choose(unitId: number): void;
}

function PostRow({ post, withUnit, withDays, today, choose }: PostRowProps) {
  const { name, language } = useText();
  const { session } = useSession();
  const unit = useNamedUnits().get(post.unitId);
  const person = <bdi>{personIn(language, post.personNameAr, post.personNameLatin)}</bdi>;
  const toPerson: string = `/people/${post.personId}`;
  return (
    <li>
      {session.actions.includes('people.manage') ? (
        <Link className="org-link" to={toPerson}>
          {person}
        </Link>
      ) : (
        person
      )}
      <span className="org-dim">
        {name({ nameAr: post.roleNameAr, nameEn: post.roleNameEn, nameFr: post.roleNameFr })}
      </span>
      {withUnit && unit && (
        <UnitLink unitId={unit.unitId} choose={choose}>
          {name(unit)}
        </UnitLink>
      )}
      {withDays && <Days from={post.validFrom} to={post.validTo} today={today} />}
    </li>
  );
}
