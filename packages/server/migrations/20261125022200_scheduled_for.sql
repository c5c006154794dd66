-- The time that an incident is scheduled for stays with it: until then nobody is late and nobody waits. It stood in hold_until,
-- which was emptied when it was opened.
ALTER TABLE incident ADD COLUMN scheduled_for timestamptz;
COMMENT ON COLUMN incident.scheduled_for IS 'From when a scheduled incident waits for somebody: the time it is for, or the moment it was opened before that; NULL where it was not scheduled';
COMMENT ON COLUMN incident.due_at IS 'created_at, or scheduled_for where that is later, plus the limit of its priority; NULL where the force set none';

-- A unit that was sent left behind the time of a schedule (which has no reason) or of a hold (which has one).
UPDATE incident SET scheduled_for = least(hold_until, first_dispatched_at), hold_until = NULL
WHERE hold_until IS NOT NULL AND hold_reason IS NULL;
UPDATE incident SET hold_reason = NULL, hold_until = NULL
WHERE status <> 'on_hold' AND (hold_reason IS NOT NULL OR hold_until IS NOT NULL);

-- As before, but from when it waits.
CREATE OR REPLACE FUNCTION renew_due(force int, at timestamptz) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH due AS (
    SELECT i.incident_id, i.room_id, greatest(i.created_at, i.scheduled_for)
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
