-- Who administers a unit and all under it administers the unit itself, whose parent lies outside: what stays where it stands is
-- judged by the unit; what goes elsewhere also by where it goes.
CREATE FUNCTION unit_parent_before(unit int) RETURNS int LANGUAGE sql STABLE AS
$$ SELECT parent_id FROM org_unit WHERE unit_id = unit $$;
COMMENT ON FUNCTION unit_parent_before IS 'The parent of a unit as the statement found it: of an update, what it was before';

DROP POLICY unit_update ON org_unit;
CREATE POLICY unit_update ON org_unit FOR UPDATE TO marsad_runtime
  USING ((SELECT scope_action()) = 'organisation.manage' AND unit_in_scope(unit_id))
  WITH CHECK ((SELECT scope_action()) = 'organisation.manage'
    AND (parent_id IS NOT DISTINCT FROM unit_parent_before(unit_id) OR unit_in_scope(parent_id)));
