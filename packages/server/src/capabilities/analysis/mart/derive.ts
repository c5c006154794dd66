import { intervalBits, leftOutNumbers, presentBits } from './bits.ts';

// INVARIANT: a missing or negative interval is NULL, never 0. NULL with its bit in `impossible` ran backwards; NULL without
// it lacked a clock.

const time = (column: string) => `epoch_ms(${column}::BIGINT)`;
const seconds = (from: string, to: string) => `(${to} - ${from}) / 1000.0`;
// What was scheduled for later waits from then on: nobody is slow before it. `greatest` passes over what is NULL.
const waitsFrom = 'greatest(s.created_at, s.scheduled_for)';
const valid = (raw: string) => `CASE WHEN ${raw} >= 0 THEN ${raw} END`;
const mask = (tests: readonly string[]) =>
  `(${tests.map((test, bit) => `CASE WHEN ${test} THEN ${1 << bit} ELSE 0 END`).join(' + ')})::USMALLINT`;

const consumedFrom = 'coalesce(en_route_at, assigned_at)';
const present: Record<(typeof presentBits)[number], string> = {
  position: 's.longitude IS NOT NULL',
  station: 's.station_id IS NOT NULL',
  disposition: 's.disposition IS NOT NULL',
  call_started: 's.call_started_at IS NOT NULL',
  answered: 's.answered_at IS NOT NULL',
  first_dispatched: 's.first_dispatched_at IS NOT NULL',
  en_route: 's.first_en_route_at IS NOT NULL',
  on_scene: 's.first_on_scene_at IS NOT NULL',
  cleared: 'u.all_cleared',
};

/** Adds the combinations of force, room, station and type that were not met before. */
export const addClasses = `
INSERT INTO incident_class
SELECT (SELECT coalesce(max(class_id), 0) FROM incident_class) + row_number() OVER (), n.* FROM (
  SELECT DISTINCT force_id, room_id, station_id, type_id FROM stage_incident
  EXCEPT SELECT force_id, room_id, station_id, type_id FROM incident_class) n`;

/** Leaves out of the batch what the mart already knows: the same or an older state of an incident. */
export const dropKnown = `
CREATE OR REPLACE TEMP TABLE stage_known AS
SELECT s.incident_id FROM stage_incident s JOIN incident i ON i.incident_id = s.incident_id::UUID
WHERE i.recorded_to IS NULL AND i.version >= s.version AND i.changed_at >= ${time('s.changed_at')};
DELETE FROM stage_assignment WHERE incident_id IN (SELECT incident_id FROM stage_known);
DELETE FROM stage_incident WHERE incident_id IN (SELECT incident_id FROM stage_known)`;

/** Ends the versions that the batch supersedes. A version never ends before it began. */
export const closeOlder = `
CREATE OR REPLACE TEMP TABLE stage_first AS
SELECT s.incident_id, i.incident_id IS NULL AS first FROM stage_incident s
LEFT JOIN incident i ON i.incident_id = s.incident_id::UUID AND i.recorded_to IS NULL;
UPDATE incident SET recorded_to = greatest(recorded_from, ${time('s.changed_at')})
FROM stage_incident s WHERE incident.incident_id = s.incident_id::UUID AND incident.recorded_to IS NULL;
UPDATE assignment SET recorded_to = greatest(recorded_from, ${time('s.changed_at')})
FROM stage_incident s WHERE assignment.incident_id = s.incident_id::UUID AND assignment.recorded_to IS NULL`;

/** Nothing came before: what a rebuild from a snapshot says instead of closeOlder. */
export const noneOlder =
  'CREATE OR REPLACE TEMP TABLE stage_first AS SELECT incident_id, true AS first FROM stage_incident';

// What was first is known since the server received it; a change is known since it was made.
const recordedFrom = `CASE WHEN f.first THEN ${time('s.received_at')} ELSE ${time('s.changed_at')} END`;

