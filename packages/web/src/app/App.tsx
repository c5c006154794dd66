import { lazy, Suspense, useEffect, useState } from 'react';
import { Board } from '../capabilities/incidents/Board.tsx';
import { signOut } from '../platform/api.ts';
import { forget } from '../platform/offline/kept.ts';
import { outbox, useWaiting } from '../platform/offline/outbox.ts';
import { type Language, LanguageContext, nameIn, wordIn } from '../platform/text.ts';
import { LinkChip } from './LinkChip.tsx';
import { pageAt, pages, usePath } from './pages.ts';
import { SignIn } from './SignIn.tsx';
import { useSession } from './use-session.ts';

// Charts weigh more than the whole board: they come when somebody looks at them.
const ImportsPage = lazy(() => import('../capabilities/sync/pages/ImportsPage.tsx'));
const OverviewPage = lazy(() => import('../capabilities/analysis/pages/OverviewPage.tsx'));

type Theme = 'dark' | 'light';
const remembered = <T extends string>(key: string, fallback: T): T =>
  (localStorage.getItem(key) as T | null) ?? fallback;

/** The shell: who I am, where, in which language and light; inside it the board of my room. */
export function App() {
  const [session, load] = useSession();
  const [language, setLanguage] = useState<Language>(() => remembered('language', 'ar'));
  const [theme, setTheme] = useState<Theme>(() => remembered('theme', 'dark'));
  const [roomId, setRoomId] = useState<number | null>(null);
  const [path, go] = usePath();

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('language', language);
    localStorage.setItem('theme', theme);
  }, [language, theme]);

  const personId = session && session !== 'loading' ? session.person.personId : null;
  useEffect(() => outbox.open(personId), [personId]);
  const waiting = useWaiting(personId);

  if (session === 'loading') return <main className="centre">{wordIn(language, 'loading')}</main>;
  const choices = <Choices language={language} setLanguage={setLanguage} theme={theme} setTheme={setTheme} />;
  if (!session) {
    return (
      <LanguageContext value={language}>
        <SignIn done={load} choices={choices} />
      </LanguageContext>
    );
  }
  const open = pages.filter((page) => session.actions.includes(page.permission));
  const page = pageAt(path, open);
  const shown = roomId ?? session.boardRoomIds[0] ?? null;
  const room = session.units.find((unit) => unit.unitId === shown);
  const post = session.posts[0];
  const rooms = session.units.filter((unit) => session.boardRoomIds.includes(unit.unitId));
  return (
    <LanguageContext value={language}>
      <header>
        <div className="mark">
          <b lang="ar">مرصد</b>
          {language !== 'ar' && <span>Marsad</span>}
        </div>
        {page?.path === '/' && rooms.length > 0 && (
          <select
            aria-label={wordIn(language, 'place')}
            className="chip"
            value={shown ?? ''}
            onChange={(event) => setRoomId(Number(event.target.value))}
          >
            {rooms.map((room) => (
              <option key={room.unitId} value={room.unitId}>
                {nameIn(language, room)}
              </option>
            ))}
          </select>
        )}
        {open.length > 1 && (
          <nav>
            {open.map((one) => (
              <a
                key={one.path}
                href={one.path}
                aria-current={one === page ? 'page' : undefined}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  go(one.path);
                }}
              >
                {wordIn(language, one.word)}
              </a>
            ))}
          </nav>
        )}
        {post && (
          <span className="chip">
            {nameIn(language, { nameAr: post.roleNameAr, nameEn: post.roleNameEn, nameFr: post.roleNameFr })}
          </span>
        )}
        {session.practice && <span className="chip practice">{wordIn(language, 'practice')}</span>}
        <span className="grow" />
        <LinkChip waiting={waiting} />
        {choices}
        <button type="button" className="chip" onClick={() => leave(session.person.personId).then(load)}>
          {wordIn(language, 'signOut')}
        </button>
      </header>
      {page && page.path !== '/' ? (
        <Suspense fallback={<main className="centre">{wordIn(language, 'loading')}</main>}>
          {page.path === '/overview' ? <OverviewPage /> : <ImportsPage />}
        </Suspense>
      ) : shown === null ? (
        <main className="centre">{wordIn(language, 'noBoard')}</main>
      ) : (
        <Board
          key={shown}
          roomId={shown}
          forceId={room?.forceId}
          timeZone={room?.timeZone ?? 'UTC'}
          personId={session.person.personId}
          waiting={waiting}
          mayLog={session.logRoomIds.includes(shown)}
          actions={session.actions}
        />
      )}
    </LanguageContext>
  );
}

// What waits stays with its owner; what was read is forgotten, so that the next at this seat finds nothing.
async function leave(personId: string): Promise<void> {
  await signOut().catch(() => undefined);
  await forget(personId);
}

interface ChoicesProps {
  language: Language;
  setLanguage(language: Language): void;
  theme: Theme;
  setTheme(theme: Theme): void;
}

function Choices({ language, setLanguage, theme, setTheme }: ChoicesProps) {
  return (
    <span className="chip">
      {(['ar', 'en', 'fr'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === language} onClick={() => setLanguage(one)} lang={one}>
          {one === 'ar' ? 'ع' : one.toUpperCase()}
        </button>
      ))}
      <button type="button" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
        {wordIn(language, theme === 'dark' ? 'light' : 'dark')}
      </button>
    </span>
  );
}
