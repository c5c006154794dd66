import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../platform/api.ts';
import { keep, recall } from '../../../platform/offline/kept.ts';
import { type PaletteItem, usePaletteSource } from '../../../platform/palette/sources.ts';
import { useSession } from '../../../platform/session.ts';
import { nameIn, useText, wordIn } from '../../../platform/text.ts';
import { writeChosen } from '../board/use-selection.ts';
import type { Reference } from '../reference.ts';
import { statusIn } from '../statuses.ts';
import { incidentsFor, most, unitsFor } from './find.ts';
import { parseLine } from './parse.ts';
import { lineWord } from './words.ts';

interface Board {
  incidents: BoardIncident[];
  units: BoardUnit[];
}

/**
 * What the palette finds on every page: incidents by the list's own search, places of the gazetteer, and what the boards
 * that this browser keeps tell of incidents and units, which needs no link. Each leads to where it is shown.
 */
export function useAnywherePalette(roomId: number | undefined): void {
  const { language } = useText();
  const { session } = useSession();
  const navigate = useNavigate();
  const { personId } = session.person;
  const word = (name: Parameters<typeof lineWord>[1]) => lineWord(language, name);
  const toBoard = (room: number, more: Parameters<typeof writeChosen>[0]) =>
    navigate({ to: '/', search: Object.fromEntries(writeChosen({ ...more, room: String(room) })) as never });
  const listed = async (): Promise<Reference['types']> =>
    (await recall<Reference>('reference', personId))?.value.types ?? [];
  const titleOf = (types: Reference['types'], typeId: number): string => {
    const type = types.find((one) => one.typeId === typeId);
    return type ? nameIn(language, type) : '';
  };

  const onBoards = async (line: string): Promise<PaletteItem[]> => {
    const types = await listed();
    const boards = await Promise.all(session.boardRoomIds.map((room) => boardOf(room, personId, room === roomId)));
    return boards.flatMap((board): PaletteItem[] => [
      ...unitsFor(line, board.units).map((unit) => {
        const row = board.incidents.find((one) => one.assignments.some((at) => isAt(at, unit.patrolUnitId)));
        return {
          id: `unit:${unit.patrolUnitId}`,
          group: word('units'),
          title: unit.callSign,
          detail: row ? `${titleOf(types, row.typeId)} · ${row.placeText}` : wordIn(language, 'free'),
          run: () => toBoard(unit.roomId, { unit: unit.patrolUnitId, incident: row?.incidentId ?? null }),
        };
      }),
      ...incidentsFor(line, board.incidents, types).map((row) => ({
        id: `incident:${row.incidentId}`,
        group: word('incidents'),
        title: `${titleOf(types, row.typeId)} · ${row.placeText}`,
        detail: row.number ?? '',
        run: () => toBoard(row.roomId, { incident: row.incidentId }),
      })),
    ]);
  };

  const places = async (line: string): Promise<PaletteItem[]> => {
    if (roomId === undefined) return [];
    const found = await api.administration.searchPlaces({ text: line, roomId });
    return found.places.map(({ placeId, longitude, latitude, ...place }) => {
      // A place may have no name in the person's language: then the one it was found by.
      const name = { ar: place.nameAr, en: place.nameEn, fr: place.nameFr }[language] ?? place.matched;
      return {
        id: `place:${placeId}`,
        group: word('places'),
        title: name,
        detail: word('onMap'),
        run: () => toBoard(roomId, { place: { name, longitude, latitude } }),
      };
    });
  };

  // The list's own search, logged as it is there, so not before a word is whole enough.
  const older = async (line: string): Promise<PaletteItem[]> => {
    const words = line.trim();
    if (words.length < 3 || words.length > 200) return [];
    const [found, types] = await Promise.all([api.incidents.searchIncidents({ words, limit: most }), listed()]);
    const group = word('olderIncidents');
    const items = found.items.map((row) => ({
      id: `incident:${row.incidentId}`,
      group,
      title: `${titleOf(types, row.typeId)} · ${row.placeText}`,
      detail: `${row.number ?? ''} · ${statusIn(language, row.status)}`,
      run: () => navigate({ to: `/incidents/${row.incidentId}` as string }),
    }));
    if (found.nextCursor === null) return items;
    const all = {
      id: 'incidents:all',
      group,
      title: word('allFound'),
      run: () => navigate({ to: '/incidents' as string, search: { q: words } as never }),
    };
    return [...items, all];
  };

  usePaletteSource({
    find: () => [],
    ask: async (line) => {
      if (!session.actions.includes('incident.read') || parseLine(line) || line.trim().length < 2) return [];
      // One that fails (no link, no right) takes nothing from the others; what is found twice is shown once.
      const found = await Promise.all([onBoards(line), older(line), places(line)].map((one) => one.catch(() => [])));
      const items = found.flat();
      return items.filter((item, at) => items.findIndex((one) => one.id === item.id) === at);
    },
  });
}

const isAt = (at: BoardIncident['assignments'][number], patrolUnitId: number): boolean =>
  at.patrolUnitId === patrolUnitId && at.status !== 'cleared' && at.status !== 'stood_down';

/** A room's board as this browser keeps it; of the own room, where it was never opened here, as the server has it. */
async function boardOf(roomId: number, personId: string, own: boolean): Promise<Board> {
  const kept = await recall<Board>(`board:${roomId}`, personId);
  if (kept) return kept.value;
  if (!own) return { incidents: [], units: [] };
  const { epoch: _epoch, position: _position, ...board } = await api.incidents.getBoard({ roomId });
  await keep(`board:${roomId}`, personId, board);
  return board;
}
