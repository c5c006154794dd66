import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Session, useSession } from '../platform/session.ts';

type Unit = Session['units'][number];

/** The room whose board is shown: the one in the address (`?room=12`), else that of the post that the person acts from. */
export function useRoom(): { room: Unit | undefined; rooms: readonly Unit[]; choose(unitId: number | null): void } {
  const { session, post } = useSession();
  const search = useSearch({ strict: false }) as { room?: string };
  const navigate = useNavigate();
  const rooms = session.units.filter((unit) => session.boardRoomIds.includes(unit.unitId));
  const own = roomOfPost(post?.unitId, session.units, session.boardRoomIds);
  const room =
    rooms.find((unit) => String(unit.unitId) === search.room) ?? session.units.find((unit) => unit.unitId === own);
  return {
    room,
    rooms,
    choose: (unitId) => navigate({ to: '/', search: (unitId === null ? {} : { room: String(unitId) }) as never }),
  };
}

/**
 * The room of a post, of those whose boards may be seen: its own unit, else the first below it, else the nearest above it,
 * else the first of all. Undefined where none may be seen.
 */
export function roomOfPost(
  unitId: number | undefined,
  units: readonly Pick<Unit, 'unitId' | 'parentId'>[],
  boardRoomIds: readonly number[],
): number | undefined {
  const parents = new Map(units.map((unit) => [unit.unitId, unit.parentId]));
  const above = (from: number): number[] => {
    const line: number[] = [];
    for (let at: number | null = from; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at);
    return line;
  };
  if (unitId === undefined) return boardRoomIds[0];
  return (
    boardRoomIds.find((room) => room === unitId) ??
    boardRoomIds.find((room) => above(room).includes(unitId)) ??
    above(unitId).find((unit) => boardRoomIds.includes(unit)) ??
    boardRoomIds[0]
  );
}
