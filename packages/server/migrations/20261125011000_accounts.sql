-- Accounts that an administrator locks, and one place that says whether a person may sign in and act.

ALTER TABLE person ADD COLUMN locked_at timestamptz;
COMMENT ON COLUMN person.locked_at IS 'Since when an administrator keeps the account locked: no sign-in, no token works. NULL: not locked';

CREATE FUNCTION person_serves(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM person p WHERE p.person_id = person AND p.active AND p.locked_at IS NULL
    AND (p.valid_to IS NULL OR p.valid_to >= (now() AT TIME ZONE coalesce(
      (SELECT u.time_zone FROM post o JOIN org_unit u USING (unit_id) WHERE o.person_id = p.person_id
       ORDER BY o.valid_from DESC, o.post_id LIMIT 1), 'UTC'))::date))
$$;
COMMENT ON FUNCTION person_serves IS 'Whether a person may sign in and act: in service on this day where they work, and not locked';
