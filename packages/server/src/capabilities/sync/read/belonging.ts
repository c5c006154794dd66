// To which room and station a row belongs: what it states, else where its point lies, else what the mapping says.
import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import type { ForceAreas } from '../write/force-areas.ts';
import type { IncidentDraft } from './compile-mapping.ts';
import { RowError } from './row-error.ts';

/**
 * Returns the draft with its room settled, its station by its point where the mapping asks for that, and the other
 * station where a stated one and the point disagree. @throws RowError for a row that belongs nowhere
 */
export function settleUnits(draft: IncidentDraft, mapping: ImportMapping, areas: ForceAreas): IncidentDraft {
  const { longitude, latitude } = draft;
  const placed = longitude !== null && latitude !== null;
  const roomOfPoint = placed && mapping.room.byArea ? areas.roomAt(longitude, latitude) : null;
  const roomCode = draft.roomCode || roomOfPoint || mapping.room.otherwise;
  if (!roomCode) throw new RowError('row.room_missing', mapping.room.column ?? null, null);
  if (!placed || !mapping.station) return { ...draft, roomCode };
  const stationOfPoint = areas.stationAt(longitude, latitude);
  const stationCode =
    draft.stationCode ?? (mapping.station.byArea ? stationOfPoint : null) ?? mapping.station.otherwise ?? null;
  const elsewhere = stationOfPoint !== null && stationCode !== null && stationOfPoint !== stationCode;
  return { ...draft, roomCode, stationCode, stationOfPoint: elsewhere ? stationOfPoint : null };
}
