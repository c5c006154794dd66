import type * as z from 'zod';
import type { incidentStatus } from './incident.ts';

export type IncidentStatus = z.infer<typeof incidentStatus>;

/**
 * From which status of an incident to which a person may move it: checked by the server, offered by the screen.
 * `dispatched` and `on_scene` follow from its units and are nobody's to set. To `open` from a status that is over is a reopening.
 */
export const incidentMoves: Readonly<Record<IncidentStatus, readonly IncidentStatus[]>> = {
  draft: [],
  scheduled: ['open', 'cancelled'],
  open: ['resolved', 'on_hold', 'referred', 'cancelled'],
  dispatched: ['resolved', 'on_hold', 'referred', 'cancelled'],
  on_scene: ['resolved', 'referred'],
  on_hold: ['open', 'resolved', 'referred', 'cancelled'],
  resolved: ['closed', 'open'],
  closed: ['open'],
  cancelled: ['open'],
  duplicate: ['open'],
  referred: ['open'],
};

const over: readonly IncidentStatus[] = ['closed', 'cancelled', 'duplicate', 'referred'];

/** Whether nothing more is to be done about an incident: it leaves the board. */
export const isIncidentOver = (status: IncidentStatus): boolean => over.includes(status);

/** Whether moving back to `open` undoes an end that was reached, and so needs a reason. */
export const isReopening = (from: IncidentStatus): boolean => from === 'resolved' || isIncidentOver(from);

/** Whether a move is written down with a reason: what is put off, given up, handed over or begun again. */
export const needsReason = (from: IncidentStatus, to: IncidentStatus): boolean =>
  to === 'on_hold' || to === 'cancelled' || to === 'referred' || (to === 'open' && isReopening(from));
