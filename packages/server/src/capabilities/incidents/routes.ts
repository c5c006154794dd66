import { contract } from '@marsad/contract';
import { implement } from '@orpc/server';
import { asCommand, asQuery, asUnhurriedQuery, type RequestContext } from '../../platform/operations/wire.ts';
import type { Organisation } from '../administration/index.ts';
import { addCall } from './add-call.ts';
import { addNote } from './add-note.ts';
import { assignUnit } from './assign-unit.ts';
import { breakGlass } from './break-glass.ts';
import { changeIncident } from './change-incident.ts';
import { addClock, correctClock } from './correct-clock.ts';
import { findLikelyDuplicates } from './find-likely-duplicates.ts';
import { getBoard } from './get-board.ts';
import { getIncident } from './get-incident.ts';
import { getInvolved } from './get-involved.ts';
import { leadAssignment } from './lead-assignment.ts';
import { linkIncidents, setParent, unlinkIncidents } from './link-incidents.ts';
import { listChanges } from './list-changes.ts';
import { countIncidents, listIncidents, searchIncidents } from './list-incidents.ts';
import { listTimeline } from './list-timeline.ts';
import { logIncident } from './log-incident.ts';
import { mergeIncident } from './merge-incident.ts';
import { moveAssignment } from './move-assignment.ts';
import { moveIncident } from './move-incident.ts';
import { recordPerson, recordVehicle, withdrawInvolved } from './record-involved.ts';
import { withdrawAttachment } from './withdraw-attachment.ts';

/** The operations of incidents, wired to the contract. */
export function incidentsRoutes(organisation: Organisation) {
  const os = implement(contract.incidents).$context<RequestContext>();
  return {
    logIncident: os.logIncident.handler(asCommand(logIncident(organisation))),
    getBoard: os.getBoard.handler(asQuery(getBoard(organisation))),
    findLikelyDuplicates: os.findLikelyDuplicates.handler(asQuery(findLikelyDuplicates(organisation))),
    getIncident: os.getIncident.handler(asQuery(getIncident)),
    addNote: os.addNote.handler(asCommand(addNote)),
    assignUnit: os.assignUnit.handler(asCommand(assignUnit)),
    moveAssignment: os.moveAssignment.handler(asCommand(moveAssignment)),
    moveIncident: os.moveIncident.handler(asCommand(moveIncident(organisation))),
    changeIncident: os.changeIncident.handler(asCommand(changeIncident(organisation))),
    listIncidents: os.listIncidents.handler(asUnhurriedQuery(listIncidents(organisation))),
    countIncidents: os.countIncidents.handler(asUnhurriedQuery(countIncidents(organisation))),
    searchIncidents: os.searchIncidents.handler(asUnhurriedQuery(searchIncidents(organisation))),
    listTimeline: os.listTimeline.handler(asQuery(listTimeline)),
    listChanges: os.listChanges.handler(asQuery(listChanges)),
    addClock: os.addClock.handler(asCommand(addClock)),
    correctClock: os.correctClock.handler(asCommand(correctClock(organisation))),
    leadAssignment: os.leadAssignment.handler(asCommand(leadAssignment)),
    addCall: os.addCall.handler(asCommand(addCall)),
    mergeIncident: os.mergeIncident.handler(asCommand(mergeIncident)),
    linkIncidents: os.linkIncidents.handler(asCommand(linkIncidents)),
    unlinkIncidents: os.unlinkIncidents.handler(asCommand(unlinkIncidents)),
    setParent: os.setParent.handler(asCommand(setParent)),
    recordPerson: os.recordPerson.handler(asCommand(recordPerson)),
    recordVehicle: os.recordVehicle.handler(asCommand(recordVehicle)),
    withdrawInvolved: os.withdrawInvolved.handler(asCommand(withdrawInvolved)),
    getInvolved: os.getInvolved.handler(asQuery(getInvolved)),
    breakGlass: os.breakGlass.handler(asCommand(breakGlass)),
    withdrawAttachment: os.withdrawAttachment.handler(asCommand(withdrawAttachment)),
  };
}
