import { IconMenu2, IconUserCircle } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { leave } from '../platform/leaving.ts';
import { useWaiting } from '../platform/offline/outbox.ts';
import { useSession } from '../platform/session.ts';
import { useText } from '../platform/text.ts';
import { useAccessWords } from './access-words.ts';
import { Choices } from './Choices.tsx';
import { LinkChip } from './LinkChip.tsx';
import { Palette } from './Palette.tsx';
import { RoomClock } from './RoomClock.tsx';
import { useRoom } from './room.ts';
import { SignOut } from './SignOut.tsx';
import { UpdateChip } from './UpdateChip.tsx';
import { WhereIAm } from './WhereIAm.tsx';

const accountPath: string = '/account';

/** Where I am, search, the link, what is mine (account, language, light, the way out), and the room's clock. */
export function TopBar() {
  const { t, name } = useText();
  const { session } = useSession();
  const { room, rooms, choose } = useRoom();
  const path = useLocation({ select: (location) => location.pathname });
  const waiting = useWaiting(session.person.personId);
  const timeZone = room?.timeZone ?? session.units[0]?.timeZone ?? 'UTC';
  return (
    <header className="top">
      <div className="mark">
        <b lang="ar">مرصد</b>
        <span className="latin">Marsad</span>
      </div>
      <WhereIAm />
      {path === '/' && room && rooms.length > 1 && (
        <select
          aria-label={t('room')}
          className="chip top-room"
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
      {session.practice && <span className="chip practice">{t('practice')}</span>}
      <Palette />
      <UpdateChip handless={path === '/wall'} />
      <LinkChip waiting={waiting} timeZone={timeZone} />
      <Mine waiting={waiting.length} />
      <RoomClock timeZone={timeZone} />
    </header>
  );
}

/** What is mine: in the bar where it is wide enough, else behind a button. */
function Mine({ waiting }: { waiting: number }) {
  const { t } = useText();
  const { say } = useAccessWords();
  const { session, reload } = useSession();
  const [open, setOpen] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => part.current?.contains(event.target as Node) || setOpen(false);
    const leaveIt = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Escape leaves what was opened last, not what stands behind it.
      event.stopImmediatePropagation();
      setOpen(false);
      part.current?.querySelector<HTMLElement>('.mine-open')?.focus();
    };
    addEventListener('pointerdown', outside);
    addEventListener('keydown', leaveIt, true);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', leaveIt, true);
    };
  }, [open]);
  return (
    <div className="mine" ref={part}>
      <button
        type="button"
        className="chip mine-open"
        aria-expanded={open}
        aria-label={t('mine')}
        title={t('mine')}
        onClick={() => setOpen(!open)}
      >
        <IconMenu2 size={18} stroke={1.6} aria-hidden />
      </button>
      <div className={open ? 'mine-part is-open' : 'mine-part'}>
        <Choices />
        <Link
          to={accountPath}
          className="chip"
          aria-label={say('account')}
          title={say('account')}
          onClick={() => setOpen(false)}
        >
          <IconUserCircle size={18} stroke={1.6} aria-hidden />
          <span className="mine-word">{say('account')}</span>
        </Link>
        <SignOut waiting={waiting} leave={() => leave(session.person.personId, reload)} />
      </div>
    </div>
  );
}
