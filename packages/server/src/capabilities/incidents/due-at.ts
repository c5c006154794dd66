import type { Organisation } from '../administration/index.ts';

interface Timed {
  forceId: number;
  priority: number;
  typeId: number;
  createdAt: string;
  scheduledFor: string | null;
}

/** When somebody is to be on scene: the limit of priority and type after the creation, or after the time it is scheduled for. */
export function dueAtOf(organisation: Organisation, incident: Timed): Date | null {
  const minutes = organisation.responseMinutes(incident.forceId, incident.priority, incident.typeId);
  if (minutes === null) return null;
  const from = Math.max(Date.parse(incident.createdAt), Date.parse(incident.scheduledFor ?? incident.createdAt));
  return new Date(from + minutes * 60_000);
}
