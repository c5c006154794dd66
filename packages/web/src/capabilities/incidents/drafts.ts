import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import type { Waiting } from '../../platform/offline/database.ts';
import { waitsFrom } from './lateness.ts';
import type { Reference } from './reference.ts';

/** What a waiting `logIncident` carries, as the form made it. */
export interface LogInput {
  incidentId: string;
  roomId: number;
  typeId: number;
  placeText: string;
  narrative: string;
  priority?: number;
  longitude?: number;
  latitude?: number;
  radiusMetres?: number;
  scheduledFor?: string;
}
export const logInputOf = (row: Waiting): LogInput => row.input as unknown as LogInput;

/** Incidents that wait in the outbox as rows of a room's board: drafts without a number, with the limit they will have. */
export function draftRows(
  waiting: readonly Waiting[],
  roomId: number,
  forceId: number | undefined,
  reference: Reference | null,
): BoardIncident[] {
  return waiting
    .filter((row) => row.name === 'logIncident' && logInputOf(row).roomId === roomId)
    .map((row) => {
      const input = logInputOf(row);
      const type = reference?.types.find((one) => one.typeId === input.typeId);
      const priority = input.priority ?? type?.priority ?? 3;
      const limits = reference?.limits.filter((one) => one.forceId === forceId && one.priority === priority);
      const limit = limits?.find((one) => one.typeId === input.typeId) ?? limits?.find((one) => one.typeId === null);
      const minutes = limit?.responseMinutes ?? null;
      const scheduledFor = input.scheduledFor ?? null;
      const from = Date.parse(waitsFrom({ createdAt: row.madeAt, scheduledFor }));
      return {
        incidentId: input.incidentId,
        number: null,
        roomId,
        stationId: null,
        typeId: input.typeId,
        priority,
        status: 'draft',
        origin: type?.origin ?? 'reported',
        placeText: input.placeText,
        longitude: input.longitude ?? null,
        latitude: input.latitude ?? null,
        radiusMetres: input.radiusMetres ?? null,
        createdAt: row.madeAt,
        dueAt: minutes === null ? null : new Date(from + minutes * 60_000).toISOString(),
        firstDispatchedAt: null,
        firstEnRouteAt: null,
        firstOnSceneAt: null,
        resolvedAt: null,
        holdUntil: null,
        scheduledFor,
        version: 0,
        assignments: [],
      };
    });
}
