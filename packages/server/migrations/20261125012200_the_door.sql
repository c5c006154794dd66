-- Means of signing in. Only connections that serve the door (sign-in, sessions, tokens) work on all of them; they say so when
-- they connect. A transaction of an operation sees those of its own person, and under people.manage those in its area.
CREATE FUNCTION scope_door() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(current_setting('marsad.door', true), '') = 'on'
$$;
COMMENT ON FUNCTION scope_door IS 'Whether the connection serves the door: set when it is made, never within an operation';

CREATE FUNCTION person_known(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT scope_action() = 'people.manage' AND (person_in_scope(person) OR person_within(person))
$$;
COMMENT ON FUNCTION person_known IS 'Whether the transaction administers people where this one serves or served: who may look at their account';
CREATE FUNCTION person_managed(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT scope_action() = 'people.manage' AND person_in_scope(person)
$$;
COMMENT ON FUNCTION person_managed IS 'Whether the transaction administers everything that this person holds: who may change their account';

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['auth_user','auth_account','auth_session','auth_two_factor','auth_rate_limit','auth_verification',
    'second_factor_use','sign_in_failure','api_token'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY owner_works ON %I USING (current_user <> ''marsad_runtime'') WITH CHECK (current_user <> ''marsad_runtime'')', one);
    EXECUTE format('CREATE POLICY door ON %I TO marsad_runtime USING ((SELECT scope_door())) WITH CHECK ((SELECT scope_door()))', one);
  END LOOP;
END $$;

-- A user name is taken wherever its person serves: who administers people sees that, and that a second step is on.
CREATE POLICY user_read ON auth_user FOR SELECT TO marsad_runtime
  USING (id = (SELECT scope_person())::text OR (SELECT scope_action()) = 'people.manage');
CREATE POLICY user_insert ON auth_user FOR INSERT TO marsad_runtime WITH CHECK (person_managed(id::uuid));
CREATE POLICY user_update ON auth_user FOR UPDATE TO marsad_runtime USING (person_managed(id::uuid));
CREATE POLICY account_managed ON auth_account TO marsad_runtime
  USING (person_managed(user_id::uuid)) WITH CHECK (person_managed(user_id::uuid));
CREATE POLICY factor_read ON auth_two_factor FOR SELECT TO marsad_runtime USING (person_managed(user_id::uuid));
CREATE POLICY factor_delete ON auth_two_factor FOR DELETE TO marsad_runtime USING (person_managed(user_id::uuid));
CREATE POLICY session_read ON auth_session FOR SELECT TO marsad_runtime
  USING (user_id = (SELECT scope_person())::text OR person_known(user_id::uuid));
CREATE POLICY session_end ON auth_session FOR DELETE TO marsad_runtime
  USING (user_id = (SELECT scope_person())::text OR person_managed(user_id::uuid));

CREATE POLICY token_read ON api_token FOR SELECT TO marsad_runtime
  USING (person_id = (SELECT scope_person()) OR person_known(person_id));
CREATE POLICY token_insert ON api_token FOR INSERT TO marsad_runtime WITH CHECK (person_id = (SELECT scope_person()));
CREATE POLICY token_end ON api_token FOR UPDATE TO marsad_runtime
  USING (person_id = (SELECT scope_person()) OR person_managed(person_id));
-- Whose it is, what it may do and until when stays as it was made.
REVOKE UPDATE ON api_token FROM marsad_runtime;
GRANT UPDATE (revoked_at, last_used_at) ON api_token TO marsad_runtime;

-- Wrong attempts stand under the name that was typed, or that of the second step.
CREATE FUNCTION person_of_attempts(name text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT p.person_id FROM person p WHERE p.user_name = name),
    (SELECT p.person_id FROM person p WHERE p.person_id::text = substr(name, 13) AND name LIKE 'second-step:%'))
$$;
CREATE POLICY attempts_read ON sign_in_failure FOR SELECT TO marsad_runtime
  USING ((SELECT scope_action()) = 'people.manage' AND person_known(person_of_attempts(user_name)));
CREATE POLICY attempts_forgive ON sign_in_failure FOR DELETE TO marsad_runtime
  USING ((SELECT scope_action()) = 'people.manage' AND person_managed(person_of_attempts(user_name)));

-- At the door nobody is named yet; within an operation what is logged names who does it.
DROP POLICY entry_insert ON audit_entry;
CREATE POLICY entry_insert ON audit_entry FOR INSERT TO marsad_runtime
  WITH CHECK (person_id = (SELECT scope_person()) OR (SELECT scope_door()));

-- Who gives a post here to somebody who serves elsewhere too writes that into their history.
DROP POLICY change_insert ON organisation_change;
CREATE POLICY change_insert ON organisation_change FOR INSERT TO marsad_runtime WITH CHECK (
  author_id = (SELECT scope_person()) AND CASE (SELECT scope_action())
    WHEN 'organisation.manage' THEN subject_kind = 'unit' AND unit_in_scope(subject_id::int)
    WHEN 'people.manage' THEN subject_kind = 'person' AND person_known(subject_id::uuid)
    WHEN 'role.manage' THEN subject_kind = 'role' AND (SELECT every_force_in_scope())
    WHEN 'reference.manage' THEN subject_kind IN ('type', 'disposition', 'limit')
    ELSE false END);

-- A parent is one whoever may see its children.
DO $$ BEGIN
  EXECUTE format($f$
    CREATE FUNCTION incident_has_children(id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $body$
      SELECT EXISTS (SELECT 1 FROM incident c WHERE c.parent_id = id)
        AND EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = id AND %s) $body$ $f$, scope_test('read', 'i'));
END $$;
COMMENT ON FUNCTION incident_has_children IS 'Whether incidents stand under one within the scope, wherever they lie: one level deep is kept, whoever looks';
REVOKE EXECUTE ON FUNCTION incident_has_children FROM PUBLIC;
GRANT EXECUTE ON FUNCTION incident_has_children TO marsad_runtime;
