import type * as z from 'zod';
import type { assignmentStatus } from './incident.ts';

export type AssignmentStatus = z.infer<typeof assignmentStatus>;

/** From which status of a unit's assignment to which: checked by the server, offered by the screen. */
export const assignmentMoves: Readonly<Record<AssignmentStatus, readonly AssignmentStatus[]>> = {
  proposed: ['assigned', 'stood_down'],
  assigned: ['acknowledged', 'en_route', 'on_scene', 'stood_down'],
  acknowledged: ['en_route', 'on_scene', 'stood_down'],
  en_route: ['on_scene', 'stood_down'],
  on_scene: ['transporting', 'cleared'],
  transporting: ['cleared'],
  cleared: [],
  stood_down: [],
};

/** Whether a unit is done with an incident and free for the next. */
export const isOver = (status: AssignmentStatus): boolean => assignmentMoves[status].length === 0;
