import type { Transaction } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { isPlaceOfForce } from '../administration/index.ts';

interface Where {
  longitude?: number | undefined;
  latitude?: number | undefined;
}

/** Refuses half a coordinate, and one outside the force's bounds (west, south, east, north). */
export function judgeWhere(where: Where, bounds: readonly number[] | null): void {
  const { longitude, latitude } = where;
  if (longitude === undefined && latitude === undefined) return;
  if (longitude === undefined || latitude === undefined) {
    refuse('UNPROCESSABLE_CONTENT', 'place.incomplete', { field: longitude === undefined ? 'longitude' : 'latitude' });
  }
  const [west, south, east, north] = bounds ?? [-180, -90, 180, 90];
  if (
    longitude < (west ?? -180) ||
    longitude > (east ?? 180) ||
    latitude < (south ?? -90) ||
    latitude > (north ?? 90)
  ) {
    refuse('UNPROCESSABLE_CONTENT', 'place.outside_force', { field: 'longitude' });
  }
}

/** Refuses a place that the person's gazetteer does not hold, or that is another force's own. */
export async function judgePlace(
  tx: Transaction<DB>,
  placeId: number | null | undefined,
  forceId: number,
  field: string,
): Promise<void> {
  if (placeId === undefined || placeId === null) return;
  if (!(await isPlaceOfForce(tx, placeId, forceId))) refuse('UNPROCESSABLE_CONTENT', 'incident.place', { field });
}

interface Times {
  occurredFrom?: string | undefined;
  occurredTo?: string | undefined;
  callStartedAt?: string | undefined;
  answeredAt?: string | undefined;
}

// A browser's clock may run a little ahead of the server's.
const toleranceMilliseconds = 120_000;

/** Refuses a time that has not come yet. */
export function judgePast(value: string, now: Date, field: string): void {
  if (Date.parse(value) > now.getTime() + toleranceMilliseconds)
    refuse('UNPROCESSABLE_CONTENT', 'time.future', { field });
}

/** Refuses times that have not come yet, and a window or a call that ends before it begins. */
export function judgeTimes(times: Times, now: Date): void {
  for (const field of ['occurredFrom', 'occurredTo', 'callStartedAt', 'answeredAt'] as const) {
    const value = times[field];
    if (value) judgePast(value, now, field);
  }
  if (times.occurredFrom && times.occurredTo && new Date(times.occurredTo) < new Date(times.occurredFrom)) {
    refuse('UNPROCESSABLE_CONTENT', 'time.order', { field: 'occurredTo' });
  }
  if (times.callStartedAt && times.answeredAt && new Date(times.answeredAt) < new Date(times.callStartedAt)) {
    refuse('UNPROCESSABLE_CONTENT', 'time.order', { field: 'answeredAt' });
  }
}
