import { addNote } from './add-note.ts';
import { assignUnit } from './assign-unit.ts';
import { getBoard } from './get-board.ts';
import { getIncident } from './get-incident.ts';
import { logIncident } from './log-incident.ts';
import { moveAssignment } from './move-assignment.ts';
import { moveIncident } from './move-incident.ts';

export const incidents = { logIncident, getBoard, getIncident, addNote, assignUnit, moveAssignment, moveIncident };
