-- Patrol units are made and changed by who manages the organisation where they belong; their history is kept like that of
-- units. A force that an import makes begins with limits, and so does one that stands already without any.

DROP POLICY patrol_insert ON patrol_unit;
CREATE POLICY patrol_insert ON patrol_unit FOR INSERT TO marsad_runtime WITH CHECK (
  CASE (SELECT scope_action())
    WHEN 'organisation.manage' THEN unit_in_scope(coalesce(station_id, room_id))
    WHEN 'import.run' THEN room_id = ANY ((SELECT scope_rooms('write'))::int[])
    ELSE false END);
DROP POLICY patrol_update ON patrol_unit;
CREATE POLICY patrol_update ON patrol_unit FOR UPDATE TO marsad_runtime USING (
  CASE (SELECT scope_action())
    WHEN 'organisation.manage' THEN unit_in_scope(coalesce(station_id, room_id))
    ELSE room_id = ANY ((SELECT scope_rooms('write'))::int[]) END);

CREATE FUNCTION patrol_home(patrol int) RETURNS int LANGUAGE sql STABLE AS
$$ SELECT coalesce(station_id, room_id) FROM patrol_unit WHERE patrol_unit_id = patrol $$;
COMMENT ON FUNCTION patrol_home IS 'The unit that a patrol unit belongs to: its station, or its room';

ALTER TABLE organisation_change DROP CONSTRAINT organisation_change_subject_kind_check;
ALTER TABLE organisation_change ADD CONSTRAINT organisation_change_subject_kind_check
  CHECK (subject_kind IN ('unit','patrol_unit','person','role','type','disposition','limit'));

-- A list is changed by who administers every force, limits by who administers the force they are of.
DROP POLICY change_read ON organisation_change;
DROP POLICY change_insert ON organisation_change;
CREATE POLICY change_read ON organisation_change FOR SELECT TO marsad_runtime USING (
  CASE (SELECT scope_action())
    WHEN 'organisation.manage' THEN CASE subject_kind
      WHEN 'unit' THEN unit_in_scope(subject_id::int)
      WHEN 'patrol_unit' THEN unit_in_scope(patrol_home(subject_id::int))
      ELSE false END
    WHEN 'people.manage' THEN subject_kind = 'person' AND person_within(subject_id::uuid)
    WHEN 'role.manage' THEN subject_kind = 'role'
    WHEN 'reference.manage' THEN CASE subject_kind
      WHEN 'limit' THEN unit_in_scope(subject_id::int)
      ELSE subject_kind IN ('type', 'disposition') END
    ELSE false END);
CREATE POLICY change_insert ON organisation_change FOR INSERT TO marsad_runtime WITH CHECK (
  author_id = (SELECT scope_person()) AND CASE (SELECT scope_action())
    WHEN 'organisation.manage' THEN CASE subject_kind
      WHEN 'unit' THEN unit_in_scope(subject_id::int)
      WHEN 'patrol_unit' THEN unit_in_scope(patrol_home(subject_id::int))
      ELSE false END
    WHEN 'people.manage' THEN subject_kind = 'person' AND person_known(subject_id::uuid)
    WHEN 'role.manage' THEN subject_kind = 'role' AND (SELECT every_force_in_scope())
    WHEN 'reference.manage' THEN CASE subject_kind
      WHEN 'limit' THEN unit_in_scope(subject_id::int)
      ELSE subject_kind IN ('type', 'disposition') AND (SELECT every_force_in_scope()) END
    ELSE false END);

-- In the one statement that makes a force, whoever makes it still reaches every force there is.
DROP POLICY limit_insert ON priority_limit;
CREATE POLICY limit_insert ON priority_limit FOR INSERT TO marsad_runtime WITH CHECK (
  CASE (SELECT scope_action())
    WHEN 'reference.manage' THEN unit_in_scope(force_id)
    WHEN 'import.run' THEN (SELECT every_force_in_scope())
    ELSE false END);

INSERT INTO priority_limit (force_id, priority, response_minutes)
SELECT unit_id, priority, minutes FROM org_unit, (VALUES (1, 10), (2, 20), (3, 60)) AS given(priority, minutes)
WHERE kind = 'force' AND NOT EXISTS (SELECT 1 FROM priority_limit l WHERE l.force_id = unit_id);
