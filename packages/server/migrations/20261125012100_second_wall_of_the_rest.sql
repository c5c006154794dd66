-- The second wall where it was absent or wider than the operations behind it: what belongs to no incident, what imports make,
-- functions that work with the owner's rights, and jobs.

CREATE FUNCTION scope_rooms(mode text) RETURNS int[] LANGUAGE sql STABLE AS $$
  WITH named AS (
    SELECT unnest(scope_ints('marsad.' || mode || '_units') || scope_ints('marsad.' || mode || '_own_units')) AS unit_id
    UNION SELECT (pair >> 32)::int FROM unnest(scope_bigints('marsad.' || mode || '_pairs')) AS pair
  )
  SELECT coalesce(array_agg(unit_id), '{}') FROM (
    SELECT unit_id FROM named
    UNION SELECT u.unit_id FROM org_unit u JOIN named n ON n.unit_id = u.force_id
    UNION SELECT u.parent_id FROM org_unit u JOIN named n ON n.unit_id = u.unit_id WHERE u.kind = 'station'
  ) reached
$$;
COMMENT ON FUNCTION scope_rooms IS 'The rooms that the scope of a mode (read, write) reaches into, whole or in part';

CREATE FUNCTION scope_forces_rooms() RETURNS int[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(unit_id), '{}') FROM org_unit WHERE force_id = ANY (scope_forces()) AND kind <> 'station'
$$;
COMMENT ON FUNCTION scope_forces_rooms IS 'The rooms of every force that the scope of the transaction reaches into';

