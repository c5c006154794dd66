import { addCall } from './add-call.ts';
import { addNote } from './add-note.ts';
import { assignUnit } from './assign-unit.ts';
import { changeIncident } from './change-incident.ts';
import { addClock, correctClock } from './correct-clock.ts';
import { findLikelyDuplicates } from './find-likely-duplicates.ts';
import { getBoard } from './get-board.ts';
import { getIncident } from './get-incident.ts';
import { breakGlass, getInvolved, recordPerson, recordVehicle, withdrawInvolved } from './involved.ts';
import { leadAssignment } from './lead-assignment.ts';
import { linkIncidents, setParent, unlinkIncidents } from './link-incidents.ts';
import { listChanges } from './list-changes.ts';
import { countIncidents, listIncidents, searchIncidents } from './list-incidents.ts';
import { listTimeline } from './list-timeline.ts';
import { logIncident } from './log-incident.ts';
import { mergeIncident } from './merge-incident.ts';
import { moveAssignment } from './move-assignment.ts';
import { moveIncident } from './move-incident.ts';

export const incidents = {
  logIncident,
  getBoard,
  findLikelyDuplicates,
  getIncident,
  addNote,
  assignUnit,
  moveAssignment,
  moveIncident,
  changeIncident,
  listChanges,
  listTimeline,
  listIncidents,
  countIncidents,
  searchIncidents,
  addClock,
  correctClock,
  leadAssignment,
  addCall,
  mergeIncident,
  linkIncidents,
  unlinkIncidents,
  setParent,
  recordPerson,
  recordVehicle,
  withdrawInvolved,
  getInvolved,
  breakGlass,
};
