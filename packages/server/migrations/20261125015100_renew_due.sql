-- When a force changes its limits, what still waits is due by the new ones. Whoever manages lists reads no incidents: the
-- function looks for them, and only where the action reaches the force.

CREATE FUNCTION renew_due(force int) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE incident i SET due_at = CASE WHEN i.status = 'scheduled' THEN coalesce(i.hold_until, i.created_at) ELSE i.created_at END
    + make_interval(mins => coalesce(
      (SELECT l.response_minutes FROM priority_limit l WHERE l.force_id = force AND l.priority = i.priority AND l.type_id = i.type_id),
      (SELECT l.response_minutes FROM priority_limit l WHERE l.force_id = force AND l.priority = i.priority AND l.type_id IS NULL)))
  WHERE (SELECT scope_action()) = 'reference.manage' AND (SELECT unit_in_scope(force)) AND i.force_id = force
    AND i.room_id IN (SELECT unit_id FROM org_unit WHERE force_id = force)
    AND i.status IN ('scheduled','open','dispatched','on_hold') AND i.first_on_scene_at IS NULL
$$;
COMMENT ON FUNCTION renew_due IS 'Makes the incidents of a force that nobody has reached yet due by its limits as they are';
REVOKE EXECUTE ON FUNCTION renew_due FROM PUBLIC;
GRANT EXECUTE ON FUNCTION renew_due TO marsad_runtime;
