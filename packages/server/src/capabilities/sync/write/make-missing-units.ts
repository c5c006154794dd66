// Rooms and stations that a file names and the force has not, made where the mapping allows it.
import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { Organisation, Unit } from '../../administration/index.ts';
import type { IncidentDraft } from '../read/compile-mapping.ts';
import { makeUnit } from './force-units.ts';

/** Runs one command of an import under its name. */
export type Command = <Output>(name: string, handle: (context: CommandContext) => Promise<Output>) => Promise<Output>;

/** The unit of a code in a force; undefined where there is none. */
export const findUnit = (
  organisation: Organisation,
  force: Unit | null,
  kind: string,
  code: string,
): Unit | undefined =>
  organisation.units.find((unit) => unit.kind === kind && unit.code === code && unit.forceId === force?.unitId);

/** Makes what a batch of rows names and the force has not, rooms before the stations under them. */
export async function makeMissingUnits(
  organisation: Organisation,
  mapping: ImportMapping,
  force: Unit,
  drafts: readonly IncidentDraft[],
  command: Command,
): Promise<void> {
  const { room, station } = mapping;
  const missing = (kind: string, codes: Iterable<string>): string[] =>
    [...new Set(codes)].filter((code) => !findUnit(organisation, force, kind, code)).sort();
  const rooms = missing(
    'operations_room',
    drafts.map((draft) => draft.roomCode),
  );
  if (rooms.length > 0) {
    await command('makeRooms', async (context) => {
      for (const code of rooms) await makeUnit(context, 'operations_room', code, room, force);
    });
    await organisation.reload();
  }
  // A station stands under the room of the first row that names both.
  const roomOf = new Map<string, string>();
  for (const { stationCode, roomCode } of drafts) {
    if (stationCode !== null && !roomOf.has(stationCode)) roomOf.set(stationCode, roomCode);
  }
  const stations = missing('station', roomOf.keys());
  if (stations.length === 0 || !station) return;
  await command('makeStations', async (context) => {
    for (const code of stations) {
      const parent = findUnit(organisation, force, 'operations_room', roomOf.get(code) ?? '') ?? force;
      await makeUnit(context, 'station', code, station, parent);
    }
  });
  await organisation.reload();
}
