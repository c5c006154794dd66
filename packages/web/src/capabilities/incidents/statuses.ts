import type { assignmentStatus, incidentStatus } from '@marsad/contract/incidents/incident.ts';
import { incidentStatusWords } from '@marsad/contract/incidents/incident-words.ts';
import type { Language } from '../../platform/text.ts';

export type StatusWord = (typeof assignmentStatus.options)[number] | (typeof incidentStatus.options)[number];

const statuses: Record<StatusWord, readonly [ar: string, en: string, fr: string]> = {
  ...incidentStatusWords,
  proposed: ['مقترحة', 'Proposed', 'Proposée'],
  assigned: ['كُلّفت', 'Assigned', 'Engagée'],
  acknowledged: ['أكّدت الاستلام', 'Acknowledged', 'Accusé de réception'],
  en_route: ['في الطريق', 'En route', 'En route'],
  transporting: ['تنقل', 'Transporting', 'En transport'],
  cleared: ['انتهت', 'Cleared', 'Libérée'],
  stood_down: ['أُلغي تكليفها', 'Stood down', 'Décommandée'],
};
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

/** A status of an incident or of a unit's assignment, in words. */
export const statusIn = (language: Language, status: StatusWord): string => statuses[status][column[language]];
