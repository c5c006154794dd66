import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { useNamedUnits } from '../organisation/use-units.ts';
import { isImmemorial, useDays } from '../use-days.ts';
import { useNamedRoles } from '../use-roles.ts';
import type { PersonRead } from './PersonDetail.tsx';
import { EndPostForm, GivePostForm } from './person-forms.tsx';
import { usePeopleWords } from './words.ts';

type Post = PersonRead['posts'][number];
const states = [
  ['now', 'postsNow'],
  ['to_come', 'postsToCome'],
  ['over', 'postsOver'],
] as const;

/** What a person holds, will hold and held. */
export function PersonPosts({ read }: { read: PersonRead }) {
  const { say } = usePeopleWords();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<{ postId: string; role: string } | null>(null);
  const { person, posts } = read;
  return (
    <section className="ppl-card" aria-label={say('posts')}>
      <div className="ppl-card-head">
        <h3>{say('posts')}</h3>
        {person.active && (
          <Button size="xs" onClick={() => setGiving(true)}>
            {say('givePost')}
          </Button>
        )}
      </div>
      {posts.length === 0 && <p className="adm-state">{say('noPosts')}</p>}
      {states.map(([state, word]) => {
        const found = posts.filter((post) => post.state === state);
        if (found.length === 0) return null;
        return (
          <div key={state} className="ppl-posts">
            <h4>{say(word)}</h4>
            <ul>
              {found.map((post) => (
                <PostRow key={post.postId} post={post} end={(role) => setEnding({ postId: post.postId, role })} />
              ))}
            </ul>
          </div>
        );
      })}
      {giving && <GivePostForm person={person} close={() => setGiving(false)} />}
      {ending && <EndPostForm person={person} {...ending} close={() => setEnding(null)} />}
    </section>
  );
}

function PostRow({ post, end }: { post: Post; end(role: string): void }) {
  const { say } = usePeopleWords();
  const { name } = useText();
  const { session } = useSession();
  const role = useNamedRoles().get(post.roleId);
  const unit = useNamedUnits().get(post.unitId);
  const roleName = role ? name(role) : '';
  const roleAddress: string = `/roles/${post.roleId}`;
  const unitAddress: string = `/organisation/${post.unitId}`;
  const unitName = <bdi>{unit ? name(unit) : '–'}</bdi>;
  return (
    <li data-state={post.state}>
      <Link to={roleAddress}>
        <bdi>{roleName}</bdi>
      </Link>
      {session.actions.includes('organisation.manage') ? <Link to={unitAddress}>{unitName}</Link> : unitName}
      <span className="ppl-days">
        <PostDays from={post.validFrom} to={post.validTo} />
      </span>
      {post.mayEnd && (
        <Button size="compact-xs" variant="default" onClick={() => end(roleName)}>
          {say('endPost')}
        </Button>
      )}
    </li>
  );
}

/** From when to when, in words. */
export function PostDays({ from, to }: { from: string; to: string | null }) {
  const { say } = usePeopleWords();
  const day = useDays();
  if (to !== null && to < from) return <>{say('never')}</>;
  const since = isImmemorial(from) ? null : day(from);
  if (to === null) return <>{since === null ? '' : say('since', { day: since })}</>;
  return <>{since === null ? say('until', { day: day(to) }) : say('fromTo', { from: since, to: day(to) })}</>;
}
