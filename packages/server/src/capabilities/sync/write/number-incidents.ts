import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { Unit } from '../../administration/index.ts';
import { takeSerials } from '../store.ts';
import type { ForceUnits } from './force-units.ts';
import type { Row } from './source-rows.ts';

/** Gives new incidents their numbers: by room and year, in the order they were created. */
export async function numberIncidents(context: CommandContext, incidents: Row[], units: ForceUnits): Promise<void> {
  const series = new Map<string, { room: Unit; year: number; rows: Row[] }>();
  const rooms = new Map([...units.rooms.values()].map((room) => [room.unitId, room]));
  // Making one costs more than a thousand uses of it.
  const years = new Map<string, Intl.DateTimeFormat>();
  for (const row of incidents) {
    const room = rooms.get(Number(row.room_id));
    if (!room) continue;
    const local =
      years.get(room.timeZone) ?? new Intl.DateTimeFormat('en', { timeZone: room.timeZone, year: '2-digit' });
    years.set(room.timeZone, local);
    const year = Number(local.format(new Date(String(row.created_at))));
    const key = `${room.unitId}/${year}`;
    const one = series.get(key) ?? { room, year, rows: [] };
    one.rows.push(row);
    series.set(key, one);
  }
  // In one order for every import, so that two at once wait for each other and never for ever.
  for (const key of [...series.keys()].sort()) {
    const one = series.get(key);
    if (!one) continue;
    const first = await takeSerials(context.tx, one.room.unitId, one.year, one.rows.length);
    one.rows.sort((a, b) => String(a.created_at).localeCompare(String(b.created_at)));
    for (const [index, row] of one.rows.entries()) {
      row.number = `${one.room.code}-${String(one.year).padStart(2, '0')}-${String(first + index).padStart(6, '0')}`;
    }
  }
}
