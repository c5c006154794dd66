import { useEffect, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { lost } from '../../../platform/offline/link.ts';
import { listenToStream } from '../../../platform/stream/shared-stream.ts';
import { type BoardShown, followBoard } from '../board/follow-board.ts';

/** The boards of several rooms as one, kept live by the one stream. Null until each has been read once. */
export function useBoards(roomIds: readonly number[], personId: string): BoardShown | null {
  const [boards, setBoards] = useState<ReadonlyMap<number, BoardShown>>(new Map());
  const key = roomIds.join(',');
  useEffect(() => {
    setBoards(new Map());
    const ends = (key === '' ? [] : key.split(',').map(Number)).map((roomId) =>
      followBoard(roomId, {
        load: () => api.incidents.getBoard({ roomId }),
        listen: (listener) => listenToStream(personId, listener),
        failed: lost,
        show: (board) => setBoards((now) => new Map(now).set(roomId, board)),
      }),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [key, personId]);
  if (boards.size < roomIds.length) return null;
  const all = [...boards.values()];
  return { incidents: all.flatMap((board) => board.incidents), units: all.flatMap((board) => board.units) };
}
