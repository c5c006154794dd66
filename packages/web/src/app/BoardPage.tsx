import { Board } from '../capabilities/incidents/Board.tsx';
import { useWaiting } from '../platform/offline/outbox.ts';
import { useSession } from '../platform/session.ts';
import { useText } from '../platform/text.ts';
import { useRoom } from './room.ts';

/** The board of the room in the address. */
export function BoardPage() {
  const { t } = useText();
  const { session } = useSession();
  const { room } = useRoom();
  const waiting = useWaiting(session.person.personId);
  if (!room) return <main className="centre">{t('noBoard')}</main>;
  return (
    <Board
      key={room.unitId}
      roomId={room.unitId}
      forceId={room.forceId}
      timeZone={room.timeZone}
      personId={session.person.personId}
      rooms={session.units}
      waiting={waiting}
      mayLog={session.logRoomIds.includes(room.unitId)}
      actions={session.actions}
    />
  );
}
