import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { actingPostOf, useChosenPost } from '../platform/acting-post.ts';
import { chosenDigits, onDigits } from '../platform/digits.ts';
import { openSeat, useIdleLock, useLockedFor } from '../platform/lock/lock.ts';
import { forget } from '../platform/offline/kept.ts';
import { outbox } from '../platform/offline/outbox.ts';
import { leaveSeat } from '../platform/seat.ts';
import { SessionContext } from '../platform/session.ts';
import { signOut } from '../platform/sign-in.ts';
import { LanguageContext, wordIn } from '../platform/text.ts';
import { AppearanceContext, useChosenAppearance } from './appearance.ts';
import { LockScreen } from './LockScreen.tsx';
import { router } from './router.tsx';
import { SignIn } from './SignIn.tsx';
import { useLoadedSession } from './use-session.ts';
import { useStaySignedIn } from './use-stay-signed-in.ts';

/** Who is signed in here, in which language and light; then the pages, or the way in, or the lock of a seat that was left. */
export function App() {
  const [session, reload] = useLoadedSession();
  const appearance = useChosenAppearance();
  const known = session === 'loading' ? null : session;
  const personId = known?.person.personId ?? null;
  useEffect(() => outbox.open(personId), [personId]);
  const chosen = useChosenPost(personId);
  const now = useMemo(
    () => known && { session: known, post: actingPostOf(known.posts, chosen), reload },
    [known, chosen, reload],
  );
  const idleMinutes = useStaySignedIn(known);
  useIdleLock(personId, idleMinutes);
  const digits = useSyncExternalStore(onDigits, chosenDigits);
  const locked = useLockedFor() === personId && personId !== null;
  const entered = () => {
    openSeat();
    outbox.poke();
    reload();
  };
  const leave = async () => {
    await signOut().catch(() => undefined);
    if (personId) await forget(personId);
    leaveSeat();
    openSeat();
    location.assign('/');
  };
  return (
    <AppearanceContext value={appearance}>
      <LanguageContext value={appearance.language}>
        {session === 'loading' && <main className="centre">{wordIn(appearance.language, 'loading')}</main>}
        {session === null && <SignIn done={entered} />}
        {now && (
          <SessionContext value={now}>
            <div className="access-behind" inert={locked}>
              {/* Everything is written anew in other digits: formats are made once a page. */}
              <RouterProvider key={digits} router={router} />
            </div>
          </SessionContext>
        )}
        {locked && known && <LockScreen {...known} unlocked={entered} leave={leave} />}
      </LanguageContext>
    </AppearanceContext>
  );
}
