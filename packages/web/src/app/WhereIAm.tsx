import { useLocation } from '@tanstack/react-router';
import { useSession } from '../platform/session.ts';
import { useText } from '../platform/text.ts';
import { usePosts } from './posts.ts';
import { useRoom } from './room.ts';

/** Unit and post that I act from; a choice for whoever holds several. */
export function WhereIAm() {
  const { t } = useText();
  const { session, post } = useSession();
  const { choose: chooseRoom } = useRoom();
  const path = useLocation({ select: (location) => location.pathname });
  const { named, choose } = usePosts();
  const here = named.find((one) => one.postId === post?.postId);
  if (!here) return null;
  if (session.posts.length === 1)
    return (
      <span className="where">
        <span className="chip where-unit">
          <bdi>{here.unit}</bdi>
        </span>
        <span className="chip where-role">
          <bdi>{here.role}</bdi>
        </span>
      </span>
    );
  return (
    <select
      className="chip where"
      aria-label={t('actingPost')}
      title={t('actingPost')}
      value={here.postId}
      onChange={(event) => {
        choose(event.target.value);
        // The room of the old post in the address would stay before the eyes.
        if (path === '/') chooseRoom(null);
      }}
    >
      {named.map((one) => (
        <option key={one.postId} value={one.postId}>
          {one.unit} · {one.role}
        </option>
      ))}
    </select>
  );
}
