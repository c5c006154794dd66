// Every table of the schema and what stands before it. A table that is new must be named here, or a test fails.

/** The trials that prove a wall: `incident` in second-wall.test.ts, the others in every-table.test.ts. */
export type Wall =
  /** By the area of the incident that a row belongs to. */
  | 'incident'
  /** By the right to read people, or broken glass. */
  | 'people'
  /** By the action and its area, or whose it is. */
  | 'action'
  /** Opened to connections of the door alone. */
  | 'door'
  /** The runtime role may read it and change nothing. */
  | 'read-only';

export const walls: Record<string, Wall> = {
  incident: 'incident',
  assignment: 'incident',
  attachment: 'incident',
  call: 'incident',
  field_change: 'incident',
  incident_clock: 'incident',
  incident_link: 'incident',
  timeline_entry: 'incident',
  event_outbox: 'incident',
  break_glass: 'incident',
  involved_person: 'people',
  involved_vehicle: 'people',
  api_token: 'action',
  audit_entry: 'action',
  auth_account: 'action',
  auth_session: 'action',
  auth_two_factor: 'action',
  auth_user: 'action',
  command: 'action',
  disposition: 'action',
  import_error: 'action',
  import_file: 'action',
  import_mapping: 'action',
  import_run: 'action',
  incident_serial: 'action',
  incident_type: 'action',
  org_unit: 'action',
  org_unit_area: 'action',
  org_unit_placement: 'action',
  organisation_change: 'action',
  patrol_unit: 'action',
  person: 'action',
  place: 'action',
  place_change: 'action',
  place_name: 'action',
  post: 'action',
  priority_limit: 'action',
  role: 'action',
  setting: 'action',
  sign_in_failure: 'action',
  auth_rate_limit: 'door',
  auth_verification: 'door',
  second_factor_use: 'door',
  audit_seal: 'read-only',
  audit_unsealed: 'read-only',
  audit_verification: 'read-only',
  event: 'read-only',
  event_epoch: 'read-only',
  migration: 'read-only',
};

/** Read-only tables without row-level security, and why none is needed. */
export const unwalled: Record<string, string> = {
  event: 'by column: a transaction reads the last position and nothing of what happened',
  event_epoch: 'one number for everybody: whether positions still mean what they meant',
  migration: 'the version of the schema',
};
