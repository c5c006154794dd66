import { v7 as uuidv7 } from 'uuid';
import { outbox } from '../../../platform/offline/outbox.ts';
import { serverNow } from '../../../platform/offline/server-time.ts';
import type { Planned } from './plan.ts';

/** Sends what was planned: through the outbox, so that it waits where there is no link. Rejects with the server's refusal. */
export async function perform(planned: Planned): Promise<void> {
  switch (planned.does) {
    case 'assign': {
      const { incidentId } = planned.incident;
      await outbox.perform('assignUnit', {
        assignmentId: uuidv7(),
        incidentId,
        patrolUnitId: planned.unit.patrolUnitId,
      });
      return;
    }
    case 'move': {
      const { row, assignment } = planned.task;
      const { assignmentId } = assignment;
      await outbox.perform('moveAssignment', { incidentId: row.incidentId, assignmentId, to: planned.to });
      return;
    }
    case 'note': {
      const { incidentId } = planned.incident;
      await outbox.perform('addNote', { entryId: uuidv7(), incidentId, text: planned.text });
      return;
    }
    case 'resolve': {
      const { incidentId } = planned.incident;
      await outbox.perform('moveIncident', { incidentId, to: 'resolved', reason: planned.reason });
      return;
    }
    case 'close': {
      const { incidentId } = planned.incident;
      const { dispositionId } = planned.disposition;
      await outbox.perform('moveIncident', { incidentId, to: 'closed', dispositionId });
      return;
    }
    case 'hold': {
      const { incidentId } = planned.incident;
      const holdUntil = new Date(serverNow() + planned.minutes * 60_000).toISOString();
      await outbox.perform('moveIncident', { incidentId, to: 'on_hold', reason: planned.reason, holdUntil });
    }
  }
}
