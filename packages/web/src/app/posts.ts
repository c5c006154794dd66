import { useCallback, useMemo } from 'react';
import { choosePost } from '../platform/acting-post.ts';
import { useSession } from '../platform/session.ts';
import { nameIn, useText } from '../platform/text.ts';

/** My posts by name of unit and role, and the way to choose the one that I act from. */
export function usePosts() {
  const { language } = useText();
  const { session } = useSession();
  const { personId } = session.person;
  const named = useMemo(
    () =>
      session.posts.map((post) => {
        const unit = session.units.find((one) => one.unitId === post.unitId);
        return {
          postId: post.postId,
          unit: unit ? nameIn(language, unit) : '',
          role: nameIn(language, { nameAr: post.roleNameAr, nameEn: post.roleNameEn, nameFr: post.roleNameFr }),
        };
      }),
    [session, language],
  );
  const choose = useCallback((postId: string) => choosePost(personId, postId), [personId]);
  return { named, choose };
}
