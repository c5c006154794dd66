import { IconUserCircle } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useAnywherePalette } from '../capabilities/incidents/command-line/use-anywhere-palette.ts';
import { KeySheet } from '../platform/keys/KeySheet.tsx';
import { forget } from '../platform/offline/kept.ts';
import { useWaiting } from '../platform/offline/outbox.ts';
import { leaveSeat } from '../platform/seat.ts';
import { useSession } from '../platform/session.ts';
import { signOut } from '../platform/sign-in.ts';
import { useText } from '../platform/text.ts';
import { useAccessWords } from './access-words.ts';
import { Choices } from './Choices.tsx';
import { LinkChip } from './LinkChip.tsx';
import { Palette } from './Palette.tsx';
import { pages } from './pages.tsx';
import { RoomClock } from './RoomClock.tsx';
import { useRoom } from './room.ts';

const accountPath: string = '/account';

/** Top bar and rail around every page: where I am, the link, language and light, the room's clock. */
export function Shell() {
  const { t, name } = useText();
  const { say } = useAccessWords();
  const { session, reload } = useSession();
  const { room, rooms, choose } = useRoom();
  useAnywherePalette(room?.unitId);
  const path = useLocation({ select: (location) => location.pathname });
  const waiting = useWaiting(session.person.personId);
  const post = session.posts[0];
  return (
    <>
      <header>
        <div className="mark">
          <b lang="ar">مرصد</b>
          <span className="latin">Marsad</span>
        </div>
        {path === '/' && room && (
          <select
            aria-label={t('room')}
            className="chip"
            value={room.unitId}
            onChange={(event) => choose(Number(event.target.value))}
          >
            {rooms.map((one) => (
              <option key={one.unitId} value={one.unitId}>
                {name(one)}
              </option>
            ))}
          </select>
        )}
        <Link to={accountPath} className="chip" aria-label={say('account')} title={say('account')}>
          <IconUserCircle size={18} stroke={1.6} aria-hidden />
        </Link>
        {post && (
          <span className="chip post">
            {name({ nameAr: post.roleNameAr, nameEn: post.roleNameEn, nameFr: post.roleNameFr })}
          </span>
        )}
        {session.practice && <span className="chip practice">{t('practice')}</span>}
        <Palette />
        <LinkChip waiting={waiting} />
        <Choices />
        <button type="button" className="chip" onClick={() => leave(session.person.personId).then(reload)}>
          {t('signOut')}
        </button>
        <RoomClock timeZone={room?.timeZone ?? session.units[0]?.timeZone ?? 'UTC'} />
      </header>
      {session.practice && <p className="paper-practice">{t('practice')}</p>}
      <div className="shell">
        <Rail />
        <Outlet />
      </div>
      <KeySheet />
    </>
  );
}

/** The capabilities that my posts use. */
function Rail() {
  const { t } = useText();
  const { session } = useSession();
  const open = pages.filter((page) => page.inRail !== false && session.actions.includes(page.permission));
  if (open.length < 2) return <span hidden />;
  return (
    <nav className="rail" aria-label={t('pages')}>
      {open.map(({ to, word, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          title={t(word)}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon size={20} stroke={1.6} aria-hidden />
          <span>{t(word)}</span>
        </Link>
      ))}
    </nav>
  );
}

// What waits stays with its owner; what was read is forgotten, so that the next at this seat finds nothing.
async function leave(personId: string): Promise<void> {
  await signOut().catch(() => undefined);
  await forget(personId);
  leaveSeat();
}
