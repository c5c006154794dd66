export { createAdministrator } from './accounts/create-administrator.ts';
export { findTerminalActor } from './accounts/find-terminal-actor.ts';
export { createDirectory, type OrganisationDirectory } from './organisation/directory.ts';
export { boardKinds, type IncidentType, Organisation, type Unit } from './organisation/organisation.ts';
export { administrationRoutes } from './routes.ts';
export { seedReference } from './seed/seed-reference.ts';
export { reachesUnit } from './session/get-session.ts';
