import type { Row } from './source-rows.ts';

const firstClocks = {
  first_dispatched_at: 'assigned_at',
  first_acknowledged_at: 'acknowledged_at',
  first_en_route_at: 'en_route_at',
  first_on_scene_at: 'on_scene_at',
} as const;
/** The first clocks of an incident without units. */
export const noFirstClocks: Row = Object.fromEntries(Object.keys(firstClocks).map((column) => [column, null]));

/** The earliest clocks of an incident’s units, known before it is written: no second pass over new rows. */
export function setFirstClocksOfNew(incidents: readonly Row[], assignments: readonly Row[]): void {
  const made = new Map(incidents.map((row) => [row.incident_id, row]));
  for (const assignment of assignments) {
    const incident = made.get(assignment.incident_id);
    if (!incident) continue;
    for (const [first, own] of Object.entries(firstClocks)) {
      const at = assignment[own];
      const known = incident[first];
      // Instants of one form: the order of the text is the order of time.
      if (typeof at === 'string' && (typeof known !== 'string' || at < known)) incident[first] = at;
    }
  }
}
