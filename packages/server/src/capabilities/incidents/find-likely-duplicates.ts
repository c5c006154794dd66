import type { contract } from '@marsad/contract';
import type { LikelyDuplicate } from '@marsad/contract/incidents/find-likely-duplicates.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { cellsAround } from '../../platform/places/cells.ts';
import { boardKinds, type Organisation, reachesUnit } from '../administration/index.ts';
import { judgeLikeness } from './judge-likeness.ts';
import { recentIncidents } from './likeness-store.ts';

type Operation = typeof contract.incidents.findLikelyDuplicates;

const most = 5;
const backHours = 24;
// Stored cells are some 350 m across: three rings reach beyond the distance at which two points may be one event.
const rings = 3;

/** Looks among what is recent in the room, its neighbours and around the position, and says why. */
export function findLikelyDuplicates(organisation: Organisation) {
  return async ({ tx, scope, now }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const room = organisation.findUnit(input.roomId);
    if (!room || !reachesUnit(scope, room)) refuse('NOT_FOUND', 'room.unknown', { field: 'roomId' });
    const { placeText, longitude, latitude } = input;
    const placed = longitude !== undefined && latitude !== undefined;
    if (!placed && placeText.length < 3) return { incidents: [] };
    const neighbours = organisation.units.filter(
      (unit) => unit.parentId === room.parentId && boardKinds.includes(unit.kind),
    );
    const rooms = [room, ...neighbours].map((unit) => unit.unitId);
    const cells = placed ? cellsAround(longitude, latitude, rings) : [];
    const since = new Date(now.getTime() - backHours * 3_600_000);
    const codeOf = (typeId: number | undefined) =>
      typeId === undefined ? undefined : organisation.findType(typeId)?.code;
    const call = { ...input, typeCode: codeOf(input.typeId) };
    const judged = (await recentIncidents(tx, rooms, cells, since)).flatMap((row) => {
      const minutes = (now.getTime() - Date.parse(row.createdAt)) / 60_000;
      const likeness = judgeLikeness(call, { ...row, typeCode: codeOf(row.typeId) }, minutes);
      return likeness ? [{ row, likeness }] : [];
    });
    judged.sort((a, b) => b.likeness.score - a.likeness.score);
    return {
      incidents: judged.slice(0, most).map(({ row, likeness }) => ({
        incidentId: row.incidentId,
        number: row.number,
        roomId: row.roomId,
        typeId: row.typeId,
        priority: row.priority,
        status: row.status as LikelyDuplicate['status'],
        placeText: row.placeText,
        createdAt: row.createdAt,
        reasons: likeness.reasons,
      })),
    };
  };
}
