-- A planned move is taken back before its day; what has begun stays in the history of places.

GRANT DELETE ON org_unit_placement TO marsad_runtime;
CREATE POLICY unit_unplan ON org_unit_placement FOR DELETE TO marsad_runtime USING (
  (SELECT scope_action()) = 'organisation.manage' AND unit_in_scope(unit_id)
  -- The earliest today there is: a unit west of Greenwich may still have yesterday's date.
  AND valid_from >= (now() AT TIME ZONE 'UTC')::date);
