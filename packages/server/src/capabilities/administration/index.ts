export { createAdministrator } from './accounts/create-administrator.ts';
export { findTerminalActor } from './accounts/find-terminal-actor.ts';
export { fillSearchText } from './accounts/store.ts';
export { createDirectory, type OrganisationDirectory } from './organisation/directory.ts';
export { boardKinds, type IncidentType, isEnded, Organisation, type Unit } from './organisation/organisation.ts';
export { administrationRoutes } from './routes.ts';
export { seedReference } from './seed/seed-reference.ts';
export { reachesUnit } from './session/get-session.ts';
export { applyPlacements } from './units/store.ts';
