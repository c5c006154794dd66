-- The incident's record: which version a change made, links that end, corrections of people and vehicles involved,
-- break-glass grants that only their holder's transactions see.

ALTER TABLE field_change ADD COLUMN version int;
COMMENT ON COLUMN field_change.version IS 'The version of the incident that the change made: who saw an older one is told what changed since. NULL for imports';
CREATE INDEX field_change_version ON field_change (incident_id, version);
CREATE INDEX field_change_at ON field_change (incident_id, at DESC, change_id DESC);

ALTER TABLE incident_link ADD COLUMN ended_at timestamptz, ADD COLUMN ended_by uuid;
COMMENT ON COLUMN incident_link.ended_at IS 'A link is never deleted: it ends, and may begin again';
GRANT UPDATE (made_by, made_at, ended_at, ended_by) ON incident_link TO marsad_runtime;
CREATE INDEX incident_clock_replaces ON incident_clock (incident_id, replaces) WHERE replaces IS NOT NULL;

-- People and vehicles involved are append-only too: a correction, or a withdrawal, is a new entry that names the old one.
-- Their values stand here alone, never in field_change, which everybody reads who may read the incident.
DO $$
DECLARE child text;
BEGIN
  FOREACH child IN ARRAY ARRAY['involved_person','involved_vehicle'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN corrects uuid, ADD COLUMN withdrawn boolean NOT NULL DEFAULT false, ADD COLUMN reason text,
      ADD FOREIGN KEY (incident_id, corrects) REFERENCES %I (incident_id, involved_id)', child, child);
    EXECUTE format('CREATE UNIQUE INDEX %I ON %I (incident_id, corrects) WHERE corrects IS NOT NULL', child || '_corrects', child);
    EXECUTE format('COMMENT ON COLUMN %I.corrects IS ''The entry that this one replaces; two people cannot correct the same entry''', child);
    EXECUTE format('COMMENT ON COLUMN %I.withdrawn IS ''Written by mistake: the entry it corrects counts no longer''', child);
  END LOOP;
END $$;
ALTER TABLE involved_vehicle ADD COLUMN involvement text NOT NULL DEFAULT 'other'
  CHECK (involvement IN ('victim','suspect','witness','other'));

CREATE OR REPLACE FUNCTION involved_people_count(id uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM involved_person p WHERE incident_id = id AND NOT withdrawn
    AND NOT EXISTS (SELECT 1 FROM involved_person n WHERE n.incident_id = id AND n.corrects = p.involved_id) $$;
CREATE OR REPLACE FUNCTION involved_vehicle_count(id uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM involved_vehicle v WHERE incident_id = id AND NOT withdrawn
    AND NOT EXISTS (SELECT 1 FROM involved_vehicle n WHERE n.incident_id = id AND n.corrects = v.involved_id) $$;

-- A grant is written and read by its holder's own transactions alone, and only for an incident they may read.
ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
CREATE POLICY break_glass_own ON break_glass FOR SELECT TO marsad_runtime USING (person_id = (SELECT scope_person()));
CREATE POLICY break_glass_insert ON break_glass FOR INSERT TO marsad_runtime WITH CHECK (
  person_id = (SELECT scope_person()) AND EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = break_glass.incident_id));
