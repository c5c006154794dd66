import type { Organisation } from '../administration/index.ts';

interface Timed {
  forceId: number;
  priority: number;
  typeId: number;
  status: string;
  createdAt: string;
  holdUntil: string | null;
}

/** When somebody is to be on scene: the limit of priority and type after the creation, or after the time a scheduled one is for. */
export function dueAtOf(organisation: Organisation, incident: Timed): Date | null {
  const minutes = organisation.responseMinutes(incident.forceId, incident.priority, incident.typeId);
  if (minutes === null) return null;
  const from = (incident.status === 'scheduled' ? incident.holdUntil : null) ?? incident.createdAt;
  return new Date(Date.parse(from) + minutes * 60_000);
}
