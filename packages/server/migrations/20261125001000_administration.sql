-- The organisation administered on screens: searching people, the history of what was changed, and the second wall
-- around units, people, posts, roles and reference lists. Reading stays open to the server: every operation looks
-- things up in them; writing needs the action and the area that the transaction carries.

-- People ------------------------------------------------------------------------------------------------------------

ALTER TABLE person ADD COLUMN search_text text NOT NULL DEFAULT '';
COMMENT ON COLUMN person.search_text IS 'Names, service number and user name as compared in a search (normaliseForSearch); empty: not yet made, filled at start';
CREATE INDEX person_search ON person USING gin (search_text gin_trgm_ops);
CREATE INDEX person_order_ar ON person (name_ar, person_id);
CREATE INDEX person_order_latin ON person (name_latin, person_id);
CREATE INDEX person_unsearched ON person (person_id) WHERE search_text = '';

-- A post that is ended on its first day at once has its last day before its first: it never holds again.
ALTER TABLE post DROP CONSTRAINT post_check;
ALTER TABLE post ADD CONSTRAINT post_days CHECK (valid_to IS NULL OR valid_to >= valid_from - 1);
ALTER TABLE org_unit_placement ADD CONSTRAINT placement_days CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE org_unit_area ADD CONSTRAINT area_days CHECK (valid_to IS NULL OR valid_to >= valid_from);

-- History of values ---------------------------------------------------------------------------------------------------

CREATE TABLE organisation_change (
  change_id uuid PRIMARY KEY,
  subject_kind text NOT NULL CHECK (subject_kind IN ('unit','person','role','type','disposition','limit')),
  subject_id text NOT NULL,
  field text NOT NULL,
  old_value jsonb,
  new_value jsonb,
  author_id uuid,
  reason text,
  command_id uuid,
  at timestamptz NOT NULL
);
COMMENT ON TABLE organisation_change IS 'What was changed of units, people, roles and lists, with the values; the audit log keeps only field names and digests';
CREATE INDEX organisation_change_subject ON organisation_change (subject_kind, subject_id, at DESC);
GRANT SELECT, INSERT ON organisation_change TO marsad_runtime;

-- What stands in the way of ending a unit ------------------------------------------------------------------------------

-- Counts alone, whoever asks: an administrator need not read incidents to know that some are open.
CREATE FUNCTION unit_in_use(unit int, day date) RETURNS TABLE (children int, posts int, incidents int, patrol_units int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT
    (SELECT count(*)::int FROM org_unit WHERE parent_id = unit AND (valid_to IS NULL OR valid_to > day)),
    (SELECT count(*)::int FROM post WHERE unit_id = unit AND (valid_to IS NULL OR valid_to > day)),
    -- By the rooms of the force, so that the board's index of what is open serves a station too.
    (SELECT count(*)::int FROM incident i WHERE (i.room_id = unit OR i.station_id = unit)
      AND i.status IN ('scheduled','open','dispatched','on_scene','on_hold','resolved')
      AND i.room_id IN (SELECT r.unit_id FROM org_unit r JOIN org_unit u USING (force_id) WHERE u.unit_id = unit)),
    (SELECT count(*)::int FROM patrol_unit WHERE (room_id = unit OR station_id = unit) AND active)
$$;
REVOKE EXECUTE ON FUNCTION unit_in_use FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unit_in_use TO marsad_runtime;

-- The second wall ------------------------------------------------------------------------------------------------------

CREATE FUNCTION scope_action() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('marsad.action', true), '') $$;
COMMENT ON FUNCTION scope_action IS 'The action that the transaction was opened for; empty when none';

CREATE FUNCTION unit_in_scope(unit int) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up AS (
    SELECT u.unit_id, u.parent_id FROM org_unit u WHERE u.unit_id = unit
    UNION SELECT p.unit_id, p.parent_id FROM org_unit p JOIN up ON p.unit_id = up.parent_id
  )
  SELECT EXISTS (SELECT 1 FROM up WHERE up.unit_id = ANY (scope_ints('marsad.action_units')))
$$;
COMMENT ON FUNCTION unit_in_scope IS 'Whether a unit lies in the area of the transaction''s action: it or one above it';

CREATE FUNCTION every_force_in_scope() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT 1 FROM org_unit WHERE kind = 'force' AND valid_to IS NULL
    AND NOT (unit_id = ANY (scope_ints('marsad.action_units'))))
$$;
COMMENT ON FUNCTION every_force_in_scope IS 'Whether the action reaches every force: roles and lists belong to all of them';

CREATE FUNCTION person_in_scope(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT 1 FROM post p WHERE p.person_id = person AND (p.valid_to IS NULL OR p.valid_to >= current_date - 1)
    AND NOT unit_in_scope(p.unit_id))
