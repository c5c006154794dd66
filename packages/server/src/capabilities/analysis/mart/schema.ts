/** Changes with the tables below and with what they are worked out from: a file of another number is removed and rebuilt, for it is derived. */
export const MART_SCHEMA = 2;

/**
 * The mart. Facts carry no force, room, station and type of their own but a `class_id`: the few thousand combinations
 * that occur stand in `incident_class`, where areas and filters are judged once, not once an incident.
 * Versions: a row is true from `recorded_from` until `recorded_to` (NULL: still). Times are UTC; local_* are the room's.
 */
export const martTables = `
CREATE TYPE incident_status AS ENUM
  ('draft','scheduled','open','dispatched','on_scene','resolved','closed','on_hold','cancelled','duplicate','referred');
CREATE TYPE incident_origin AS ENUM ('reported','police_initiated');
CREATE TABLE incident_class (
  class_id INTEGER, force_id INTEGER, room_id INTEGER, station_id INTEGER, type_id INTEGER);
CREATE TABLE incident (
  incident_id UUID, version INTEGER, class_id INTEGER, priority UTINYINT, status incident_status, origin incident_origin,
  disposition VARCHAR, created_at TIMESTAMP, local_date DATE, week_start DATE, iso_year SMALLINT, iso_week UTINYINT,
  local_hour UTINYINT, local_weekday UTINYINT, longitude DOUBLE, latitude DOUBLE, h3_9 UBIGINT,
  call_started_at TIMESTAMP, answered_at TIMESTAMP, queued_at TIMESTAMP, first_dispatched_at TIMESTAMP,
  first_acknowledged_at TIMESTAMP, first_en_route_at TIMESTAMP, first_on_scene_at TIMESTAMP, resolved_at TIMESTAMP,
  closed_at TIMESTAMP, reopened_at TIMESTAMP, limit_seconds DOUBLE,
  answer DOUBLE, processing DOUBLE, queue DOUBLE, turnout DOUBLE, travel DOUBLE, response DOUBLE, on_scene DOUBLE,
  unit_consumed DOUBLE, total_consumed DOUBLE, impossible USMALLINT, present USMALLINT,
  left_out UTINYINT, held BOOLEAN, reopened BOOLEAN, changed_at TIMESTAMP,
  recorded_from TIMESTAMP, recorded_to TIMESTAMP);
CREATE TABLE assignment (
  incident_id UUID, assignment_id UUID, patrol_unit_id INTEGER, status VARCHAR, lead BOOLEAN,
  assigned_at TIMESTAMP, acknowledged_at TIMESTAMP, en_route_at TIMESTAMP, on_scene_at TIMESTAMP,
  transport_started_at TIMESTAMP, transport_arrived_at TIMESTAMP, cleared_at TIMESTAMP,
  turnout DOUBLE, travel DOUBLE, on_scene DOUBLE, unit_consumed DOUBLE, impossible USMALLINT,
  recorded_from TIMESTAMP, recorded_to TIMESTAMP);
CREATE TABLE unit (
  unit_id INTEGER, kind VARCHAR, code VARCHAR, parent_id INTEGER, path INTEGER[], population INTEGER,
  name_ar VARCHAR, name_en VARCHAR, name_fr VARCHAR);
CREATE TABLE incident_type (
  type_id INTEGER, code VARCHAR, group_code VARCHAR, name_ar VARCHAR, name_en VARCHAR, name_fr VARCHAR);
CREATE TABLE mart_state (
  schema INTEGER, position BIGINT, epoch VARCHAR, fed_at TIMESTAMP, rebuilt_at TIMESTAMP);
INSERT INTO mart_state VALUES (${MART_SCHEMA}, 0, NULL, NULL, NULL);
`;

/** Where a batch lands before the mart's own columns are worked out. Times in milliseconds since 1970, UTC. */
export const stageTables = `
CREATE OR REPLACE TEMP TABLE stage_incident (
  incident_id VARCHAR, version DOUBLE, force_id INTEGER, room_id INTEGER, station_id INTEGER, type_id INTEGER,
  priority INTEGER, status VARCHAR, origin VARCHAR, disposition VARCHAR, time_zone VARCHAR, longitude DOUBLE,
  latitude DOUBLE, h3_cell VARCHAR, ever_held BOOLEAN, created_at DOUBLE, call_started_at DOUBLE, answered_at DOUBLE,
  queued_at DOUBLE, first_dispatched_at DOUBLE, first_acknowledged_at DOUBLE, first_en_route_at DOUBLE,
  first_on_scene_at DOUBLE, resolved_at DOUBLE, closed_at DOUBLE, reopened_at DOUBLE, due_at DOUBLE, scheduled_for DOUBLE,
  received_at DOUBLE, changed_at DOUBLE);
CREATE OR REPLACE TEMP TABLE stage_assignment (
  incident_id VARCHAR, assignment_id VARCHAR, patrol_unit_id INTEGER, status VARCHAR, lead BOOLEAN, assigned_at DOUBLE,
  acknowledged_at DOUBLE, en_route_at DOUBLE, on_scene_at DOUBLE, transport_started_at DOUBLE,
  transport_arrived_at DOUBLE, cleared_at DOUBLE);
`;
