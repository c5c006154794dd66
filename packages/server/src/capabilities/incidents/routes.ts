import { contract } from '@marsad/contract';
import { implement } from '@orpc/server';
import { asCommand, asQuery, type RequestContext } from '../../platform/operations/wire.ts';
import type { Organisation } from '../administration/index.ts';
import { addNote } from './add-note.ts';
import { assignUnit } from './assign-unit.ts';
import { getBoard } from './get-board.ts';
import { getIncident } from './get-incident.ts';
import { logIncident } from './log-incident.ts';
import { moveAssignment } from './move-assignment.ts';
import { moveIncident } from './move-incident.ts';

/** The operations of incidents, wired to the contract. */
export function incidentsRoutes(organisation: Organisation) {
  const os = implement(contract.incidents).$context<RequestContext>();
  return {
    logIncident: os.logIncident.handler(asCommand(logIncident(organisation))),
    getBoard: os.getBoard.handler(asQuery(getBoard(organisation))),
    getIncident: os.getIncident.handler(asQuery(getIncident)),
    addNote: os.addNote.handler(asCommand(addNote)),
    assignUnit: os.assignUnit.handler(asCommand(assignUnit)),
    moveAssignment: os.moveAssignment.handler(asCommand(moveAssignment)),
    moveIncident: os.moveIncident.handler(asCommand(moveIncident(organisation))),
  };
}