$$;
COMMENT ON FUNCTION person_in_scope IS 'Whether every post a person holds or will hold lies in the area: who may change them';

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['org_unit','org_unit_placement','org_unit_area','person','post','role','incident_type',
    'disposition','priority_limit','organisation_change'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY everybody_reads ON %I FOR SELECT TO marsad_runtime USING (true)', one);
    -- The owner makes, migrates and restores. Where it is no superuser, FORCE binds it too, so it is let in by name.
    EXECUTE format('CREATE POLICY owner_works ON %I USING (current_user <> ''marsad_runtime'') WITH CHECK (current_user <> ''marsad_runtime'')', one);
  END LOOP;
  DROP POLICY everybody_reads ON organisation_change;
  FOREACH one IN ARRAY ARRAY['org_unit_placement','org_unit_area'] LOOP
    EXECUTE format('CREATE POLICY unit_write ON %I FOR INSERT TO marsad_runtime
      WITH CHECK ((SELECT scope_action()) IN (''organisation.manage'', ''import.run'') AND unit_in_scope(unit_id))', one);
    EXECUTE format('CREATE POLICY unit_rewrite ON %I FOR UPDATE TO marsad_runtime
      USING ((SELECT scope_action()) IN (''organisation.manage'', ''import.run'') AND unit_in_scope(unit_id))', one);
  END LOOP;
  FOREACH one IN ARRAY ARRAY['incident_type','disposition'] LOOP
    EXECUTE format('CREATE POLICY list_insert ON %I FOR INSERT TO marsad_runtime
      WITH CHECK ((SELECT scope_action()) = ''import.run'' OR ((SELECT scope_action()) = ''reference.manage'' AND (SELECT every_force_in_scope())))', one);
    EXECUTE format('CREATE POLICY list_update ON %I FOR UPDATE TO marsad_runtime
      USING ((SELECT scope_action()) = ''reference.manage'' AND (SELECT every_force_in_scope()))', one);
  END LOOP;
END $$;

-- An import makes its own force, and rooms and stations under it before its area was computed anew.
CREATE POLICY unit_insert ON org_unit FOR INSERT TO marsad_runtime WITH CHECK (
  ((SELECT scope_action()) = 'organisation.manage' AND parent_id IS NOT NULL AND unit_in_scope(parent_id))
  OR ((SELECT scope_action()) = 'import.run' AND kind IN ('force', 'operations_room', 'station')));
CREATE POLICY unit_update ON org_unit FOR UPDATE TO marsad_runtime
  USING ((SELECT scope_action()) = 'organisation.manage' AND unit_in_scope(unit_id))
  WITH CHECK ((SELECT scope_action()) = 'organisation.manage' AND unit_in_scope(coalesce(parent_id, unit_id)));

CREATE POLICY person_insert ON person FOR INSERT TO marsad_runtime
  WITH CHECK ((SELECT scope_action()) = 'people.manage' AND (SELECT cardinality(scope_ints('marsad.action_units'))) > 0);
CREATE POLICY person_update ON person FOR UPDATE TO marsad_runtime USING (
  ((SELECT scope_action()) = 'people.manage' AND person_in_scope(person_id)) OR person_id = (SELECT scope_person()));
CREATE POLICY post_insert ON post FOR INSERT TO marsad_runtime
  WITH CHECK ((SELECT scope_action()) = 'people.manage' AND unit_in_scope(unit_id));
CREATE POLICY post_update ON post FOR UPDATE TO marsad_runtime
  USING ((SELECT scope_action()) = 'people.manage' AND unit_in_scope(unit_id));

CREATE POLICY role_insert ON role FOR INSERT TO marsad_runtime
  WITH CHECK ((SELECT scope_action()) = 'role.manage' AND (SELECT every_force_in_scope()));
CREATE POLICY role_update ON role FOR UPDATE TO marsad_runtime
  USING ((SELECT scope_action()) = 'role.manage' AND (SELECT every_force_in_scope()));

CREATE POLICY limit_insert ON priority_limit FOR INSERT TO marsad_runtime
  WITH CHECK ((SELECT scope_action()) = 'reference.manage' AND unit_in_scope(force_id));
CREATE POLICY limit_update ON priority_limit FOR UPDATE TO marsad_runtime
  USING ((SELECT scope_action()) = 'reference.manage' AND unit_in_scope(force_id));
CREATE POLICY limit_delete ON priority_limit FOR DELETE TO marsad_runtime
  USING ((SELECT scope_action()) = 'reference.manage' AND unit_in_scope(force_id));

CREATE POLICY change_read ON organisation_change FOR SELECT TO marsad_runtime
  USING ((SELECT scope_action()) IN ('organisation.manage', 'people.manage', 'role.manage', 'reference.manage'));
CREATE POLICY change_insert ON organisation_change FOR INSERT TO marsad_runtime WITH CHECK (
  author_id = (SELECT scope_person())
  AND (SELECT scope_action()) IN ('organisation.manage', 'people.manage', 'role.manage', 'reference.manage'));

-- An installation that stands already: its administrators keep administering people, roles and lists.
UPDATE role SET rights = role.rights || added.rights
FROM (SELECT jsonb_agg(jsonb_build_object('action', a, 'area', 'everywhere', 'types', 'all', 'own', false)) AS rights
      FROM unnest(ARRAY['people.manage', 'role.manage', 'reference.manage']) a) added
WHERE role.code = 'administrator' AND NOT role.rights @> '[{"action": "people.manage"}]';
