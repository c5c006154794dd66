import type { BoardIncident, IncidentDetail } from '@marsad/contract/incidents/incident.ts';

/** A record as far as a row of the board tells it, for an incident that this browser never read: the rest is empty, not known. */
export const detailOf = (row: BoardIncident): IncidentDetail => ({
  ...row,
  narrative: '',
  channel: null,
  positionSource: null,
  placeId: null,
  occurredFrom: null,
  occurredTo: null,
  callStartedAt: null,
  answeredAt: null,
  closedAt: null,
  reopenedAt: null,
  holdReason: null,
  dispositionId: null,
  parentId: null,
  duplicateOf: null,
  createdBy: null,
  peopleCount: 0,
  vehicleCount: 0,
  calls: [],
  clocks: [],
  links: [],
  attachments: [],
  timeline: [],
  earlierCursor: null,
});
