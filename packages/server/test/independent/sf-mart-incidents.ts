import type { MartIncident } from '../../src/capabilities/analysis/index.ts';
import { localSeconds, readRows } from './sf-intervals.ts';

// Pacific daylight time, all of the two weeks long.
const HOURS_BEHIND_UTC = 7;

const instant = (text: string | undefined): string | null => {
  const seconds = localSeconds(text);
  return seconds === null ? null : new Date((seconds + HOURS_BEHIND_UTC * 3600) * 1000).toISOString();
};
const least = (times: (string | null)[]): string | null => times.filter((time) => time !== null).sort()[0] ?? null;
const idOf = (kind: number, n: number) => `00000000-0000-4000-${8000 + kind}-${n.toString(16).padStart(12, '0')}`;

/** Returns the San Francisco file as the mart takes it, without the product's import between. */
export function sanFranciscoMartIncidents(path: string): MartIncident[] {
  const byIncident = new Map<string, Record<string, string>[]>();
  for (const row of readRows(path)) {
    const key = row['Incident Number'] ?? '';
    const list = byIncident.get(key);
    if (list) list.push(row);
    else byIncident.set(key, [row]);
  }
  let made = 0;
  return [...byIncident.values()].map((rows, n): MartIncident => {
    const row = rows[0] ?? {};
    const createdAt = instant(row['Entry DtTm']) ?? '';
    return {
      incidentId: idOf(1, n),
      version: 1,
      forceId: 1,
      roomId: 100 + Number((row.Battalion ?? '').replace(/\D/g, '') || 0),
      stationId: row['Station Area'] ? 1000 + Number(row['Station Area'].replace(/\D/g, '') || 0) : null,
      typeId: 1,
      priority: 2,
      status: 'closed',
      origin: 'reported',
      disposition: row['Call Final Disposition'] || null,
      timeZone: 'America/Los_Angeles',
      createdAt,
      callStartedAt: instant(row['Received DtTm']),
      answeredAt: null,
      queuedAt: null,
      firstDispatchedAt: least(rows.map((one) => instant(one['Dispatch DtTm']))),
      firstAcknowledgedAt: null,
      firstEnRouteAt: least(rows.map((one) => instant(one['Response DtTm']))),
      firstOnSceneAt: least(rows.map((one) => instant(one['On Scene DtTm']))),
      resolvedAt: null,
      closedAt: null,
      reopenedAt: null,
      dueAt: null,
      longitude: null,
      latitude: null,
      h3Cell: null,
      everHeld: false,
      receivedAt: createdAt,
      changedAt: createdAt,
      assignments: rows.map((one) => ({
        assignmentId: idOf(2, made++),
        patrolUnitId: 1,
        status: 'cleared',
        lead: false,
        assignedAt: instant(one['Dispatch DtTm']),
        acknowledgedAt: null,
        enRouteAt: instant(one['Response DtTm']),
        onSceneAt: instant(one['On Scene DtTm']),
        transportStartedAt: instant(one['Transport DtTm']),
        transportArrivedAt: instant(one['Hospital DtTm']),
        clearedAt: instant(one['Available DtTm']),
      })),
    };
  });
}
