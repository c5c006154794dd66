import { createHash } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import * as z from 'zod';
import type { Task } from '../../platform/jobs/start-jobs.ts';
import { type CommandRunner, runCommand } from '../../platform/operations/run-command.ts';
import { updateStatus } from './change-store.ts';
import { report, takeIncident, tell } from './take-incident.ts';

const payload = z.object({ incidentId: z.uuid(), personId: z.uuid() });

/**
 * Opens a scheduled incident when its time has come, once, in the name of who scheduled it. What was opened, cancelled or
 * moved by hand before stays as it is; who may no longer do it leaves the opening to the room.
 */
export function openScheduled(runner: CommandRunner): Task {
  return async (given) => {
    const { incidentId, personId } = payload.parse(given);
    const person = await runner.directory.findPerson(personId);
    if (!person) return;
    const actor = { ...person, tokenActions: null, sessionId: null, sourceAddress: null };
    const command = { commandId: idOf(incidentId), incidentId };
    try {
      await runCommand(runner, 'incidents.openScheduled', 'incident.log', actor, command, async (context) => {
        const incident = await takeIncident(context, incidentId);
        if (incident.status !== 'scheduled') {
          const subject = { subjectKind: 'incident', subjectId: incidentId, unitId: incident.roomId };
          context.audit({ kind: 'alteration', action: 'incident.schedule_passed', ...subject });
          return { incidentId };
        }
        const opened = { status: 'open', holdReason: null, holdUntil: null, dispositionId: incident.dispositionId };
        await updateStatus(context.tx, incidentId, opened, context.now);
        await tell(context, incident, { kind: 'status', data: { from: 'scheduled', to: 'open', due: true } });
        report(context, incident, 'moved', ['status'], { to: 'open' });
        return { incidentId };
      });
    } catch (error) {
      // An expected refusal will be the same at the next try: the incident stands on the board as scheduled.
      if (!(error instanceof ORPCError) || error.status >= 500) throw error;
    }
  };
}

/** An id of its own for the one opening of an incident: a job that runs again opens nothing twice. */
function idOf(incidentId: string): string {
  const hex = createHash('sha256').update(`open:${incidentId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