CREATE FUNCTION scope_under() RETURNS int[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE down AS (
    SELECT unit_id FROM org_unit WHERE unit_id = ANY (scope_ints('marsad.action_units'))
    UNION SELECT c.unit_id FROM org_unit c JOIN down d ON d.unit_id = c.parent_id
  )
  SELECT coalesce(array_agg(unit_id), '{}') FROM down
$$;
COMMENT ON FUNCTION scope_under IS 'Every unit in the area of the transaction''s action: those it names and all under them';

CREATE FUNCTION person_within(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (SELECT 1 FROM post p WHERE p.person_id = person)
    THEN EXISTS (SELECT 1 FROM post p WHERE p.person_id = person AND unit_in_scope(p.unit_id))
    ELSE every_force_in_scope() END
$$;
COMMENT ON FUNCTION person_within IS 'Whether a person holds or held a post in the area: who may read about them';

-- Everything below stands behind the wall, its owner too, who is let in by name.
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['command','audit_entry','audit_seal','audit_unsealed','audit_verification','event_outbox',
    'patrol_unit','incident_serial','setting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY owner_works ON %I USING (current_user <> ''marsad_runtime'') WITH CHECK (current_user <> ''marsad_runtime'')', one);
  END LOOP;
END $$;

-- A command belongs to who gave it: its answer is told to nobody else.
CREATE POLICY command_own ON command FOR SELECT TO marsad_runtime USING (person_id = (SELECT scope_person()));
CREATE POLICY command_insert ON command FOR INSERT TO marsad_runtime WITH CHECK (person_id = (SELECT scope_person()));

-- The log: what is written names who did it; read under the right to read it, in its area. What names neither unit nor person
-- belongs to the whole force; what names a person alone, to where they served on that day.
CREATE POLICY entry_insert ON audit_entry FOR INSERT TO marsad_runtime
  WITH CHECK (person_id = (SELECT scope_person()) OR (SELECT scope_person()) IS NULL);
CREATE POLICY entry_read ON audit_entry FOR SELECT TO marsad_runtime USING (
  (SELECT scope_action()) = 'audit.read' AND (
    (SELECT every_force_in_scope())
    OR unit_id = ANY ((SELECT scope_under())::int[])
    OR (unit_id IS NULL AND EXISTS (SELECT 1 FROM post o WHERE o.person_id = audit_entry.person_id
      AND o.unit_id = ANY ((SELECT scope_under())::int[])
      AND o.valid_from <= at::date AND (o.valid_to IS NULL OR o.valid_to >= at::date)))));
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['audit_seal','audit_unsealed','audit_verification'] LOOP
    EXECUTE format('CREATE POLICY chain_read ON %I FOR SELECT TO marsad_runtime USING ((SELECT scope_action()) = ''audit.read'')', one);
  END LOOP;
END $$;

-- Of the order of events a transaction needs where it ends, nothing of what happened.
REVOKE SELECT ON event FROM marsad_runtime;
GRANT SELECT (position) ON event TO marsad_runtime;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY event_insert ON event_outbox FOR INSERT TO marsad_runtime WITH CHECK (incident_id IS NULL OR %s)',
    scope_test('write', 'event_outbox'));
END $$;

-- Units on patrol are known to the whole force and moved by their room; a unit of the past comes with an import.
CREATE POLICY patrol_read ON patrol_unit FOR SELECT TO marsad_runtime USING (room_id = ANY ((SELECT scope_forces_rooms())::int[]));
CREATE POLICY patrol_update ON patrol_unit FOR UPDATE TO marsad_runtime USING (room_id = ANY ((SELECT scope_rooms('write'))::int[]));
CREATE POLICY patrol_insert ON patrol_unit FOR INSERT TO marsad_runtime
  WITH CHECK ((SELECT scope_action()) = 'import.run' AND room_id = ANY ((SELECT scope_rooms('write'))::int[]));

DO $$
DECLARE writes text := 'room_id = ANY ((SELECT scope_rooms(''write''))::int[])';
BEGIN
  EXECUTE format('CREATE POLICY serial_read ON incident_serial FOR SELECT TO marsad_runtime USING (%s)', writes);
  EXECUTE format('CREATE POLICY serial_insert ON incident_serial FOR INSERT TO marsad_runtime WITH CHECK (%s)', writes);
  EXECUTE format('CREATE POLICY serial_update ON incident_serial FOR UPDATE TO marsad_runtime USING (%s)', writes);
END $$;

CREATE POLICY everybody_reads ON setting FOR SELECT TO marsad_runtime USING (true);
CREATE POLICY setting_insert ON setting FOR INSERT TO marsad_runtime
  WITH CHECK ((SELECT scope_action()) = 'reference.manage' AND (SELECT every_force_in_scope()));
CREATE POLICY setting_update ON setting FOR UPDATE TO marsad_runtime
  USING ((SELECT scope_action()) = 'reference.manage' AND (SELECT every_force_in_scope()));

-- An import makes rooms and stations under what it reaches, a force where it reaches them all, and adds dispositions where it
-- reaches a whole force. Incident types it never makes.
DROP POLICY unit_insert ON org_unit;
CREATE POLICY unit_insert ON org_unit FOR INSERT TO marsad_runtime WITH CHECK (
  CASE (SELECT scope_action())
    WHEN 'organisation.manage' THEN parent_id IS NOT NULL AND unit_in_scope(parent_id)
    WHEN 'import.run' THEN CASE WHEN kind = 'force' THEN (SELECT every_force_in_scope())
      ELSE kind IN ('operations_room', 'station') AND unit_in_scope(parent_id) END
    ELSE false END);
DROP POLICY list_insert ON incident_type;
CREATE POLICY list_insert ON incident_type FOR INSERT TO marsad_runtime
  WITH CHECK ((SELECT scope_action()) = 'reference.manage' AND (SELECT every_force_in_scope()));
DROP POLICY list_insert ON disposition;
CREATE POLICY list_insert ON disposition FOR INSERT TO marsad_runtime WITH CHECK (
  CASE (SELECT scope_action()) WHEN 'reference.manage' THEN (SELECT every_force_in_scope())
    WHEN 'import.run' THEN (SELECT scope_holds_force()) ELSE false END);

-- Nobody changes a row of their own here that they may not change as anybody's.
DROP POLICY person_update ON person;
CREATE POLICY person_update ON person FOR UPDATE TO marsad_runtime
  USING ((SELECT scope_action()) = 'people.manage' AND person_in_scope(person_id));

-- History of the organisation: of what lies in the area of the action that administers it.
DROP POLICY change_read ON organisation_change;
DROP POLICY change_insert ON organisation_change;
CREATE POLICY change_read ON organisation_change FOR SELECT TO marsad_runtime USING (
  CASE (SELECT scope_action())
    WHEN 'organisation.manage' THEN subject_kind = 'unit' AND unit_in_scope(subject_id::int)
    WHEN 'people.manage' THEN subject_kind = 'person' AND person_within(subject_id::uuid)
    WHEN 'role.manage' THEN subject_kind = 'role'
    WHEN 'reference.manage' THEN subject_kind IN ('type', 'disposition', 'limit')
    ELSE false END);
CREATE POLICY change_insert ON organisation_change FOR INSERT TO marsad_runtime WITH CHECK (
  author_id = (SELECT scope_person()) AND CASE (SELECT scope_action())
    WHEN 'organisation.manage' THEN subject_kind = 'unit' AND unit_in_scope(subject_id::int)
    WHEN 'people.manage' THEN subject_kind = 'person' AND person_in_scope(subject_id::uuid)
    WHEN 'role.manage' THEN subject_kind = 'role' AND (SELECT every_force_in_scope())
    WHEN 'reference.manage' THEN subject_kind IN ('type', 'disposition', 'limit')
    ELSE false END);

-- A mapping says how columns are called, nothing of anybody: read by all who import, changed by its writer and by who imports into
-- its force; one for a force that is not there yet, also by who reaches all.
CREATE FUNCTION mapping_reaches(code text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (SELECT scope_action()) = 'import.run' AND (import_reaches(code) OR every_force_in_scope())
$$;
DROP POLICY import_mapping_read ON import_mapping;
DROP POLICY import_mapping_insert ON import_mapping;
DROP POLICY import_mapping_update ON import_mapping;
DROP POLICY import_mapping_delete ON import_mapping;
CREATE POLICY import_mapping_read ON import_mapping FOR SELECT TO marsad_runtime
  USING ((SELECT scope_action()) = 'import.run' AND cardinality((SELECT scope_ints('marsad.action_units'))) > 0);
CREATE POLICY import_mapping_insert ON import_mapping FOR INSERT TO marsad_runtime WITH CHECK (
  person_id = (SELECT scope_person()) AND (SELECT scope_action()) = 'import.run' AND cardinality((SELECT scope_ints('marsad.action_units'))) > 0);
CREATE POLICY import_mapping_update ON import_mapping FOR UPDATE TO marsad_runtime
  USING ((person_id = (SELECT scope_person()) AND (SELECT scope_action()) = 'import.run') OR mapping_reaches(force_code))
  WITH CHECK (person_id = (SELECT scope_person()));
CREATE POLICY import_mapping_delete ON import_mapping FOR DELETE TO marsad_runtime
  USING ((person_id = (SELECT scope_person()) AND (SELECT scope_action()) = 'import.run') OR mapping_reaches(force_code));

-- Broken glass: by who may break it there, for an hour, and it opens nothing that the person may not read besides.
DO $$
DECLARE child text;
BEGIN
  DROP POLICY break_glass_insert ON break_glass;
  EXECUTE format('CREATE POLICY break_glass_insert ON break_glass FOR INSERT TO marsad_runtime WITH CHECK (
    person_id = (SELECT scope_person()) AND (SELECT scope_action()) = ''people.break_glass'' AND until <= granted_at + interval ''1 hour''
    AND EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = break_glass.incident_id AND %s))', scope_test('write', 'i'));
  FOREACH child IN ARRAY ARRAY['involved_person','involved_vehicle'] LOOP
    EXECUTE format('DROP POLICY restricted_read ON %I', child);
    EXECUTE format('DROP POLICY restricted_insert ON %I', child);
    EXECUTE format('CREATE POLICY restricted_read ON %1$I FOR SELECT TO marsad_runtime USING
      (EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = %1$I.incident_id
        AND (i.incident_id = ANY ((SELECT scope_uuids(''marsad.granted_people''))::uuid[]) OR %2$s)))', child, scope_test('people', 'i'));
    EXECUTE format('CREATE POLICY restricted_insert ON %1$I FOR INSERT TO marsad_runtime WITH CHECK
      ((SELECT scope_action()) IN (''people.write'', ''incident.log'')
       AND EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = %1$I.incident_id AND %2$s))', child, scope_test('write', 'i'));
  END LOOP;
  DROP POLICY incident_insert ON incident;
  EXECUTE format('CREATE POLICY incident_insert ON incident FOR INSERT TO marsad_runtime
    WITH CHECK ((SELECT scope_action()) IN (''incident.log'', ''import.run'') AND %s)', scope_test('write', 'incident'));
END $$;

-- Places are changed by who manages places.
DO $$
DECLARE mine text := '(SELECT scope_action()) = ''gazetteer.manage'' AND CASE WHEN %1$s.force_id IS NULL THEN (SELECT scope_holds_force())
  ELSE %1$s.unit_id = ANY ((SELECT scope_ints(''marsad.action_units''))::int[]) OR %1$s.force_id = ANY ((SELECT scope_ints(''marsad.action_units''))::int[]) END';
  one text;
BEGIN
  DROP POLICY place_insert ON place;
  DROP POLICY place_update ON place;
  EXECUTE format('CREATE POLICY place_insert ON place FOR INSERT TO marsad_runtime WITH CHECK (%s)', format(mine, 'place'));
  EXECUTE format('CREATE POLICY place_update ON place FOR UPDATE TO marsad_runtime USING (%s)', format(mine, 'place'));
  FOREACH one IN ARRAY ARRAY['place_name','place_change'] LOOP
    EXECUTE format('DROP POLICY child_insert ON %I', one);
    EXECUTE format('CREATE POLICY child_insert ON %1$I FOR INSERT TO marsad_runtime WITH CHECK
      (EXISTS (SELECT 1 FROM place p WHERE p.place_id = %1$I.place_id AND %2$s))', one, format(mine, 'p'));
  END LOOP;
  DROP POLICY child_delete ON place_name;
  EXECUTE format('CREATE POLICY child_delete ON place_name FOR DELETE TO marsad_runtime USING
    (EXISTS (SELECT 1 FROM place p WHERE p.place_id = place_name.place_id AND %s))', format(mine, 'p'));
END $$;

-- Functions with the owner's rights look at the scope themselves.
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT * FROM (VALUES ('involved_people_count', 'involved_person'), ('involved_vehicle_count', 'involved_vehicle')) AS f(name, tab) LOOP
    EXECUTE format($f$
      CREATE OR REPLACE FUNCTION %1$I(id uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $body$
        SELECT count(*)::int FROM %2$I e WHERE e.incident_id = id AND NOT e.withdrawn
          AND NOT EXISTS (SELECT 1 FROM %2$I n WHERE n.incident_id = id AND n.corrects = e.involved_id)
          AND EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = id AND %3$s) $body$ $f$, one.name, one.tab, scope_test('read', 'i'));
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %I FROM PUBLIC', one.name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %I TO marsad_runtime', one.name);
  END LOOP;
END $$;

CREATE FUNCTION demand(allowed boolean, what text) RETURNS void LANGUAGE plpgsql STABLE AS $$ BEGIN
  IF allowed IS NOT TRUE THEN RAISE EXCEPTION 'outside the scope of the transaction: %', what USING ERRCODE = '42501'; END IF;
END $$;
COMMENT ON FUNCTION demand IS 'Ends the statement as a policy does, for functions that no policy guards';

ALTER FUNCTION unit_in_use(int, date) RENAME TO unit_in_use_anywhere;
REVOKE EXECUTE ON FUNCTION unit_in_use_anywhere FROM PUBLIC, marsad_runtime;
CREATE FUNCTION unit_in_use(unit int, day date) RETURNS TABLE (children int, posts int, incidents int, patrol_units int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  PERFORM demand(scope_action() = 'organisation.manage' AND unit_in_scope(unit), 'unit_in_use');
  RETURN QUERY SELECT * FROM unit_in_use_anywhere(unit, day);
END $$;
REVOKE EXECUTE ON FUNCTION unit_in_use FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unit_in_use TO marsad_runtime;

-- A job works in somebody's name: who asks for one asks in their own, by the action that the job belongs to.
CREATE OR REPLACE FUNCTION request_job(task text, payload jsonb, job_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  PERFORM demand(CASE task
    WHEN 'verify_audit' THEN scope_action() = 'audit.read'
    WHEN 'import' THEN scope_action() = 'import.run' AND (payload ->> 'personId')::uuid = scope_person()
    ELSE false END, 'job ' || task);
  PERFORM graphile_worker.add_job(identifier := task, payload := payload::json, queue_name := task, max_attempts := 3, job_key := request_job.job_key);
END $$;
CREATE OR REPLACE FUNCTION request_job_at(task text, payload jsonb, job_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
  PERFORM demand(task = 'open_scheduled' AND scope_action() = 'incident.log' AND (payload ->> 'personId')::uuid = scope_person(), 'job ' || task);
  PERFORM graphile_worker.add_job(identifier := task, payload := payload::json, max_attempts := 12,
    job_key := request_job_at.job_key, run_at := request_job_at.run_at);
END $$;
