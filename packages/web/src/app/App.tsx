import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { actingPostOf, useChosenPost } from '../platform/acting-post.ts';
import { api } from '../platform/api.ts';
import { chosenDigits, onDigits } from '../platform/digits.ts';
import { hasEntered, leave } from '../platform/leaving.ts';
import { openSeat, useIdleLock, useLockedFor } from '../platform/lock/lock.ts';
import { rememberPassword } from '../platform/lock/password-here.ts';
import { outbox } from '../platform/offline/outbox.ts';
import { SessionContext } from '../platform/session.ts';
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
  const entered = async (password: string) => {
    hasEntered();
    openSeat();
    outbox.poke();
    // Before the page is loaded anew for somebody else than sat here: the password is nowhere then.
    const { person } = await api.administration.getSession().catch(() => ({ person: null }));
    if (person) await rememberPassword(person.personId, password);
    reload();
  };
  // The next at this seat begins at the beginning.
  const giveUp = (of: string) => leave(of, reload).then(() => router.history.replace('/'));
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
        {locked && known && <LockScreen {...known} unlocked={entered} leave={() => giveUp(known.person.personId)} />}
      </LanguageContext>
    </AppearanceContext>
  );
}
