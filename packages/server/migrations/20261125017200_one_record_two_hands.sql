-- Two administrators at one record: each sends the version that was read, and what another changed since is a conflict that names
-- who and what. The version rises with what is changed on a screen; what a unit on patrol does leaves it alone.

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['org_unit','patrol_unit','person','role','incident_type','disposition'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN version int NOT NULL DEFAULT 1', one);
    EXECUTE format('COMMENT ON COLUMN %I.version IS ''Rises with each change by who administers it; a change made on an older one is a conflict''', one);
  END LOOP;
END $$;
ALTER TABLE organisation_change ADD COLUMN version int;
COMMENT ON COLUMN organisation_change.version IS 'The version that its subject had with it; NULL where the subject has none, and for changes of before';
