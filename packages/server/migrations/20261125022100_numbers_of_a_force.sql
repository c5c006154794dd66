-- A number is told apart within its force: two forces may each have a room of one code. Within a force no two units that log
-- share a code, of whatever kind, for their incidents would get the same numbers and the second could never log.
ALTER TABLE incident DROP CONSTRAINT incident_number_key;
ALTER TABLE incident ADD CONSTRAINT incident_force_number UNIQUE (force_id, number);
COMMENT ON COLUMN incident.number IS '<room code>-<yy>-<serial>, given by the server; told apart within a force';

-- Where two such units stand already, the one that has given numbers keeps the code.
WITH logging AS (
  SELECT unit_id, code, row_number() OVER (PARTITION BY force_id, code
    ORDER BY EXISTS (SELECT 1 FROM incident_serial s WHERE s.room_id = org_unit.unit_id) DESC, unit_id) AS nth
  FROM org_unit WHERE kind IN ('operations_room', 'command_centre')
), renamed AS (
  UPDATE org_unit u SET code = u.code || '-' || u.unit_id FROM logging l WHERE l.unit_id = u.unit_id AND l.nth > 1
  RETURNING u.unit_id, l.code AS before, u.code AS after
)
INSERT INTO organisation_change (change_id, subject_kind, subject_id, field, old_value, new_value, at)
SELECT gen_random_uuid(), 'unit', unit_id::text, 'code', to_jsonb(before), to_jsonb(after), now() FROM renamed;
CREATE UNIQUE INDEX org_unit_logging_code ON org_unit (force_id, code) WHERE kind IN ('operations_room', 'command_centre');