/** Works out and writes the incidents of the batch. */
export const insertIncidents = `
INSERT INTO incident
WITH working AS (
  SELECT *, ${seconds('assigned_at', 'en_route_at')} AS turnout, ${seconds('en_route_at', 'on_scene_at')} AS travel,
    ${seconds('on_scene_at', 'cleared_at')} AS on_scene, ${seconds(consumedFrom, 'cleared_at')} AS consumed
  FROM stage_assignment WHERE status <> 'proposed'),
arrived AS (
  SELECT incident_id, turnout, travel, on_scene, consumed FROM working WHERE on_scene_at IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY incident_id
    ORDER BY on_scene_at, assigned_at NULLS LAST, en_route_at NULLS LAST, cleared_at NULLS LAST) = 1),
units AS (
  SELECT incident_id, bool_and(cleared_at IS NOT NULL) AS all_cleared, sum(consumed) AS consumed,
    bool_or(consumed IS NULL) AS lacking, coalesce(bool_or(consumed < 0), false) AS backwards
  FROM working GROUP BY incident_id),
raw AS (
  SELECT s.*, u.lacking, u.backwards, ${mask(presentBits.map((name) => present[name]))} AS present,
    timezone(s.time_zone, timezone('UTC', ${time('s.created_at')})) AS local_at,
    ${seconds('s.call_started_at', 's.answered_at')} AS answer,
    CASE WHEN s.answered_at IS NOT NULL THEN ${seconds('greatest(s.answered_at, s.scheduled_for)', 's.first_dispatched_at')} END AS processing,
    ${seconds(waitsFrom, 's.first_dispatched_at')} AS queue,
    a.turnout, a.travel, ${seconds(waitsFrom, 's.first_on_scene_at')} AS response, a.on_scene,
    a.consumed AS unit_consumed,
    CASE WHEN u.backwards THEN -1 WHEN NOT u.lacking THEN u.consumed END AS total_consumed
  FROM stage_incident s LEFT JOIN arrived a USING (incident_id) LEFT JOIN units u USING (incident_id))
SELECT s.incident_id::UUID, s.version, c.class_id, s.priority, s.status, s.origin, s.disposition, ${time('s.created_at')},
  local_at::DATE, date_trunc('week', local_at)::DATE, isoyear(local_at), weekofyear(local_at), hour(local_at),
  isodow(local_at), s.longitude, s.latitude, ('0x' || s.h3_cell)::UBIGINT,
  ${['call_started', 'answered', 'queued', 'first_dispatched', 'first_acknowledged', 'first_en_route', 'first_on_scene', 'resolved', 'closed', 'reopened'].map((clock) => time(`s.${clock}_at`)).join(', ')},
  ${valid(seconds(waitsFrom, 's.due_at'))},
  ${intervalBits.map((name) => valid(`s.${name}`)).join(', ')},
  ${mask(intervalBits.map((name) => `s.${name} < 0`))}, s.present,
  CASE s.status WHEN 'draft' THEN ${leftOutNumbers.draft} WHEN 'duplicate' THEN ${leftOutNumbers.duplicate}
    WHEN 'cancelled' THEN ${leftOutNumbers.cancelled} ELSE 0 END,
  s.ever_held, s.reopened_at IS NOT NULL, ${time('s.changed_at')}, ${recordedFrom}, NULL
FROM raw s JOIN stage_first f USING (incident_id)
JOIN incident_class c ON c.force_id = s.force_id AND c.room_id = s.room_id AND c.type_id = s.type_id
  AND c.station_id IS NOT DISTINCT FROM s.station_id
ORDER BY s.created_at`;

const assignmentBits = intervalBits.map((name) => {
  if (name === 'turnout') return seconds('a.assigned_at', 'a.en_route_at');
  if (name === 'travel') return seconds('a.en_route_at', 'a.on_scene_at');
  if (name === 'on_scene') return seconds('a.on_scene_at', 'a.cleared_at');
  if (name === 'unit_consumed') return seconds('coalesce(a.en_route_at, a.assigned_at)', 'a.cleared_at');
  return 'NULL';
});

/** Works out and writes the assignments of the batch. */
export const insertAssignments = `
INSERT INTO assignment
SELECT a.incident_id::UUID, a.assignment_id::UUID, a.patrol_unit_id, a.status, a.lead,
  ${['assigned', 'acknowledged', 'en_route', 'on_scene', 'transport_started', 'transport_arrived', 'cleared'].map((clock) => time(`a.${clock}_at`)).join(', ')},
  ${valid(seconds('a.assigned_at', 'a.en_route_at'))}, ${valid(seconds('a.en_route_at', 'a.on_scene_at'))},
  ${valid(seconds('a.on_scene_at', 'a.cleared_at'))},
  ${valid(seconds('coalesce(a.en_route_at, a.assigned_at)', 'a.cleared_at'))},
  ${mask(assignmentBits.map((raw) => `${raw} < 0`))}, ${recordedFrom}, NULL
FROM stage_assignment a JOIN stage_incident s USING (incident_id) JOIN stage_first f USING (incident_id)
ORDER BY s.created_at`;
