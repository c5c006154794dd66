import '../wall/wall.css';
import { useMemo } from 'react';
import { useAddress } from '../../../platform/address.ts';
import { inDigits } from '../../../platform/digits.ts';
import { clockFormat } from '../../../platform/locales.ts';
import { useReachable } from '../../../platform/offline/link.ts';
import { useSession } from '../../../platform/session.ts';
import { nameIn, useText } from '../../../platform/text.ts';
import { BoardMap } from '../board/BoardMap.tsx';
import { Glyph } from '../board/Glyph.tsx';
import { useSecond } from '../board/use-second.ts';
import { duration, waitsFrom } from '../lateness.ts';
import { useReference } from '../reference.ts';
import { useBoards } from '../wall/use-boards.ts';
import { roomsUnder, type WallFigures, wallFigures, wallUnit } from '../wall/wall-figures.ts';
import { useWallText } from '../wall/words.ts';

const read = (search: URLSearchParams): number | null => Number(search.get('unit')) || null;
const write = (unit: number | null): URLSearchParams =>
  new URLSearchParams(unit === null ? {} : { unit: String(unit) });

/** A wall that nobody touches: the few numbers, the most late, and the map; of a room, a centre or the force. */
export default function WallPage() {
  const { t, name, language } = useText();
  const text = useWallText();
  const { session, post } = useSession();
  const [asked] = useAddress(read, write);
  const unit = wallUnit(asked, post?.unitId, session.units);
  const roomIds = unit ? roomsUnder(unit.unitId, session.units, session.boardRoomIds) : [];
  const { personId } = session.person;
  const board = useBoards(roomIds, personId);
  const reference = useReference(personId);
  const reachable = useReachable();
  const title = useMemo(() => {
    const byId = new Map(reference?.types.map((type) => [type.typeId, nameIn(language, type)]));
    return (typeId: number): string => byId.get(typeId) ?? '';
  }, [reference, language]);
  if (!unit || roomIds.length === 0) return <main className="centre">{t('noBoard')}</main>;
  return (
    <main className="wall">
      <div className="wall-head">
        <h1>{name(unit)}</h1>
        {session.practice && <span className="wall-practice">{t('practice')}</span>}
        {!reachable && (
          <span className="wall-offline" role="alert">
            {text('offline')}
          </span>
        )}
        <Clock timeZone={unit.timeZone} />
      </div>
      <section className="wall-side" aria-label={text('title')}>
        {board ? <Figures board={board} title={title} rooms={roomIds.length > 1 ? session.units : []} /> : t('loading')}
      </section>
      <BoardMap
        roomId={unit.unitId}
        forceId={unit.forceId}
        personId={personId}
        rooms={session.units}
        incidents={board?.incidents ?? none.incidents}
        units={roomIds.length > 1 ? none.units : (board?.units ?? none.units)}
        title={title}
        selected={null}
        still
      />
    </main>
  );
}

const none: NonNullable<ReturnType<typeof useBoards>> = { incidents: [], units: [] };

interface FiguresProps {
  board: typeof none;
  title(typeId: number): string;
  /** Named beside each incident where there are several. */
  rooms: readonly { unitId: number; code: string }[];
}

function Figures({ board, title, rooms }: FiguresProps) {
  const { language } = useText();
  const text = useWallText();
  const now = useSecond();
  const figures = wallFigures(board.incidents, board.units, now);
  return (
    <>
      <Numbers figures={figures} />
      <h2>{text(figures.open === 0 ? 'calm' : figures.late === 0 ? 'noneLate' : 'mostLate')}</h2>
      <ol className="wall-first">
        {figures.mostLate.map((row) => (
          <li key={row.incidentId}>
            <Glyph priority={row.priority} />
            <span>
              <b>{title(row.typeId)}</b>
              <span className="wall-place">
                {rooms.length > 0 && (
                  <>
                    <bdi>{rooms.find((room) => room.unitId === row.roomId)?.code}</bdi>
                    {' · '}
                  </>
                )}
                <bdi>{row.placeText}</bdi>
              </span>
            </span>
            <bdi className="wall-age">{duration(now - Date.parse(waitsFrom(row)), language)}</bdi>
          </li>
        ))}
      </ol>
    </>
  );
}

function Numbers({ figures }: { figures: WallFigures }) {
  const { language } = useText();
  const text = useWallText();
  const { open, late, waiting, longestWait, free, units } = figures;
  return (
    <dl className="wall-numbers">
      <div>
        <dt>{text('open')}</dt>
        <dd>{inDigits(open)}</dd>
      </div>
      <div className={late > 0 ? 'is-late' : ''}>
        <dt>{text('late')}</dt>
        <dd>{inDigits(late)}</dd>
      </div>
      <div>
        <dt>{text('waiting')}</dt>
        <dd>{inDigits(waiting)}</dd>
      </div>
      <div>
        <dt>{text('free')}</dt>
        <dd>
          {inDigits(free)}
          <small>
            {' '}
            {text('of')} {inDigits(units)}
          </small>
        </dd>
      </div>
      <div className="wide">
        <dt>{text('longest')}</dt>
        <dd>
          <bdi>{longestWait === null ? text('none') : duration(longestWait, language)}</bdi>
        </dd>
      </div>
    </dl>
  );
}

function Clock({ timeZone }: { timeZone: string }) {
  const { language } = useText();
  const now = useSecond();
  return (
    <time dateTime={new Date(now).toISOString()}>
      <bdi>{clockFormat(language, timeZone, 'short').format(now)}</bdi>
    </time>
  );
}
