-- The second wall, the same rules at less cost: the scope of a transaction is read once a statement instead of once a row.
-- An import writes a million rows; each used to parse the arrays of every unit anew.

CREATE FUNCTION scope_test(mode text, i text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format($f$(
    %2$s.force_id = ANY ((SELECT scope_ints('marsad.%1$s_units'))::int[])
    OR %2$s.room_id = ANY ((SELECT scope_ints('marsad.%1$s_units'))::int[])
    OR %2$s.station_id = ANY ((SELECT scope_ints('marsad.%1$s_units'))::int[])
    OR unit_type_pair(%2$s.force_id, %2$s.type_id) = ANY ((SELECT scope_bigints('marsad.%1$s_pairs'))::bigint[])
    OR unit_type_pair(%2$s.room_id, %2$s.type_id) = ANY ((SELECT scope_bigints('marsad.%1$s_pairs'))::bigint[])
    OR unit_type_pair(%2$s.station_id, %2$s.type_id) = ANY ((SELECT scope_bigints('marsad.%1$s_pairs'))::bigint[])
    OR (%2$s.created_by = (SELECT scope_person()) AND (
         %2$s.force_id = ANY ((SELECT scope_ints('marsad.%1$s_own_units'))::int[])
      OR %2$s.room_id = ANY ((SELECT scope_ints('marsad.%1$s_own_units'))::int[])
      OR %2$s.station_id = ANY ((SELECT scope_ints('marsad.%1$s_own_units'))::int[]))))$f$, mode, i)
$$;
COMMENT ON FUNCTION scope_test IS 'Text of the test whether an incident (alias i) lies in the scope of a mode; for making policies alone';
REVOKE EXECUTE ON FUNCTION scope_test FROM PUBLIC;

DO $$
DECLARE child text;
BEGIN
  DROP POLICY incident_insert ON incident;
  DROP POLICY incident_update ON incident;
  EXECUTE format('CREATE POLICY incident_insert ON incident FOR INSERT TO marsad_runtime WITH CHECK %s', scope_test('write', 'incident'));
  EXECUTE format('CREATE POLICY incident_update ON incident FOR UPDATE TO marsad_runtime USING %1$s WITH CHECK %1$s', scope_test('write', 'incident'));
  FOREACH child IN ARRAY ARRAY['call','assignment','incident_clock','timeline_entry','field_change','incident_link','attachment'] LOOP
    EXECUTE format('DROP POLICY child_insert ON %I', child);
    EXECUTE format('DROP POLICY child_update ON %I', child);
    EXECUTE format('CREATE POLICY child_insert ON %1$I FOR INSERT TO marsad_runtime WITH CHECK
      (EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = %1$I.incident_id AND %2$s))', child, scope_test('write', 'i'));
    EXECUTE format('CREATE POLICY child_update ON %1$I FOR UPDATE TO marsad_runtime USING
      (EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = %1$I.incident_id AND %2$s))', child, scope_test('write', 'i'));
  END LOOP;
  FOREACH child IN ARRAY ARRAY['involved_person','involved_vehicle'] LOOP
    EXECUTE format('DROP POLICY restricted_read ON %I', child);
    EXECUTE format('DROP POLICY restricted_insert ON %I', child);
    EXECUTE format('CREATE POLICY restricted_read ON %1$I FOR SELECT TO marsad_runtime USING
      (incident_id = ANY ((SELECT scope_uuids(''marsad.granted_people''))::uuid[])
       OR EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = %1$I.incident_id AND %2$s))', child, scope_test('people', 'i'));
    EXECUTE format('CREATE POLICY restricted_insert ON %1$I FOR INSERT TO marsad_runtime WITH CHECK
      (EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = %1$I.incident_id AND %2$s))', child, scope_test('write', 'i'));
  END LOOP;
END $$;
DROP FUNCTION protect_child, protect_restricted, incident_in_scope;
