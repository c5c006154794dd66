// Faults as rooms make them, planted at stated rates and told in the answer key: what an audit must find. Nothing here is
// known to what will look for them.
import type { Chance } from './chance.ts';
import type { GeneratedIncident } from './generate-incidents.ts';
import type { Land } from './geography.ts';

export interface PlantedFault {
  kind: string;
  incidentId: string;
  field: string;
  /** What stood there before, as text; empty where nothing did. */
  truth: string;
}

interface Fault {
  kind: string;
  /** Of a thousand closed incidents. */
  perMille: number;
  /** Changes the incident; returns the field and its truth, or null where it does not apply. */
  plant(incident: GeneratedIncident, chance: Chance, land: Land): [field: string, truth: string] | null;
}

const minute = 60_000;
const iso = (at: Date | null | undefined): string => at?.toISOString() ?? '';

const faults: readonly Fault[] = [
  {
    kind: 'missing_on_scene',
    perMille: 15,
    plant: ({ assignments: [first] }) => {
      if (!first?.onSceneAt) return null;
      const truth = iso(first.onSceneAt);
      first.onSceneAt = null;
      return ['on_scene', truth];
    },
  },
  {
    kind: 'missing_disposition',
    perMille: 10,
    plant: (incident) => {
      const truth = incident.disposition ?? '';
      incident.disposition = null;
      return ['disposition', truth];
    },
  },
  {
    kind: 'missing_position',
    perMille: 20,
    plant: (incident) => {
      const truth = `${incident.longitude},${incident.latitude}`;
      incident.longitude = null;
      incident.latitude = null;
      return ['position', truth];
    },
  },
  {
    kind: 'impossible_order',
    perMille: 6,
    plant: ({ assignments: [first] }, chance) => {
      if (!first?.enRouteAt || !first.onSceneAt) return null;
      const truth = iso(first.onSceneAt);
      first.onSceneAt = new Date(first.enRouteAt.getTime() - (1 + chance.whole(9)) * minute);
      return ['on_scene', truth];
    },
  },
  {
    kind: 'swapped_coordinates',
    perMille: 2,
    plant: (incident) => {
      if (incident.longitude === null) return null;
      [incident.longitude, incident.latitude] = [incident.latitude, incident.longitude];
      return ['position', `${incident.latitude},${incident.longitude}`];
    },
  },
  {
    kind: 'zero_coordinates',
    perMille: 1,
    plant: (incident) => {
      const truth = `${incident.longitude},${incident.latitude}`;
      incident.longitude = 0;
      incident.latitude = 0;
      return ['position', truth];
    },
  },
  {
    kind: 'piled_position',
    perMille: 8,
    plant: (incident, _chance, land) => {
      const seat = land.rooms[incident.room]?.seat;
      if (!seat || incident.longitude === null) return null;
      const truth = `${incident.longitude},${incident.latitude}`;
      [incident.longitude, incident.latitude] = [seat[0], seat[1]];
      return ['position', truth];
    },
  },
  {
    kind: 'late_entry',
    perMille: 5,
    plant: (incident, chance) => {
      incident.receivedAt = new Date(incident.createdAt.getTime() + (1 + chance.whole(3)) * 24 * 60 * minute);
      return ['received', iso(incident.createdAt)];
    },
  },
  {
    kind: 'station_mismatch',
    perMille: 5,
    plant: (incident) => {
      const truth = String(incident.station);
      incident.station = (incident.station + 3) % 6;
      return ['station', truth];
    },
  },
  {
    kind: 'misclassified',
    perMille: 8,
    plant: (incident) => {
      if (incident.typeCode !== 'violence.knives' && incident.typeCode !== 'robbery.street') return null;
      const truth = incident.typeCode;
      incident.typeCode = truth === 'robbery.street' ? 'theft.other' : 'violence.fight';
      return ['type', truth];
    },
  },
  {
    kind: 'downgrade_at_month_end',
    perMille: 30,
    plant: (incident) => {
      if (incident.createdAt.getUTCDate() < 28 || incident.priority > 2) return null;
      const truth = String(incident.priority);
      incident.priority += 2;
      return ['priority', truth];
    },
  },
  {
    kind: 'too_fast',
    perMille: 4,
    plant: ({ assignments: [first] }) => {
      if (!first?.enRouteAt || !first.onSceneAt) return null;
      const truth = iso(first.onSceneAt);
      first.onSceneAt = new Date(first.enRouteAt.getTime() + 1000);
      return ['on_scene', truth];
    },
  },
  {
    kind: 'closed_in_the_future',
    perMille: 1,
    plant: (incident) => {
      const truth = iso(incident.closedAt);
      incident.closedAt = new Date((incident.closedAt?.getTime() ?? 0) + 365 * 24 * 60 * minute * 10);
      return ['closed', truth];
    },
  },
  {
    kind: 'test_record',
    perMille: 1,
    plant: (incident) => {
      const truth = incident.narrative;
      incident.narrative = 'تجربة تجربة';
      return ['narrative', truth];
    },
  },
];

/** Plants at most one fault in an incident that is closed; returns what was planted, or null. */
export function plantFault(chance: Chance, land: Land, incident: GeneratedIncident): PlantedFault | null {
  if (!incident.closedAt) return null;
  let draw = chance.next() * 1000;
  for (const fault of faults) {
    draw -= fault.perMille;
    if (draw >= 0) continue;
    const told = fault.plant(incident, chance, land);
    return told && { kind: fault.kind, incidentId: incident.incidentId, field: told[0], truth: told[1] };
  }
  return null;
}

/** The same incident logged a second time by somebody else, minutes later and metres away; null where nobody would. */
export function makeDuplicate(chance: Chance, incident: GeneratedIncident): GeneratedIncident | null {
  if (!incident.closedAt || incident.origin !== 'reported') return null;
  const shift = (30 + chance.whole(240)) * 1000;
  const later = (at: Date | null): Date | null => at && new Date(at.getTime() + shift);
  const createdAt = new Date(incident.createdAt.getTime() + shift);
  const metres = (value: number | null): number | null => value && value + chance.normal(0, 0.0004);
  return {
    ...incident,
    incidentId: chance.uuid(createdAt),
    longitude: metres(incident.longitude),
    latitude: metres(incident.latitude),
    callStartedAt: later(incident.callStartedAt),
    answeredAt: later(incident.answeredAt),
    createdAt,
    receivedAt: createdAt,
    assignments: [],
    disposition: 'settled',
    resolvedAt: later(incident.resolvedAt),
    closedAt: later(incident.closedAt),
  };
}
