import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Task } from '../../platform/jobs/start-jobs.ts';
import { inTheNameOf } from '../../platform/operations/in-the-name-of.ts';
import { type CommandRunner, runCommand } from '../../platform/operations/run-command.ts';
import type { Organisation } from '../administration/index.ts';
import { updateStatus } from './change-store.ts';
import { report, takeIncident, tell } from './take-incident.ts';

const payload = z.object({ incidentId: z.uuid(), personId: z.uuid() });

/**
 * Opens a scheduled incident when its time has come, once: an act of the system in the name of who scheduled it, whatever
 * has become of their post and account since, for nobody else would hear that it stayed shut. What was opened, cancelled or
 * moved by hand before stays as it is.
 */
export function openScheduled(commands: CommandRunner, organisation: Organisation): Task {
  return async (given) => {
    const { incidentId, personId } = payload.parse(given);
    const forces = organisation.units.filter((unit) => unit.kind === 'force').map((unit) => unit.unitId);
    const { runner, actor } = inTheNameOf(commands, personId, forces);
    const command = { commandId: idOf(incidentId), incidentId };
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
      report(context, incident, 'schedule_opened', ['status'], { to: 'open' });
      return { incidentId };
    });
  };
}

/** An id of its own for the one opening of an incident: a job that runs again opens nothing twice. */
function idOf(incidentId: string): string {
  const hex = createHash('sha256').update(`open:${incidentId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
