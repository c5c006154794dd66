/** Commands that may wait for the link, as their contracts declare. Of restricted parts only the caller, until it has arrived. */
export const offlineCommands = [
  'logIncident',
  'addCall',
  'addNote',
  'assignUnit',
  'moveAssignment',
  'moveIncident',
  'leadAssignment',
  'changeIncident',
  'addClock',
  'correctClock',
  'linkIncidents',
  'unlinkIncidents',
  'setParent',
  'mergeIncident',
] as const;
export type CommandName = (typeof offlineCommands)[number];
