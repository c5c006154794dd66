/** An assignment as the mart takes it. Times are ISO instants in UTC, null where the clock is not known. */
export interface MartAssignment {
  assignmentId: string;
  patrolUnitId: number;
  status: string;
  lead: boolean;
  assignedAt: string | null;
  acknowledgedAt: string | null;
  enRouteAt: string | null;
  onSceneAt: string | null;
  transportStartedAt: string | null;
  transportArrivedAt: string | null;
  clearedAt: string | null;
}

/** An incident as the mart takes it: facts about place, time and kind. No persons, no text that could name one. */
export interface MartIncident {
  incidentId: string;
  version: number;
  forceId: number;
  roomId: number;
  stationId: number | null;
  typeId: number;
  priority: number;
  status: string;
  origin: 'reported' | 'police_initiated';
  disposition: string | null;
  /** IANA zone of the room: local date, hour and weekday are computed in it when written. */
  timeZone: string;
  createdAt: string;
  callStartedAt: string | null;
  answeredAt: string | null;
  queuedAt: string | null;
  firstDispatchedAt: string | null;
  firstAcknowledgedAt: string | null;
  firstEnRouteAt: string | null;
  firstOnSceneAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  reopenedAt: string | null;
  /** created, or scheduled where that is later, plus the limit its force had set; null where it set none. */
  dueAt: string | null;
  /** From when one that was scheduled waits; null where it was not. */
  scheduledFor: string | null;
  longitude: number | null;
  latitude: number | null;
  /** H3 cell of resolution 9 as hexadecimal text. */
  h3Cell: string | null;
  everHeld: boolean;
  receivedAt: string;
  changedAt: string;
  assignments: MartAssignment[];
}

/** An organisation unit as figures name it. */
export interface MartUnit {
  unitId: number;
  kind: string;
  code: string;
  parentId: number | null;
  population: number | null;
  nameAr: string;
  nameEn: string;
  nameFr: string;
}

/** An incident type as figures name it. */
export interface MartType {
  typeId: number;
  code: string;
  nameAr: string;
  nameEn: string;
  nameFr: string;
}

/** The small tables beside the facts, replaced whole. */
export interface MartLookups {
  units: MartUnit[];
  types: MartType[];
}
