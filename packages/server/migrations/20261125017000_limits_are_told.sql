-- Whoever follows incidents by when they changed, the mart first, must learn that new limits made them due at another time. What
-- persons wrote of them stays as it was, and so does their version: nobody's correction meets a conflict for it.

DROP FUNCTION renew_due(int);
CREATE FUNCTION renew_due(force int, at timestamptz) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH due AS (
    SELECT i.incident_id, i.room_id, CASE WHEN i.status = 'scheduled' THEN coalesce(i.hold_until, i.created_at) ELSE i.created_at END
      + make_interval(mins => coalesce(
        (SELECT l.response_minutes FROM priority_limit l WHERE l.force_id = force AND l.priority = i.priority AND l.type_id = i.type_id),
        (SELECT l.response_minutes FROM priority_limit l WHERE l.force_id = force AND l.priority = i.priority AND l.type_id IS NULL))) AS due_at
    FROM incident i
    WHERE (SELECT scope_action()) = 'reference.manage' AND (SELECT unit_in_scope(force)) AND i.force_id = force
      AND i.room_id IN (SELECT unit_id FROM org_unit WHERE force_id = force)
      AND i.status IN ('scheduled','open','dispatched','on_hold') AND i.first_on_scene_at IS NULL
    ORDER BY i.incident_id FOR UPDATE
  ), renewed AS (
    UPDATE incident i SET due_at = due.due_at, changed_at = at FROM due
    WHERE i.incident_id = due.incident_id AND i.due_at IS DISTINCT FROM due.due_at
    RETURNING 1
  )
  SELECT count(*)::int FROM renewed
$$;
COMMENT ON FUNCTION renew_due IS 'Makes the incidents of a force that nobody has reached yet due by its limits as they are; returns how many are due at another time, which changed at that moment';
REVOKE EXECUTE ON FUNCTION renew_due FROM PUBLIC;
GRANT EXECUTE ON FUNCTION renew_due TO marsad_runtime;
