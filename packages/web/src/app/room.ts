import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Session, useSession } from '../platform/session.ts';

type Unit = Session['units'][number];

/** The room whose board is shown: the one in the address (`?room=12`), else the first that the person may see. */
export function useRoom(): { room: Unit | undefined; rooms: readonly Unit[]; choose(unitId: number): void } {
  const { session } = useSession();
  const search = useSearch({ strict: false }) as { room?: string };
  const navigate = useNavigate();
  const rooms = session.units.filter((unit) => session.boardRoomIds.includes(unit.unitId));
  const room =
    rooms.find((unit) => String(unit.unitId) === search.room) ??
    session.units.find((unit) => unit.unitId === session.boardRoomIds[0]);
  return { room, rooms, choose: (unitId) => navigate({ to: '/', search: { room: String(unitId) } as never }) };
}
