// What people did to an imported record since: an import never takes that back without asking.
import type { KnownIncident, PeoplesChange } from '../store.ts';
import { changedColumns, type Row } from './source-rows.ts';

// A person who moved an incident has the word on how it ended; so has who merged it into another.
const ofStatus = ['status', 'disposition_id', 'resolved_at', 'closed_at'];
// What goes with a column: a position is one thing, and when an incident is due follows from its type and priority.
const position = ['longitude', 'latitude', 'h3_cell', 'position_source'];
const goesWith: Readonly<Record<string, readonly string[]>> = {
  longitude: position,
  latitude: position,
  place_id: position,
  type_id: ['due_at'],
  priority: ['due_at'],
};
const byImport = new Set(['closed', 'cancelled']);

/** The columns of an incident in which people have the last word. */
export function columnsOfPeople(before: KnownIncident, changes: readonly PeoplesChange[]): Set<string> {
  const columns = new Set(changes.filter((change) => change.assignmentId === null).map((change) => change.column));
  if (columns.has('status') || before.values.duplicate_of != null || !byImport.has(String(before.values.status)))
    for (const column of ofStatus) columns.add(column);
  for (const column of [...columns]) for (const other of goesWith[column] ?? []) columns.add(other);
  return columns;
}

/** The columns of an assignment in which people have the last word: its clocks one by one, its status with any of them. */
export function assignmentColumnsOfPeople(assignmentId: string, changes: readonly PeoplesChange[]): Set<string> {
  const columns = new Set(changes.filter((one) => one.assignmentId === assignmentId).map((one) => one.column));
  if (columns.size > 0) columns.add('status');
  return columns;
}

/** Returns the values of a changed row with those of people left as they stand, and whether that kept anything back. */
export function keepPeoples(before: Row, wanted: Row, ofPeople: ReadonlySet<string>): { values: Row; kept: boolean } {
  const back = changedColumns(before, wanted).filter((column) => ofPeople.has(column));
  const still = Object.keys(wanted).filter((column) => ofPeople.has(column));
  return {
    values: { ...wanted, ...Object.fromEntries(still.map((column) => [column, before[column] ?? null])) },
    kept: back.length > 0,
  };
}
