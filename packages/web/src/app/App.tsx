import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { outbox } from '../platform/offline/outbox.ts';
import { SessionContext } from '../platform/session.ts';
import { LanguageContext, wordIn } from '../platform/text.ts';
import { AppearanceContext, useChosenAppearance } from './appearance.ts';
import { router } from './router.tsx';
import { SignIn } from './SignIn.tsx';
import { useLoadedSession } from './use-session.ts';

/** Who is signed in here, in which language and light; then the pages, or the way in. */
export function App() {
  const [session, reload] = useLoadedSession();
  const appearance = useChosenAppearance();
  const known = session === 'loading' ? null : session;
  const personId = known?.person.personId ?? null;
  useEffect(() => outbox.open(personId), [personId]);
  const now = useMemo(() => known && { session: known, reload }, [known, reload]);
  return (
    <AppearanceContext value={appearance}>
      <LanguageContext value={appearance.language}>
        {session === 'loading' && <main className="centre">{wordIn(appearance.language, 'loading')}</main>}
        {session === null && <SignIn done={reload} />}
        {now && (
          <SessionContext value={now}>
            <RouterProvider router={router} />
          </SessionContext>
        )}
      </LanguageContext>
    </AppearanceContext>
  );
}
