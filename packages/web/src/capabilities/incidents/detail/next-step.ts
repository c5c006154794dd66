import { type AssignmentStatus, assignmentMoves, isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { AssignmentView } from '@marsad/contract/incidents/incident.ts';

type Next = Exclude<AssignmentStatus, 'proposed' | 'assigned'>;
// What a room hears next by radio: an acknowledgement is often left out, and transport is the exception.
const usual: readonly Next[] = ['en_route', 'on_scene', 'cleared'];

/** The unit whose next status comes first, and that status; null when no unit is at work. */
export function nextOf(assignments: readonly AssignmentView[]): { lead: AssignmentView; to: Next } | null {
  const working = assignments.filter((one) => !isOver(one.status));
  const lead = working.find((one) => one.lead) ?? working[0];
  const to = lead && usual.find((status) => assignmentMoves[lead.status].includes(status));
  return lead && to ? { lead, to } : null;
}
