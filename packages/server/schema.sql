-- Written by "npm run schema" from what the migrations make; a test fails when it is another. Read it, do not run it.

CREATE EXTENSION pg_trgm;

CREATE OR REPLACE FUNCTION public.demand(allowed boolean, what text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
AS $function$ BEGIN
  IF allowed IS NOT TRUE THEN RAISE EXCEPTION 'outside the scope of the transaction: %', what USING ERRCODE = '42501'; END IF;
END $function$;
COMMENT ON FUNCTION demand IS 'Ends the statement as a policy does, for functions that no policy guards';

CREATE OR REPLACE FUNCTION public.every_force_in_scope()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT NOT EXISTS (SELECT 1 FROM org_unit WHERE kind = 'force' AND valid_to IS NULL
    AND NOT (unit_id = ANY (scope_ints('marsad.action_units'))))
$function$;
COMMENT ON FUNCTION every_force_in_scope IS 'Whether the action reaches every force: roles and lists belong to all of them';

CREATE OR REPLACE FUNCTION public.fold_for_search(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT btrim(regexp_replace(
    normalize(regexp_replace(normalize(
      -- What two letters stand for, alef and its kin, Persian letters, digits, tatweel and marks.
      translate(replace(replace(replace(replace(
        lower(translate(normalize(translate($1,
          -- Apostrophes, primes and half rings.
          E'\u0027\u0060\u00B4\u02B0\u02B1\u02B2\u02B3\u02B4\u02B5\u02B6\u02B7\u02B8\u02B9\u02BA\u02BB\u02BC\u02BD\u02BE\u02BF\u02C0\u02C1\u02C8\u02CB\u02EE\u2018\u2019\u201A\u201B\u2032\u2035\uFF07\uA78B\uA78C', ''), NFKC),
          -- The same again, for what compatibility brought out, and signs that are not seen.
          E'\u0027\u0060\u00B4\u02B0\u02B1\u02B2\u02B3\u02B4\u02B5\u02B6\u02B7\u02B8\u02B9\u02BA\u02BB\u02BC\u02BD\u02BE\u02BF\u02C0\u02C1\u02C8\u02CB\u02EE\u2018\u2019\u201A\u201B\u2032\u2035\uFF07\uA78B\uA78C\u00AD\u061C\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF', '')),
        E'\u0153', 'oe'), E'\u00E6', 'ae'), E'\u00DF', 'ss'), E'\u00FE', 'th'),
        E'\u00F8\u0111\u00F0\u0142\u0131\u0671\u06CC\u06A9\u06C1\u06D5\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u06F0\u06F1\u06F2\u06F3\u06F4\u06F5\u06F6\u06F7\u06F8\u06F9\u0622\u0623\u0625\u0649\u0629\u0640\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0610\u0611\u0612\u0613\u0614\u0615\u0616\u0617\u0618\u0619\u061A\u0653\u0654\u0655\u0656\u0657\u0658\u0659\u065A\u065B\u065C\u065D\u065E\u065F\u0670\u06D6\u06D7\u06D8\u06D9\u06DA\u06DB\u06DC\u06DF\u06E0\u06E1\u06E2\u06E3\u06E4\u06E7\u06E8\u06EA\u06EB\u06EC\u06ED',
        E'oddli\u0627\u064A\u0643\u0647\u064701234567890123456789\u0627\u0627\u0627\u064A\u0647'),
      NFD), '[\u0300-\u036F]+', '', 'g'), NFC),
    -- What is no letter, mark or digit, of the scripts that are written here.
    '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u00D7\u00F7\u02C2-\u02C5\u02D2-\u02DF\u02E5-\u02EB\u02ED\u02EF-\u02FF\u0375\u037E\u0384-\u0385\u0387\u03F6\u0482\u055A-\u055F\u0589-\u058F\u05BE\u05C0\u05C3\u05C6\u05F3-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u06DD-\u06DE\u06E9\u06FD-\u06FE\u2000-\u2BFF\u2E00-\u3004\u3008-\u3020\u30FB\uFBB2-\uFBD2\uFD3E-\uFD4F\uFD90-\uFD91\uFDC8-\uFDCF\uFDFC-\uFDFF\uFE10-\uFE19\uFE30-\uFE6B\uFF00-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFFE0-\uFFFD\U0001F000-\U0001FBEF]+',
    ' ', 'g'))
$function$;
COMMENT ON FUNCTION fold_for_search IS 'The form of a text in which words are compared: normaliseForSearch of the contract';

CREATE OR REPLACE FUNCTION public.import_reaches(code text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT EXISTS (SELECT 1 FROM org_unit u WHERE u.kind = 'force' AND u.code = import_reaches.code
     AND u.unit_id = ANY ((SELECT scope_ints('marsad.action_units'))::int[])) $function$;

CREATE OR REPLACE FUNCTION public.incident_has_children(id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      SELECT EXISTS (SELECT 1 FROM incident c WHERE c.parent_id = id)
        AND EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = id AND (
    i.force_id = ANY ((SELECT scope_ints('marsad.read_units'))::int[])
    OR i.room_id = ANY ((SELECT scope_ints('marsad.read_units'))::int[])
    OR i.station_id = ANY ((SELECT scope_ints('marsad.read_units'))::int[])
    OR unit_type_pair(i.force_id, i.type_id) = ANY ((SELECT scope_bigints('marsad.read_pairs'))::bigint[])
    OR unit_type_pair(i.room_id, i.type_id) = ANY ((SELECT scope_bigints('marsad.read_pairs'))::bigint[])
    OR unit_type_pair(i.station_id, i.type_id) = ANY ((SELECT scope_bigints('marsad.read_pairs'))::bigint[])
    OR (i.created_by = (SELECT scope_person()) AND (
         i.force_id = ANY ((SELECT scope_ints('marsad.read_own_units'))::int[])
      OR i.room_id = ANY ((SELECT scope_ints('marsad.read_own_units'))::int[])
      OR i.station_id = ANY ((SELECT scope_ints('marsad.read_own_units'))::int[]))))) $function$;
COMMENT ON FUNCTION incident_has_children IS 'Whether incidents stand under one within the scope, wherever they lie: one level deep is kept, whoever looks';

CREATE OR REPLACE FUNCTION public.incidents_with_words(patterns text[], most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
DECLARE
  readable text := (SELECT string_agg('(' || pg_get_expr(polqual, polrelid) || ')', ' OR ') FROM pg_policy
    WHERE polrelid = 'incident'::regclass AND polpermissive AND polcmd IN ('r', '*') AND 'marsad_runtime'::regrole = ANY (polroles));
  found uuid[];
  held bigint;
BEGIN
  -- The words stand in the statement itself, so that it is planned for them.
  EXECUTE format('SELECT count(*), array_agg(incident_id) FILTER (WHERE %s) FROM (
      SELECT incident_id, force_id, room_id, station_id, type_id, created_by FROM incident WHERE %s LIMIT %s) incident',
    readable, (SELECT string_agg(format('search_text LIKE %L', pattern), ' AND ') FROM unnest(patterns) pattern), most + 1)
  INTO held, found;
  RETURN CASE WHEN held > most THEN NULL ELSE coalesce(found, '{}') END;
END $function$;
COMMENT ON FUNCTION incidents_with_words IS 'Incidents within the scope whose words fit every pattern; NULL when more than `most` of the whole table do: then a list is gone through from its end';

CREATE OR REPLACE FUNCTION public.involved_people_count(id uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        SELECT count(*)::int FROM involved_person e WHERE e.incident_id = id AND NOT e.withdrawn
          AND NOT EXISTS (SELECT 1 FROM involved_person n WHERE n.incident_id = id AND n.corrects = e.involved_id)
          AND EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = id AND (
    i.force_id = ANY ((SELECT scope_ints('marsad.read_units'))::int[])
    OR i.room_id = ANY ((SELECT scope_ints('marsad.read_units'))::int[])
    OR i.station_id = ANY ((SELECT scope_ints('marsad.read_units'))::int[])
    OR unit_type_pair(i.force_id, i.type_id) = ANY ((SELECT scope_bigints('marsad.read_pairs'))::bigint[])
    OR unit_type_pair(i.room_id, i.type_id) = ANY ((SELECT scope_bigints('marsad.read_pairs'))::bigint[])
    OR unit_type_pair(i.station_id, i.type_id) = ANY ((SELECT scope_bigints('marsad.read_pairs'))::bigint[])
    OR (i.created_by = (SELECT scope_person()) AND (
         i.force_id = ANY ((SELECT scope_ints('marsad.read_own_units'))::int[])
      OR i.room_id = ANY ((SELECT scope_ints('marsad.read_own_units'))::int[])
      OR i.station_id = ANY ((SELECT scope_ints('marsad.read_own_units'))::int[]))))) $function$;

CREATE OR REPLACE FUNCTION public.involved_vehicle_count(id uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        SELECT count(*)::int FROM involved_vehicle e WHERE e.incident_id = id AND NOT e.withdrawn
          AND NOT EXISTS (SELECT 1 FROM involved_vehicle n WHERE n.incident_id = id AND n.corrects = e.involved_id)
          AND EXISTS (SELECT 1 FROM incident i WHERE i.incident_id = id AND (
    i.force_id = ANY ((SELECT scope_ints('marsad.read_units'))::int[])
    OR i.room_id = ANY ((SELECT scope_ints('marsad.read_units'))::int[])
    OR i.station_id = ANY ((SELECT scope_ints('marsad.read_units'))::int[])
    OR unit_type_pair(i.force_id, i.type_id) = ANY ((SELECT scope_bigints('marsad.read_pairs'))::bigint[])
    OR unit_type_pair(i.room_id, i.type_id) = ANY ((SELECT scope_bigints('marsad.read_pairs'))::bigint[])
    OR unit_type_pair(i.station_id, i.type_id) = ANY ((SELECT scope_bigints('marsad.read_pairs'))::bigint[])
    OR (i.created_by = (SELECT scope_person()) AND (
         i.force_id = ANY ((SELECT scope_ints('marsad.read_own_units'))::int[])
      OR i.room_id = ANY ((SELECT scope_ints('marsad.read_own_units'))::int[])
      OR i.station_id = ANY ((SELECT scope_ints('marsad.read_own_units'))::int[]))))) $function$;

CREATE OR REPLACE FUNCTION public.mapping_reaches(code text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT (SELECT scope_action()) = 'import.run' AND (import_reaches(code) OR every_force_in_scope())
$function$;

CREATE OR REPLACE FUNCTION public.patrol_home(patrol integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(station_id, room_id) FROM patrol_unit WHERE patrol_unit_id = patrol $function$;
COMMENT ON FUNCTION patrol_home IS 'The unit that a patrol unit belongs to: its station, or its room';

CREATE OR REPLACE FUNCTION public.person_in_scope(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT NOT EXISTS (SELECT 1 FROM post p WHERE p.person_id = person AND (p.valid_to IS NULL OR p.valid_to >= current_date - 1)
    AND NOT unit_in_scope(p.unit_id))
$function$;
COMMENT ON FUNCTION person_in_scope IS 'Whether every post a person holds or will hold lies in the area: who may change them';

CREATE OR REPLACE FUNCTION public.person_known(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT scope_action() = 'people.manage' AND (person_in_scope(person) OR person_within(person))
$function$;
COMMENT ON FUNCTION person_known IS 'Whether the transaction administers people where this one serves or served: who may look at their account';

CREATE OR REPLACE FUNCTION public.person_managed(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT scope_action() = 'people.manage' AND person_in_scope(person)
$function$;
COMMENT ON FUNCTION person_managed IS 'Whether the transaction administers everything that this person holds: who may change their account';

CREATE OR REPLACE FUNCTION public.person_of_attempts(name text)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce((SELECT p.person_id FROM person p WHERE p.user_name = name),
    (SELECT p.person_id FROM person p WHERE p.person_id::text = substr(name, 13) AND name LIKE 'second-step:%'))
$function$;

CREATE OR REPLACE FUNCTION public.person_serves(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (SELECT 1 FROM person p WHERE p.person_id = person AND p.active AND p.locked_at IS NULL
    AND (p.valid_to IS NULL OR p.valid_to >= (now() AT TIME ZONE coalesce(
      (SELECT u.time_zone FROM post o JOIN org_unit u USING (unit_id) WHERE o.person_id = p.person_id
       ORDER BY o.valid_from DESC, o.post_id LIMIT 1), 'UTC'))::date))
$function$;
COMMENT ON FUNCTION person_serves IS 'Whether a person may sign in and act: in service on this day where they work, and not locked';

CREATE OR REPLACE FUNCTION public.person_within(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT CASE WHEN EXISTS (SELECT 1 FROM post p WHERE p.person_id = person)
    THEN EXISTS (SELECT 1 FROM post p WHERE p.person_id = person AND unit_in_scope(p.unit_id))
    ELSE every_force_in_scope() END
$function$;
COMMENT ON FUNCTION person_within IS 'Whether a person holds or held a post in the area: who may read about them';

CREATE OR REPLACE FUNCTION public.queue_for_sealing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO audit_unsealed VALUES (NEW.audit_id); RETURN NULL; END $function$;

CREATE OR REPLACE FUNCTION public.renew_due(force integer, at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
COMMENT ON FUNCTION renew_due IS 'Makes the incidents of a force that nobody has reached yet due by its limits as they are; returns how many are due at another time, which changed at that moment';

CREATE OR REPLACE FUNCTION public.request_job(task text, payload jsonb, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  PERFORM demand(CASE task
    WHEN 'verify_audit' THEN scope_action() = 'audit.read'
    WHEN 'import' THEN scope_action() = 'import.run' AND (payload ->> 'personId')::uuid = scope_person()
    ELSE false END, 'job ' || task);
  PERFORM graphile_worker.add_job(identifier := task, payload := payload::json, queue_name := task, max_attempts := 3, job_key := request_job.job_key);
END $function$;

CREATE OR REPLACE FUNCTION public.request_job_at(task text, payload jsonb, job_key text, run_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  PERFORM demand(task = 'open_scheduled' AND scope_action() = 'incident.log' AND (payload ->> 'personId')::uuid = scope_person(), 'job ' || task);
  PERFORM graphile_worker.add_job(identifier := task, payload := payload::json, max_attempts := 12,
    job_key := request_job_at.job_key, run_at := request_job_at.run_at);
END $function$;

CREATE OR REPLACE FUNCTION public.scope_action()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(current_setting('marsad.action', true), '') $function$;
COMMENT ON FUNCTION scope_action IS 'The action that the transaction was opened for; empty when none';

CREATE OR REPLACE FUNCTION public.scope_bigints(setting text)
 RETURNS bigint[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting(setting, true), ''), '{}')::bigint[] $function$;

CREATE OR REPLACE FUNCTION public.scope_door()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  SELECT coalesce(current_setting('marsad.door', true), '') = 'on'
$function$;
COMMENT ON FUNCTION scope_door IS 'Whether the connection serves the door: set when it is made, never within an operation';

CREATE OR REPLACE FUNCTION public.scope_forces()
 RETURNS integer[]
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce(array_agg(DISTINCT force_id), '{}') FROM org_unit
  WHERE unit_id = ANY (scope_ints('marsad.action_units') || scope_ints('marsad.read_units') || scope_ints('marsad.read_own_units'))
    OR unit_id = ANY (SELECT (pair >> 32)::int FROM unnest(scope_bigints('marsad.read_pairs')) AS pair)
$function$;
COMMENT ON FUNCTION scope_forces IS 'The forces that the scope of the transaction reaches into';

CREATE OR REPLACE FUNCTION public.scope_forces_rooms()
 RETURNS integer[]
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce(array_agg(unit_id), '{}') FROM org_unit WHERE force_id = ANY (scope_forces()) AND kind <> 'station'
$function$;
COMMENT ON FUNCTION scope_forces_rooms IS 'The rooms of every force that the scope of the transaction reaches into';

CREATE OR REPLACE FUNCTION public.scope_holds_force()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (SELECT 1 FROM org_unit WHERE kind = 'force' AND unit_id = ANY (scope_ints('marsad.action_units')))
$function$;
COMMENT ON FUNCTION scope_holds_force IS 'Whether the action reaches a whole force: who may change the public gazetteer';

CREATE OR REPLACE FUNCTION public.scope_ints(setting text)
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting(setting, true), ''), '{}')::int[] $function$;

CREATE OR REPLACE FUNCTION public.scope_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('marsad.person_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.scope_rooms(mode text)
 RETURNS integer[]
 LANGUAGE sql
 STABLE
AS $function$
  WITH named AS (
    SELECT unnest(scope_ints('marsad.' || mode || '_units') || scope_ints('marsad.' || mode || '_own_units')) AS unit_id
    UNION SELECT (pair >> 32)::int FROM unnest(scope_bigints('marsad.' || mode || '_pairs')) AS pair
  )
  SELECT coalesce(array_agg(unit_id), '{}') FROM (
    SELECT unit_id FROM named
    UNION SELECT u.unit_id FROM org_unit u JOIN named n ON n.unit_id = u.force_id
    UNION SELECT u.parent_id FROM org_unit u JOIN named n ON n.unit_id = u.unit_id WHERE u.kind = 'station'
  ) reached
$function$;
COMMENT ON FUNCTION scope_rooms IS 'The rooms that the scope of a mode (read, write) reaches into, whole or in part';

CREATE OR REPLACE FUNCTION public.scope_test(mode text, i text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT format($f$(
    %2$s.force_id = ANY ((SELECT scope_ints('marsad.%1$s_units'))::int[])
    OR %2$s.room_id = ANY ((SELECT scope_ints('marsad.%1$s_units'))::int[])
    OR %2$s.station_id = ANY ((SELECT scope_ints('marsad.%1$s_units'))::int[])
    OR unit_type_pair(%2$s.force_id, %2$s.type_id) = ANY ((SELECT scope_bigints('marsad.%1$s_pairs'))::bigint[])
    OR unit_type_pair(%2$s.room_id, %2$s.type_id) = ANY ((SELECT scope_bigints('marsad.%1$s_pairs'))::bigint[])
    OR unit_type_pair(%2$s.station_id, %2$s.type_id) = ANY ((SELECT scope_bigints('marsad.%1$s_pairs'))::bigint[])
    OR (%2$s.created_by = (SELECT scope_person()) AND (
         %2$s.force_id = ANY ((SELECT scope_ints('marsad.%1$s_own_units'))::int[])
      OR %2$s.room_id = ANY ((SELECT scope_ints('marsad.%1$s_own_units'))::int[])
      OR %2$s.station_id = ANY ((SELECT scope_ints('marsad.%1$s_own_units'))::int[]))))$f$, mode, i)
$function$;
COMMENT ON FUNCTION scope_test IS 'Text of the test whether an incident (alias i) lies in the scope of a mode; for making policies alone';

CREATE OR REPLACE FUNCTION public.scope_under()
 RETURNS integer[]
 LANGUAGE sql
 STABLE
AS $function$
  WITH RECURSIVE down AS (
    SELECT unit_id FROM org_unit WHERE unit_id = ANY (scope_ints('marsad.action_units'))
    UNION SELECT c.unit_id FROM org_unit c JOIN down d ON d.unit_id = c.parent_id
  )
  SELECT coalesce(array_agg(unit_id), '{}') FROM down
$function$;
COMMENT ON FUNCTION scope_under IS 'Every unit in the area of the transaction''s action: those it names and all under them';

CREATE OR REPLACE FUNCTION public.scope_uuids(setting text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting(setting, true), ''), '{}')::uuid[] $function$;

CREATE OR REPLACE FUNCTION public.search_places(asked text, keys text[], box double precision[], most integer)
 RETURNS TABLE(place_id bigint, name_ar text, name_en text, name_fr text, kind text, population integer, longitude double precision, latitude double precision, radius_metres integer, own boolean, names text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  -- The values stand in the statement itself, so that it is planned for them. Names are looked up first, whatever the
  -- planner believes: going through places by size until a name fits takes seconds where statistics are old.
  pick text := format('SELECT p.place_id FROM n JOIN place p USING (place_id)
    WHERE p.active AND (p.force_id IS NULL OR p.force_id = ANY (%L::int[]))%s', scope_forces(),
    CASE WHEN box IS NULL THEN '' ELSE format(' AND p.longitude BETWEEN %s AND %s AND p.latitude BETWEEN %s AND %s', box[1], box[3], box[2], box[4]) END);
  named text := '(WITH n AS MATERIALIZED (SELECT place_id FROM place_name WHERE %s) %s ORDER BY p.population DESC, p.place_id LIMIT %s)';
  sure text := format(named, format('normalised LIKE %L OR normalised LIKE %L', asked || '%', 'ال' || asked || '%'), pick, most);
  found bigint[];
  likely bigint[];
BEGIN
  IF cardinality(keys) > 0 THEN
    sure := sure || ' UNION ' || format(named, format('skeletons && %L::text[]', keys), pick, most);
  END IF;
  IF length(asked) >= 3 THEN
    sure := sure || ' UNION ' || format(named, format('normalised LIKE %L OR normalised LIKE %L', '% ' || asked || '%', '% ال' || asked || '%'), pick, most);
  END IF;
  EXECUTE format('SELECT array_agg(m.place_id) FROM (%s) m', sure) INTO found;
  -- Likeness by trigrams costs most and is the weakest sign: asked for only where the surer ones find little.
  IF length(asked) >= 3 AND coalesce(cardinality(found), 0) < 10 THEN
    EXECUTE format('WITH n AS MATERIALIZED (SELECT place_id FROM place_name WHERE normalised %% %L ORDER BY similarity(normalised, %L) DESC, place_id LIMIT 300)
      SELECT array_agg(m.place_id) FROM (%s LIMIT %s) m', asked, asked, pick, most / 2) INTO likely;
  END IF;
  RETURN QUERY SELECT p.place_id, p.name_ar, p.name_en, p.name_fr, p.kind, p.population, p.longitude, p.latitude,
      p.radius_metres, p.force_id IS NOT NULL, ARRAY(SELECT n.name FROM place_name n WHERE n.place_id = p.place_id ORDER BY n.name_id)
    FROM place p WHERE p.place_id = ANY (found || likely);
END $function$;
COMMENT ON FUNCTION search_places IS 'Candidates for a typed place: by prefix, word, skeleton and trigrams, within what the scope may see; box is west, south, east, north';

CREATE OR REPLACE FUNCTION public.unit_in_scope(unit integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  WITH RECURSIVE up AS (
    SELECT u.unit_id, u.parent_id FROM org_unit u WHERE u.unit_id = unit
    UNION SELECT p.unit_id, p.parent_id FROM org_unit p JOIN up ON p.unit_id = up.parent_id
  )
  SELECT EXISTS (SELECT 1 FROM up WHERE up.unit_id = ANY (scope_ints('marsad.action_units')))
$function$;
COMMENT ON FUNCTION unit_in_scope IS 'Whether a unit lies in the area of the transaction''s action: it or one above it';

CREATE OR REPLACE FUNCTION public.unit_in_use(unit integer, day date)
 RETURNS TABLE(children integer, posts integer, incidents integer, patrol_units integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN
  PERFORM demand(scope_action() = 'organisation.manage' AND unit_in_scope(unit), 'unit_in_use');
  RETURN QUERY SELECT * FROM unit_in_use_anywhere(unit, day);
END $function$;

CREATE OR REPLACE FUNCTION public.unit_in_use_anywhere(unit integer, day date)
 RETURNS TABLE(children integer, posts integer, incidents integer, patrol_units integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT
    (SELECT count(*)::int FROM org_unit WHERE parent_id = unit AND (valid_to IS NULL OR valid_to > day)),
    (SELECT count(*)::int FROM post WHERE unit_id = unit AND (valid_to IS NULL OR valid_to > day)),
    -- By the rooms of the force, so that the board's index of what is open serves a station too.
    (SELECT count(*)::int FROM incident i WHERE (i.room_id = unit OR i.station_id = unit)
      AND i.status IN ('scheduled','open','dispatched','on_scene','on_hold','resolved')
      AND i.room_id IN (SELECT r.unit_id FROM org_unit r JOIN org_unit u USING (force_id) WHERE u.unit_id = unit)),
    (SELECT count(*)::int FROM patrol_unit WHERE (room_id = unit OR station_id = unit) AND active)
$function$;

CREATE OR REPLACE FUNCTION public.unit_parent_before(unit integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ SELECT parent_id FROM org_unit WHERE unit_id = unit $function$;
COMMENT ON FUNCTION unit_parent_before IS 'The parent of a unit as the statement found it: of an update, what it was before';

CREATE OR REPLACE FUNCTION public.unit_type_pair(unit_id integer, type_id integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT (unit_id::bigint << 32) | type_id::bigint $function$;
COMMENT ON FUNCTION unit_type_pair IS 'One number for a unit and a type, so that a right limited to types is one array';

CREATE TABLE api_token (
  token_id uuid NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL,
  secret_digest bytea NOT NULL,
  actions text[],
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  CONSTRAINT api_token_pkey PRIMARY KEY (token_id),
  CONSTRAINT api_token_secret_digest_key UNIQUE (secret_digest),
  CONSTRAINT api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);
COMMENT ON TABLE api_token IS 'Means of programs to act for a person. The secret itself is never sent to the server when it is made: only its digest';
COMMENT ON COLUMN api_token.secret_digest IS 'SHA-256 of the whole token; a token holds 256 random bits, so that a plain digest is enough';
COMMENT ON COLUMN api_token.actions IS 'NULL: all actions of the person; else only these (a token never has more rights than its person)';
CREATE INDEX api_token_person ON public.api_token USING btree (person_id, token_id);
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_token FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON api_token FOR ALL TO marsad_runtime
  USING ( SELECT scope_door() AS scope_door)
  WITH CHECK ( SELECT scope_door() AS scope_door);
CREATE POLICY owner_works ON api_token FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY token_end ON api_token FOR UPDATE TO marsad_runtime
  USING ((person_id = ( SELECT scope_person() AS scope_person)) OR person_managed(person_id));
CREATE POLICY token_insert ON api_token FOR INSERT TO marsad_runtime
  WITH CHECK (person_id = ( SELECT scope_person() AS scope_person));
CREATE POLICY token_read ON api_token FOR SELECT TO marsad_runtime
  USING ((person_id = ( SELECT scope_person() AS scope_person)) OR person_known(person_id));
GRANT INSERT, SELECT, UPDATE (revoked_at, last_used_at) ON api_token TO marsad_runtime;

CREATE TABLE assignment (
  incident_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  patrol_unit_id integer NOT NULL,
  status text NOT NULL,
  lead boolean NOT NULL DEFAULT false,
  assigned_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  en_route_at timestamp with time zone,
  on_scene_at timestamp with time zone,
  transport_started_at timestamp with time zone,
  transport_arrived_at timestamp with time zone,
  cleared_at timestamp with time zone,
  stood_down_reason text,
  source_key text,
  source_digest bytea,
  made_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT assignment_pkey PRIMARY KEY (incident_id, assignment_id),
  CONSTRAINT assignment_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'assigned'::text, 'acknowledged'::text, 'en_route'::text, 'on_scene'::text, 'transporting'::text, 'cleared'::text, 'stood_down'::text]))),
  CONSTRAINT assignment_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id),
  CONSTRAINT assignment_patrol_unit_id_fkey FOREIGN KEY (patrol_unit_id) REFERENCES patrol_unit(patrol_unit_id)
);
CREATE INDEX assignment_active_unit ON public.assignment USING btree (patrol_unit_id) WHERE (status <> ALL (ARRAY['cleared'::text, 'stood_down'::text]));
CREATE UNIQUE INDEX assignment_source ON public.assignment USING btree (incident_id, source_key) WHERE (source_key IS NOT NULL);
ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment FORCE ROW LEVEL SECURITY;
CREATE POLICY child_insert ON assignment FOR INSERT TO marsad_runtime
  WITH CHECK (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = assignment.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY child_read ON assignment FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE (i.incident_id = assignment.incident_id)));
CREATE POLICY child_update ON assignment FOR UPDATE TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = assignment.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY owner_works ON assignment FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT, UPDATE ON assignment TO marsad_runtime;

CREATE TABLE attachment (
  incident_id uuid NOT NULL,
  attachment_id uuid NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  byte_count bigint NOT NULL,
  sha256 bytea NOT NULL,
  added_by uuid,
  made_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawal_reason text,
  CONSTRAINT attachment_pkey PRIMARY KEY (incident_id, attachment_id),
  CONSTRAINT attachment_check CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))),
  CONSTRAINT attachment_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id)
);
COMMENT ON TABLE attachment IS 'The bytes stand in the data folder under their SHA-256';
COMMENT ON COLUMN attachment.withdrawn_at IS 'When it was withdrawn: the row stays, its bytes are served to nobody and removed where no other attachment has them';
CREATE INDEX attachment_sha256 ON public.attachment USING btree (sha256) WHERE (withdrawn_at IS NULL);
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment FORCE ROW LEVEL SECURITY;
CREATE POLICY child_insert ON attachment FOR INSERT TO marsad_runtime
  WITH CHECK (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = attachment.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY child_read ON attachment FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE (i.incident_id = attachment.incident_id)));
CREATE POLICY child_update ON attachment FOR UPDATE TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = attachment.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY owner_reads ON attachment FOR SELECT TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY owner_works ON attachment FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT, UPDATE (withdrawn_at, withdrawn_by, withdrawal_reason) ON attachment TO marsad_runtime;

CREATE TABLE audit_entry (
  audit_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at timestamp with time zone NOT NULL,
  kind text NOT NULL,
  action text NOT NULL,
  person_id uuid,
  post_id uuid,
  unit_id integer,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  fields text[] NOT NULL DEFAULT '{}'::text[],
  value_digest bytea,
  reason text,
  recipient text,
  source_address text,
  command_id uuid,
  token_id uuid,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (audit_id),
  CONSTRAINT audit_entry_kind_check CHECK ((kind = ANY (ARRAY['collection'::text, 'alteration'::text, 'consultation'::text, 'disclosure'::text, 'combination'::text, 'erasure'::text, 'access'::text, 'administration'::text])))
);
COMMENT ON TABLE audit_entry IS 'Append-only log of use. Ids, field names and keyed digests only, never the values themselves';
COMMENT ON COLUMN audit_entry.value_digest IS 'HMAC-SHA-256 of the written values under the audit key: proves what was written without holding it';
COMMENT ON COLUMN audit_entry.token_id IS 'The token by which a program acted for the person; NULL when the person did it at a screen or terminal';
CREATE INDEX audit_entry_action ON public.audit_entry USING btree (action, at, audit_id);
CREATE INDEX audit_entry_at ON public.audit_entry USING btree (at, audit_id);
CREATE INDEX audit_entry_kind ON public.audit_entry USING btree (kind, at, audit_id);
CREATE INDEX audit_entry_person ON public.audit_entry USING btree (person_id, at, audit_id);
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (subject_kind, subject_id, audit_id);
CREATE INDEX audit_entry_unit ON public.audit_entry USING btree (unit_id, at, audit_id) WHERE (unit_id IS NOT NULL);
CREATE TRIGGER audit_entry_queue AFTER INSERT ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION queue_for_sealing();
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY entry_insert ON audit_entry FOR INSERT TO marsad_runtime
  WITH CHECK ((person_id = ( SELECT scope_person() AS scope_person)) OR ( SELECT scope_door() AS scope_door));
CREATE POLICY entry_read ON audit_entry FOR SELECT TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'audit.read'::text) AND (( SELECT every_force_in_scope() AS every_force_in_scope) OR (unit_id = ANY (( SELECT scope_under() AS scope_under)::integer[])) OR ((unit_id IS NULL) AND (EXISTS ( SELECT 1
   FROM post o
  WHERE ((o.person_id = audit_entry.person_id) AND (o.unit_id = ANY (( SELECT scope_under() AS scope_under)::integer[])) AND (o.valid_from <= (audit_entry.at)::date) AND ((o.valid_to IS NULL) OR (o.valid_to >= (audit_entry.at)::date))))))));
CREATE POLICY owner_works ON audit_entry FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT INSERT, SELECT ON audit_entry TO marsad_runtime;

CREATE TABLE audit_seal (
  "position" bigint NOT NULL,
  audit_id bigint NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamp with time zone NOT NULL,
  CONSTRAINT audit_seal_pkey PRIMARY KEY ("position"),
  CONSTRAINT audit_seal_audit_id_key UNIQUE (audit_id),
  CONSTRAINT audit_seal_audit_id_fkey FOREIGN KEY (audit_id) REFERENCES audit_entry(audit_id)
);
COMMENT ON TABLE audit_seal IS 'Insert-only hash chain over audit entries: hash = HMAC(key, previous_hash || entry), key outside the database';
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
CREATE POLICY chain_read ON audit_seal FOR SELECT TO marsad_runtime
  USING (( SELECT scope_action() AS scope_action) = 'audit.read'::text);
CREATE POLICY owner_works ON audit_seal FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT SELECT ON audit_seal TO marsad_runtime;

CREATE TABLE audit_unsealed (
  audit_id bigint NOT NULL,
  CONSTRAINT audit_unsealed_pkey PRIMARY KEY (audit_id)
);
COMMENT ON TABLE audit_unsealed IS 'Committed entries that the sequencer has not sealed yet; filled by a trigger, emptied by the sequencer';
ALTER TABLE audit_unsealed ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_unsealed FORCE ROW LEVEL SECURITY;
CREATE POLICY chain_read ON audit_unsealed FOR SELECT TO marsad_runtime
  USING (( SELECT scope_action() AS scope_action) = 'audit.read'::text);
CREATE POLICY owner_works ON audit_unsealed FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT SELECT ON audit_unsealed TO marsad_runtime;

CREATE TABLE audit_verification (
  verification_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  verified_at timestamp with time zone NOT NULL,
  whole boolean NOT NULL,
  sealed bigint NOT NULL,
  broken_at bigint,
  fault text,
  CONSTRAINT audit_verification_pkey PRIMARY KEY (verification_id),
  CONSTRAINT audit_verification_check CHECK ((whole = (broken_at IS NULL))),
  CONSTRAINT audit_verification_check1 CHECK ((whole = (fault IS NULL)))
);
COMMENT ON TABLE audit_verification IS 'Each walk along the chain and what it found; a note for the reader, not a proof: the proof is to walk it again';
COMMENT ON COLUMN audit_verification.sealed IS 'How many links were whole before the end or the first fault';
ALTER TABLE audit_verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_verification FORCE ROW LEVEL SECURITY;
CREATE POLICY chain_read ON audit_verification FOR SELECT TO marsad_runtime
  USING (( SELECT scope_action() AS scope_action) = 'audit.read'::text);
CREATE POLICY owner_works ON audit_verification FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT SELECT ON audit_verification TO marsad_runtime;

CREATE TABLE auth_account (
  id text NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id text NOT NULL,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT auth_account_pkey PRIMARY KEY (id),
  CONSTRAINT auth_account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_account_user ON public.auth_account USING btree (user_id);
ALTER TABLE auth_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_account FORCE ROW LEVEL SECURITY;
CREATE POLICY account_managed ON auth_account FOR ALL TO marsad_runtime
  USING person_managed((user_id)::uuid)
  WITH CHECK person_managed((user_id)::uuid);
CREATE POLICY door ON auth_account FOR ALL TO marsad_runtime
  USING ( SELECT scope_door() AS scope_door)
  WITH CHECK ( SELECT scope_door() AS scope_door);
CREATE POLICY owner_works ON auth_account FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_account TO marsad_runtime;

CREATE TABLE auth_rate_limit (
  id text NOT NULL,
  key text,
  count integer,
  last_request bigint,
  CONSTRAINT auth_rate_limit_pkey PRIMARY KEY (id),
  CONSTRAINT auth_rate_limit_key_key UNIQUE (key)
);
ALTER TABLE auth_rate_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_rate_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON auth_rate_limit FOR ALL TO marsad_runtime
  USING ( SELECT scope_door() AS scope_door)
  WITH CHECK ( SELECT scope_door() AS scope_door);
CREATE POLICY owner_works ON auth_rate_limit FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_rate_limit TO marsad_runtime;

CREATE TABLE auth_session (
  id text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  token text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  ip_address text,
  user_agent text,
  user_id text NOT NULL,
  CONSTRAINT auth_session_pkey PRIMARY KEY (id),
  CONSTRAINT auth_session_token_key UNIQUE (token),
  CONSTRAINT auth_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_session_user ON public.auth_session USING btree (user_id);
ALTER TABLE auth_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_session FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON auth_session FOR ALL TO marsad_runtime
  USING ( SELECT scope_door() AS scope_door)
  WITH CHECK ( SELECT scope_door() AS scope_door);
CREATE POLICY owner_works ON auth_session FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY session_end ON auth_session FOR DELETE TO marsad_runtime
  USING ((user_id = (( SELECT scope_person() AS scope_person))::text) OR person_managed((user_id)::uuid));
CREATE POLICY session_read ON auth_session FOR SELECT TO marsad_runtime
  USING ((user_id = (( SELECT scope_person() AS scope_person))::text) OR person_known((user_id)::uuid));
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_session TO marsad_runtime;

CREATE TABLE auth_two_factor (
  id text NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  user_id text NOT NULL,
  verified boolean DEFAULT true,
  failed_verification_count integer DEFAULT 0,
  locked_until timestamp with time zone,
  CONSTRAINT auth_two_factor_pkey PRIMARY KEY (id),
  CONSTRAINT auth_two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_user(id) ON DELETE CASCADE
);
CREATE INDEX auth_two_factor_user ON public.auth_two_factor USING btree (user_id);
ALTER TABLE auth_two_factor ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_two_factor FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON auth_two_factor FOR ALL TO marsad_runtime
  USING ( SELECT scope_door() AS scope_door)
  WITH CHECK ( SELECT scope_door() AS scope_door);
CREATE POLICY factor_delete ON auth_two_factor FOR DELETE TO marsad_runtime
  USING person_managed((user_id)::uuid);
CREATE POLICY factor_read ON auth_two_factor FOR SELECT TO marsad_runtime
  USING person_managed((user_id)::uuid);
CREATE POLICY owner_works ON auth_two_factor FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_two_factor TO marsad_runtime;

CREATE TABLE auth_user (
  id text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  username text,
  display_username text,
  two_factor_enabled boolean DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  password_temporary boolean NOT NULL DEFAULT false,
  CONSTRAINT auth_user_pkey PRIMARY KEY (id),
  CONSTRAINT auth_user_email_key UNIQUE (email),
  CONSTRAINT auth_user_username_key UNIQUE (username)
);
COMMENT ON TABLE auth_user IS 'Sign-in account of a person; id is the person id. email is a placeholder the sign-in library demands';
COMMENT ON COLUMN auth_user.password_temporary IS 'The password was set by an administrator: until its person has chosen their own, a session opens nothing else';
ALTER TABLE auth_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_user FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON auth_user FOR ALL TO marsad_runtime
  USING ( SELECT scope_door() AS scope_door)
  WITH CHECK ( SELECT scope_door() AS scope_door);
CREATE POLICY owner_works ON auth_user FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY user_insert ON auth_user FOR INSERT TO marsad_runtime
  WITH CHECK person_managed((id)::uuid);
CREATE POLICY user_read ON auth_user FOR SELECT TO marsad_runtime
  USING ((id = (( SELECT scope_person() AS scope_person))::text) OR (( SELECT scope_action() AS scope_action) = 'people.manage'::text));
CREATE POLICY user_update ON auth_user FOR UPDATE TO marsad_runtime
  USING person_managed((id)::uuid);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_user TO marsad_runtime;

CREATE TABLE auth_verification (
  id text NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone DEFAULT now(),
  updated_at timestamp with time zone DEFAULT now(),
  CONSTRAINT auth_verification_pkey PRIMARY KEY (id)
);
CREATE INDEX auth_verification_identifier ON public.auth_verification USING btree (identifier);
ALTER TABLE auth_verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_verification FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON auth_verification FOR ALL TO marsad_runtime
  USING ( SELECT scope_door() AS scope_door)
  WITH CHECK ( SELECT scope_door() AS scope_door);
CREATE POLICY owner_works ON auth_verification FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT DELETE, INSERT, SELECT, UPDATE ON auth_verification TO marsad_runtime;

CREATE TABLE break_glass (
  grant_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reason text NOT NULL,
  granted_at timestamp with time zone NOT NULL,
  until timestamp with time zone NOT NULL,
  CONSTRAINT break_glass_pkey PRIMARY KEY (grant_id),
  CONSTRAINT break_glass_reason_check CHECK ((length(reason) >= 10)),
  CONSTRAINT break_glass_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id),
  CONSTRAINT break_glass_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);
CREATE INDEX break_glass_person ON public.break_glass USING btree (person_id, until);
ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
CREATE POLICY break_glass_insert ON break_glass FOR INSERT TO marsad_runtime
  WITH CHECK ((person_id = ( SELECT scope_person() AS scope_person)) AND (( SELECT scope_action() AS scope_action) = 'people.break_glass'::text) AND (until <= (granted_at + '01:00:00'::interval)) AND (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = break_glass.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])))))))));
CREATE POLICY break_glass_own ON break_glass FOR SELECT TO marsad_runtime
  USING (person_id = ( SELECT scope_person() AS scope_person));
CREATE POLICY owner_works ON break_glass FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT ON break_glass TO marsad_runtime;

CREATE TABLE call (
  incident_id uuid NOT NULL,
  call_id uuid NOT NULL,
  channel text NOT NULL,
  started_at timestamp with time zone,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  taken_by uuid,
  made_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT call_pkey PRIMARY KEY (incident_id, call_id),
  CONSTRAINT call_channel_check CHECK ((channel = ANY (ARRAY['telephone'::text, 'radio'::text, 'walk_in'::text, 'patrol'::text, 'sensor'::text, 'other_force'::text]))),
  CONSTRAINT call_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id)
);
ALTER TABLE call ENABLE ROW LEVEL SECURITY;
ALTER TABLE call FORCE ROW LEVEL SECURITY;
CREATE POLICY child_insert ON call FOR INSERT TO marsad_runtime
  WITH CHECK (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = call.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY child_read ON call FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE (i.incident_id = call.incident_id)));
CREATE POLICY child_update ON call FOR UPDATE TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = call.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY owner_works ON call FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT ON call TO marsad_runtime;

CREATE TABLE command (
  command_id uuid NOT NULL,
  name text NOT NULL,
  person_id uuid NOT NULL,
  post_id uuid,
  device_id text,
  request_digest bytea,
  response jsonb NOT NULL,
  made_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL,
  CONSTRAINT command_pkey PRIMARY KEY (command_id)
);
COMMENT ON TABLE command IS 'Every accepted command by the id its client made: the same id again returns the first answer';
COMMENT ON COLUMN command.request_digest IS 'HMAC-SHA-256 of the canonical request under the audit key: the same id with other content is a conflict. NULL for commands of older versions';
COMMENT ON COLUMN command.made_at IS 'When the person did it; earlier than received_at when made offline';
ALTER TABLE command ENABLE ROW LEVEL SECURITY;
ALTER TABLE command FORCE ROW LEVEL SECURITY;
CREATE POLICY command_insert ON command FOR INSERT TO marsad_runtime
  WITH CHECK (person_id = ( SELECT scope_person() AS scope_person));
CREATE POLICY command_own ON command FOR SELECT TO marsad_runtime
  USING (person_id = ( SELECT scope_person() AS scope_person));
CREATE POLICY owner_works ON command FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT INSERT, SELECT ON command TO marsad_runtime;

CREATE TABLE disposition (
  disposition_id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  code text NOT NULL,
  name_ar text NOT NULL,
  name_en text NOT NULL,
  name_fr text NOT NULL,
  offence_recorded boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT disposition_pkey PRIMARY KEY (disposition_id),
  CONSTRAINT disposition_code_key UNIQUE (code)
);
COMMENT ON COLUMN disposition.version IS 'Rises with each change by who administers it; a change made on an older one is a conflict';
ALTER TABLE disposition ENABLE ROW LEVEL SECURITY;
ALTER TABLE disposition FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON disposition FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY list_insert ON disposition FOR INSERT TO marsad_runtime
  WITH CHECK 
CASE ( SELECT scope_action() AS scope_action)
    WHEN 'reference.manage'::text THEN ( SELECT every_force_in_scope() AS every_force_in_scope)
    WHEN 'import.run'::text THEN ( SELECT scope_holds_force() AS scope_holds_force)
    ELSE false
END;
CREATE POLICY list_update ON disposition FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'reference.manage'::text) AND ( SELECT every_force_in_scope() AS every_force_in_scope));
CREATE POLICY owner_works ON disposition FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT INSERT, SELECT, UPDATE ON disposition TO marsad_runtime;

CREATE TABLE event (
  "position" bigint NOT NULL,
  outbox_id bigint NOT NULL,
  kind text NOT NULL,
  incident_id uuid,
  force_id integer,
  room_id integer,
  station_id integer,
  type_id integer,
  created_by uuid,
  payload jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  command_id uuid,
  CONSTRAINT event_pkey PRIMARY KEY ("position"),
  CONSTRAINT event_outbox_id_key UNIQUE (outbox_id)
);
COMMENT ON TABLE event IS 'The one order of what happened: positions without gaps, in commit order per incident. Fed by the sequencer alone';
CREATE INDEX event_incident ON public.event USING btree (incident_id, "position") WHERE (incident_id IS NOT NULL);
GRANT SELECT ("position") ON event TO marsad_runtime;

CREATE TABLE event_epoch (
  epoch uuid NOT NULL DEFAULT gen_random_uuid(),
  made_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT event_epoch_pkey PRIMARY KEY (epoch)
);
COMMENT ON TABLE event_epoch IS 'Changes when a backup is restored: positions of another epoch mean nothing and a stream answers reload';
GRANT SELECT ON event_epoch TO marsad_runtime;

CREATE TABLE event_outbox (
  outbox_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  incident_id uuid,
  force_id integer,
  room_id integer,
  station_id integer,
  type_id integer,
  created_by uuid,
  payload jsonb NOT NULL DEFAULT '{}'::jsonb,
  at timestamp with time zone NOT NULL,
  command_id uuid,
  CONSTRAINT event_outbox_pkey PRIMARY KEY (outbox_id)
);
COMMENT ON TABLE event_outbox IS 'Events of committed commands that wait for their position; the sequencer moves them to event';
ALTER TABLE event_outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY event_insert ON event_outbox FOR INSERT TO marsad_runtime
  WITH CHECK ((incident_id IS NULL) OR ((force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(force_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(room_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(station_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((created_by = ( SELECT scope_person() AS scope_person)) AND ((force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))));
CREATE POLICY owner_works ON event_outbox FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT INSERT ON event_outbox TO marsad_runtime;

CREATE TABLE field_change (
  incident_id uuid NOT NULL,
  change_id uuid NOT NULL,
  field text NOT NULL,
  old_value jsonb,
  new_value jsonb,
  author_id uuid,
  reason text,
  command_id uuid,
  at timestamp with time zone NOT NULL,
  version integer,
  CONSTRAINT field_change_pkey PRIMARY KEY (incident_id, change_id),
  CONSTRAINT field_change_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id)
);
COMMENT ON TABLE field_change IS 'History of values, erasable with the record; the audit log keeps only field names and digests';
COMMENT ON COLUMN field_change.version IS 'The version of the incident that the change made: who saw an older one is told what changed since. NULL for imports';
CREATE INDEX field_change_at ON public.field_change USING btree (incident_id, at DESC, change_id DESC);
CREATE INDEX field_change_version ON public.field_change USING btree (incident_id, version);
ALTER TABLE field_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE field_change FORCE ROW LEVEL SECURITY;
CREATE POLICY child_insert ON field_change FOR INSERT TO marsad_runtime
  WITH CHECK (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = field_change.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY child_read ON field_change FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE (i.incident_id = field_change.incident_id)));
CREATE POLICY child_update ON field_change FOR UPDATE TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = field_change.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY owner_works ON field_change FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT ON field_change TO marsad_runtime;

CREATE TABLE import_error (
  import_id uuid NOT NULL,
  error_id integer NOT NULL,
  line bigint NOT NULL,
  column_name text,
  value text,
  reason text NOT NULL,
  CONSTRAINT import_error_pkey PRIMARY KEY (import_id, error_id),
  CONSTRAINT import_error_import_id_fkey FOREIGN KEY (import_id) REFERENCES import_run(import_id)
);
COMMENT ON TABLE import_error IS 'Refused rows of an import, for its error file';
ALTER TABLE import_error ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_error FORCE ROW LEVEL SECURITY;
CREATE POLICY import_error_reach ON import_error FOR ALL TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM import_run r
  WHERE (r.import_id = import_error.import_id)));
CREATE POLICY owner_works ON import_error FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT DELETE, INSERT, SELECT ON import_error TO marsad_runtime;

CREATE TABLE import_file (
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  byte_count bigint NOT NULL,
  sha256 bytea NOT NULL,
  person_id uuid NOT NULL,
  received_at timestamp with time zone NOT NULL,
  CONSTRAINT import_file_pkey PRIMARY KEY (file_id),
  CONSTRAINT import_file_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);
COMMENT ON TABLE import_file IS 'Files sent for import; the bytes stand in the data folder under file_id until their import has ended';
ALTER TABLE import_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_file FORCE ROW LEVEL SECURITY;
CREATE POLICY import_file_own ON import_file FOR ALL TO marsad_runtime
  USING (person_id = ( SELECT scope_person() AS scope_person));
CREATE POLICY owner_works ON import_file FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT ON import_file TO marsad_runtime;

CREATE TABLE import_mapping (
  name text NOT NULL,
  mapping jsonb NOT NULL,
  force_code text NOT NULL,
  person_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT import_mapping_pkey PRIMARY KEY (name),
  CONSTRAINT import_mapping_name_check CHECK ((name ~ '^[a-z0-9-]{1,60}$'::text)),
  CONSTRAINT import_mapping_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
);
COMMENT ON TABLE import_mapping IS 'How columns of files become incidents, by name. A run keeps its own copy: a mapping may be removed';
COMMENT ON COLUMN import_mapping.force_code IS 'Code of the force that the mapping brings records to; it may not be there yet';
COMMENT ON COLUMN import_mapping.person_id IS 'Who wrote it last';
ALTER TABLE import_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_mapping FORCE ROW LEVEL SECURITY;
CREATE POLICY import_mapping_delete ON import_mapping FOR DELETE TO marsad_runtime
  USING (((person_id = ( SELECT scope_person() AS scope_person)) AND (( SELECT scope_action() AS scope_action) = 'import.run'::text)) OR mapping_reaches(force_code));
CREATE POLICY import_mapping_insert ON import_mapping FOR INSERT TO marsad_runtime
  WITH CHECK ((person_id = ( SELECT scope_person() AS scope_person)) AND (( SELECT scope_action() AS scope_action) = 'import.run'::text) AND (cardinality(( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)) > 0));
CREATE POLICY import_mapping_read ON import_mapping FOR SELECT TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'import.run'::text) AND (cardinality(( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)) > 0));
CREATE POLICY import_mapping_update ON import_mapping FOR UPDATE TO marsad_runtime
  USING (((person_id = ( SELECT scope_person() AS scope_person)) AND (( SELECT scope_action() AS scope_action) = 'import.run'::text)) OR mapping_reaches(force_code))
  WITH CHECK (person_id = ( SELECT scope_person() AS scope_person));
CREATE POLICY owner_works ON import_mapping FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT DELETE, INSERT, SELECT, UPDATE ON import_mapping TO marsad_runtime;

CREATE TABLE import_run (
  import_id uuid NOT NULL,
  mapping_name text NOT NULL,
  mapping jsonb NOT NULL,
  file_name text NOT NULL,
  file_sha256 bytea,
  force_id integer,
  person_id uuid,
  status text NOT NULL,
  dry_run boolean NOT NULL DEFAULT false,
  rows_read bigint NOT NULL DEFAULT 0,
  accepted bigint NOT NULL DEFAULT 0,
  rejected bigint NOT NULL DEFAULT 0,
  unchanged bigint NOT NULL DEFAULT 0,
  incidents bigint NOT NULL DEFAULT 0,
  assignments bigint NOT NULL DEFAULT 0,
  bytes_read bigint NOT NULL DEFAULT 0,
  bytes_total bigint,
  statistics jsonb NOT NULL DEFAULT '{}'::jsonb,
  error text,
  started_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  file_id uuid,
  cancel_requested boolean NOT NULL DEFAULT false,
  taken_up integer NOT NULL DEFAULT 0,
  refused_rows_removed_at timestamp with time zone,
  CONSTRAINT import_run_pkey PRIMARY KEY (import_id),
  CONSTRAINT import_run_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  CONSTRAINT import_run_file_id_fkey FOREIGN KEY (file_id) REFERENCES import_file(file_id),
  CONSTRAINT import_run_force_id_fkey FOREIGN KEY (force_id) REFERENCES org_unit(unit_id)
);
COMMENT ON COLUMN import_run.taken_up IS 'How often the run was found without a job and given one again';
COMMENT ON COLUMN import_run.refused_rows_removed_at IS 'When the values of its refused rows were removed, as the setting says; the count stays';
CREATE INDEX import_run_started ON public.import_run USING btree (started_at DESC, import_id DESC);
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_run FORCE ROW LEVEL SECURITY;
CREATE POLICY import_run_reach ON import_run FOR ALL TO marsad_runtime
  USING ((person_id = ( SELECT scope_person() AS scope_person)) OR (force_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])));
CREATE POLICY owner_works ON import_run FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT INSERT, SELECT, UPDATE ON import_run TO marsad_runtime;

CREATE TABLE incident (
  incident_id uuid NOT NULL,
  number text,
  force_id integer NOT NULL,
  room_id integer NOT NULL,
  station_id integer,
  type_id integer NOT NULL,
  priority smallint NOT NULL,
  status text NOT NULL,
  origin text NOT NULL,
  channel text,
  narrative text NOT NULL DEFAULT ''::text,
  place_text text NOT NULL DEFAULT ''::text,
  place_id bigint,
  longitude double precision,
  latitude double precision,
  position_source text,
  radius_metres integer,
  h3_cell text,
  occurred_from timestamp with time zone,
  occurred_to timestamp with time zone,
  call_started_at timestamp with time zone,
  answered_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  queued_at timestamp with time zone,
  first_dispatched_at timestamp with time zone,
  first_acknowledged_at timestamp with time zone,
  first_en_route_at timestamp with time zone,
  first_on_scene_at timestamp with time zone,
  resolved_at timestamp with time zone,
  closed_at timestamp with time zone,
  reopened_at timestamp with time zone,
  due_at timestamp with time zone,
  hold_reason text,
  hold_until timestamp with time zone,
  ever_held boolean NOT NULL DEFAULT false,
  disposition_id integer,
  parent_id uuid,
  duplicate_of uuid,
  created_by uuid,
  source_key text,
  source_digest bytea,
  version integer NOT NULL DEFAULT 1,
  made_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  search_text text GENERATED ALWAYS AS (((' '::text || fold_for_search(((((COALESCE(number, ''::text) || ' '::text) || place_text) || ' '::text) || narrative))) || ' '::text)) STORED,
  scheduled_for timestamp with time zone,
  CONSTRAINT incident_pkey PRIMARY KEY (incident_id),
  CONSTRAINT incident_force_id_source_key_key UNIQUE (force_id, source_key),
  CONSTRAINT incident_force_number UNIQUE (force_id, number),
  CONSTRAINT incident_check CHECK (((longitude IS NULL) = (latitude IS NULL))),
  CONSTRAINT incident_check1 CHECK (((longitude IS NULL) OR (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)) AND ((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))))),
  CONSTRAINT incident_check2 CHECK (((occurred_to IS NULL) OR (occurred_from IS NULL) OR (occurred_to >= occurred_from))),
  CONSTRAINT incident_origin_check CHECK ((origin = ANY (ARRAY['reported'::text, 'police_initiated'::text]))),
  CONSTRAINT incident_position_source_check CHECK ((position_source = ANY (ARRAY['pin'::text, 'gazetteer'::text, 'gps'::text, 'area'::text, 'import'::text]))),
  CONSTRAINT incident_priority_check CHECK (((priority >= 1) AND (priority <= 4))),
  CONSTRAINT incident_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'scheduled'::text, 'open'::text, 'dispatched'::text, 'on_scene'::text, 'resolved'::text, 'closed'::text, 'on_hold'::text, 'cancelled'::text, 'duplicate'::text, 'referred'::text]))),
  CONSTRAINT incident_disposition_id_fkey FOREIGN KEY (disposition_id) REFERENCES disposition(disposition_id),
  CONSTRAINT incident_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES incident(incident_id),
  CONSTRAINT incident_force_id_fkey FOREIGN KEY (force_id) REFERENCES org_unit(unit_id),
  CONSTRAINT incident_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES incident(incident_id),
  CONSTRAINT incident_room_id_fkey FOREIGN KEY (room_id) REFERENCES org_unit(unit_id),
  CONSTRAINT incident_station_id_fkey FOREIGN KEY (station_id) REFERENCES org_unit(unit_id),
  CONSTRAINT incident_type_id_fkey FOREIGN KEY (type_id) REFERENCES incident_type(type_id)
);
COMMENT ON COLUMN incident.number IS '<room code>-<yy>-<serial>, given by the server; told apart within a force';
COMMENT ON COLUMN incident.created_at IS 'Clock "created": when the incident began to exist for the room';
COMMENT ON COLUMN incident.first_dispatched_at IS 'Board copies of incident_clock (earliest current value); incident_clock is the truth';
COMMENT ON COLUMN incident.due_at IS 'created_at, or scheduled_for where that is later, plus the limit of its priority; NULL where the force set none';
COMMENT ON COLUMN incident.source_key IS 'Key of the record in the file it was imported from';
COMMENT ON COLUMN incident.search_text IS 'Number, place and narrative as compared in a search, with a space around, so that a word of two letters is found whole';
COMMENT ON COLUMN incident.scheduled_for IS 'From when a scheduled incident waits for somebody: the time it is for, or the moment it was opened before that; NULL where it was not scheduled';
CREATE INDEX incident_aside ON public.incident USING btree (status, created_at DESC, incident_id DESC) WHERE (status <> 'closed'::text);
CREATE INDEX incident_board ON public.incident USING btree (room_id, priority, due_at) WHERE (status = ANY (ARRAY['scheduled'::text, 'open'::text, 'dispatched'::text, 'on_scene'::text, 'on_hold'::text]));
CREATE INDEX incident_changed ON public.incident USING btree (changed_at);
CREATE INDEX incident_created ON public.incident USING btree (created_at DESC, incident_id DESC) INCLUDE (force_id, room_id, station_id, type_id, priority, status, origin, disposition_id, created_by);
CREATE INDEX incident_disposition_created ON public.incident USING btree (disposition_id, created_at DESC, incident_id DESC) WHERE (disposition_id IS NOT NULL);
CREATE INDEX incident_duplicate ON public.incident USING btree (duplicate_of) WHERE (duplicate_of IS NOT NULL);
CREATE INDEX incident_force_created ON public.incident USING btree (force_id, created_at DESC, incident_id DESC);
CREATE INDEX incident_maker_created ON public.incident USING btree (created_by, created_at DESC, incident_id DESC) WHERE (created_by IS NOT NULL);
CREATE INDEX incident_near ON public.incident USING btree (h3_cell, created_at DESC) WHERE (h3_cell IS NOT NULL);
CREATE INDEX incident_parent ON public.incident USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX incident_room_created ON public.incident USING btree (room_id, created_at DESC, incident_id DESC);
CREATE INDEX incident_station_created ON public.incident USING btree (station_id, created_at DESC) WHERE (station_id IS NOT NULL);
CREATE INDEX incident_to_close ON public.incident USING btree (room_id, resolved_at DESC NULLS LAST) WHERE (status = 'resolved'::text);
CREATE INDEX incident_type_created ON public.incident USING btree (type_id, created_at DESC, incident_id DESC);
CREATE INDEX incident_words ON public.incident USING gin (search_text gin_trgm_ops) WITH (gin_pending_list_limit='512');
ALTER TABLE incident ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident FORCE ROW LEVEL SECURITY;
CREATE POLICY incident_insert ON incident FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = ANY (ARRAY['incident.log'::text, 'import.run'::text])) AND ((force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(force_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(room_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(station_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((created_by = ( SELECT scope_person() AS scope_person)) AND ((force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))));
CREATE POLICY incident_read ON incident FOR SELECT TO marsad_runtime
  USING ((force_id = ANY (( SELECT scope_ints('marsad.read_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.read_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.read_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(force_id, type_id) = ANY (( SELECT scope_bigints('marsad.read_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(room_id, type_id) = ANY (( SELECT scope_bigints('marsad.read_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(station_id, type_id) = ANY (( SELECT scope_bigints('marsad.read_pairs'::text) AS scope_bigints)::bigint[])) OR ((created_by = ( SELECT scope_person() AS scope_person)) AND ((force_id = ANY (( SELECT scope_ints('marsad.read_own_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.read_own_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.read_own_units'::text) AS scope_ints)::integer[])))) OR (incident_id = ANY (( SELECT scope_uuids('marsad.granted_incidents'::text) AS scope_uuids)::uuid[])));
CREATE POLICY incident_update ON incident FOR UPDATE TO marsad_runtime
  USING ((force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(force_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(room_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(station_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((created_by = ( SELECT scope_person() AS scope_person)) AND ((force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])))))
  WITH CHECK ((force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(force_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(room_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(station_id, type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((created_by = ( SELECT scope_person() AS scope_person)) AND ((force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])))));
CREATE POLICY owner_works ON incident FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT, UPDATE ON incident TO marsad_runtime;

CREATE TABLE incident_clock (
  incident_id uuid NOT NULL,
  clock_id uuid NOT NULL,
  clock text NOT NULL,
  at timestamp with time zone NOT NULL,
  assignment_id uuid,
  author_id uuid,
  source text NOT NULL,
  replaces uuid,
  reason text,
  made_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT incident_clock_pkey PRIMARY KEY (incident_id, clock_id),
  CONSTRAINT incident_clock_source_check CHECK ((source = ANY (ARRAY['person'::text, 'device'::text, 'import'::text]))),
  CONSTRAINT incident_clock_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id)
);
COMMENT ON TABLE incident_clock IS 'Append-only. A clock is never edited: a correction is a new entry whose replaces names the old one';
CREATE INDEX incident_clock_replaces ON public.incident_clock USING btree (incident_id, replaces) WHERE (replaces IS NOT NULL);
ALTER TABLE incident_clock ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_clock FORCE ROW LEVEL SECURITY;
CREATE POLICY child_insert ON incident_clock FOR INSERT TO marsad_runtime
  WITH CHECK (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = incident_clock.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY child_read ON incident_clock FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE (i.incident_id = incident_clock.incident_id)));
CREATE POLICY child_update ON incident_clock FOR UPDATE TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = incident_clock.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY owner_works ON incident_clock FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT ON incident_clock TO marsad_runtime;

CREATE TABLE incident_link (
  incident_id uuid NOT NULL,
  other_id uuid NOT NULL,
  kind text NOT NULL,
  made_by uuid,
  made_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  ended_by uuid,
  CONSTRAINT incident_link_pkey PRIMARY KEY (incident_id, other_id, kind),
  CONSTRAINT incident_link_kind_check CHECK ((kind = ANY (ARRAY['related'::text, 'duplicate'::text]))),
  CONSTRAINT incident_link_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id),
  CONSTRAINT incident_link_other_id_fkey FOREIGN KEY (other_id) REFERENCES incident(incident_id)
);
COMMENT ON COLUMN incident_link.ended_at IS 'A link is never deleted: it ends, and may begin again';
ALTER TABLE incident_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_link FORCE ROW LEVEL SECURITY;
CREATE POLICY child_insert ON incident_link FOR INSERT TO marsad_runtime
  WITH CHECK (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = incident_link.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY child_read ON incident_link FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE (i.incident_id = incident_link.incident_id)));
CREATE POLICY child_update ON incident_link FOR UPDATE TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = incident_link.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY owner_works ON incident_link FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT, UPDATE (made_by, made_at, ended_at, ended_by) ON incident_link TO marsad_runtime;

CREATE TABLE incident_serial (
  room_id integer NOT NULL,
  year smallint NOT NULL,
  last_serial integer NOT NULL,
  CONSTRAINT incident_serial_pkey PRIMARY KEY (room_id, year),
  CONSTRAINT incident_serial_room_id_fkey FOREIGN KEY (room_id) REFERENCES org_unit(unit_id)
);
ALTER TABLE incident_serial ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_serial FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON incident_serial FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY serial_insert ON incident_serial FOR INSERT TO marsad_runtime
  WITH CHECK (room_id = ANY (( SELECT scope_rooms('write'::text) AS scope_rooms)::integer[]));
CREATE POLICY serial_read ON incident_serial FOR SELECT TO marsad_runtime
  USING (room_id = ANY (( SELECT scope_rooms('write'::text) AS scope_rooms)::integer[]));
CREATE POLICY serial_update ON incident_serial FOR UPDATE TO marsad_runtime
  USING (room_id = ANY (( SELECT scope_rooms('write'::text) AS scope_rooms)::integer[]));
GRANT INSERT, SELECT, UPDATE ON incident_serial TO marsad_runtime;

CREATE TABLE incident_type (
  type_id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  code text NOT NULL,
  parent_id integer,
  name_ar text NOT NULL,
  name_en text NOT NULL,
  name_fr text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}'::text[],
  iccs text,
  attempted boolean,
  eido text,
  priority smallint NOT NULL DEFAULT 3,
  origin text NOT NULL DEFAULT 'reported'::text,
  required_fields text[] NOT NULL DEFAULT '{}'::text[],
  selectable boolean NOT NULL DEFAULT true,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT incident_type_pkey PRIMARY KEY (type_id),
  CONSTRAINT incident_type_code_key UNIQUE (code),
  CONSTRAINT incident_type_origin_check CHECK ((origin = ANY (ARRAY['reported'::text, 'police_initiated'::text]))),
  CONSTRAINT incident_type_priority_check CHECK (((priority >= 1) AND (priority <= 4))),
  CONSTRAINT incident_type_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES incident_type(type_id)
);
COMMENT ON COLUMN incident_type.iccs IS 'ICCS code; NULL means not an offence';
COMMENT ON COLUMN incident_type.selectable IS 'A leaf: may be chosen for an incident; groups may not';
COMMENT ON COLUMN incident_type.version IS 'Rises with each change by who administers it; a change made on an older one is a conflict';
ALTER TABLE incident_type ENABLE ROW LEVEL SECURITY;
ALTER TABLE incident_type FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON incident_type FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY list_insert ON incident_type FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = 'reference.manage'::text) AND ( SELECT every_force_in_scope() AS every_force_in_scope));
CREATE POLICY list_update ON incident_type FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'reference.manage'::text) AND ( SELECT every_force_in_scope() AS every_force_in_scope));
CREATE POLICY owner_works ON incident_type FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT INSERT, SELECT, UPDATE ON incident_type TO marsad_runtime;

CREATE TABLE involved_person (
  incident_id uuid NOT NULL,
  involved_id uuid NOT NULL,
  involvement text NOT NULL,
  name text,
  telephone text,
  details text,
  added_by uuid,
  made_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  corrects uuid,
  withdrawn boolean NOT NULL DEFAULT false,
  reason text,
  CONSTRAINT involved_person_pkey PRIMARY KEY (incident_id, involved_id),
  CONSTRAINT involved_person_involvement_check CHECK ((involvement = ANY (ARRAY['caller'::text, 'victim'::text, 'witness'::text, 'suspect'::text, 'missing'::text, 'other'::text]))),
  CONSTRAINT involved_person_incident_id_corrects_fkey FOREIGN KEY (incident_id, corrects) REFERENCES involved_person(incident_id, involved_id),
  CONSTRAINT involved_person_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id)
);
COMMENT ON TABLE involved_person IS 'Restricted: read only with people.read in the area or under break-glass, and every read is logged';
COMMENT ON COLUMN involved_person.corrects IS 'The entry that this one replaces; two people cannot correct the same entry';
COMMENT ON COLUMN involved_person.withdrawn IS 'Written by mistake: the entry it corrects counts no longer';
CREATE UNIQUE INDEX involved_person_corrects ON public.involved_person USING btree (incident_id, corrects) WHERE (corrects IS NOT NULL);
ALTER TABLE involved_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE involved_person FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON involved_person FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
CREATE POLICY restricted_insert ON involved_person FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = ANY (ARRAY['people.write'::text, 'incident.log'::text])) AND (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = involved_person.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])))))))));
CREATE POLICY restricted_read ON involved_person FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = involved_person.incident_id) AND ((i.incident_id = ANY (( SELECT scope_uuids('marsad.granted_people'::text) AS scope_uuids)::uuid[])) OR ((i.force_id = ANY (( SELECT scope_ints('marsad.people_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.people_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.people_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.people_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.people_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.people_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.people_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.people_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.people_own_units'::text) AS scope_ints)::integer[])))))))));
GRANT INSERT, SELECT ON involved_person TO marsad_runtime;

CREATE TABLE involved_vehicle (
  incident_id uuid NOT NULL,
  involved_id uuid NOT NULL,
  plate text,
  description text,
  added_by uuid,
  made_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  corrects uuid,
  withdrawn boolean NOT NULL DEFAULT false,
  reason text,
  involvement text NOT NULL DEFAULT 'other'::text,
  CONSTRAINT involved_vehicle_pkey PRIMARY KEY (incident_id, involved_id),
  CONSTRAINT involved_vehicle_involvement_check CHECK ((involvement = ANY (ARRAY['victim'::text, 'suspect'::text, 'witness'::text, 'other'::text]))),
  CONSTRAINT involved_vehicle_incident_id_corrects_fkey FOREIGN KEY (incident_id, corrects) REFERENCES involved_vehicle(incident_id, involved_id),
  CONSTRAINT involved_vehicle_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id)
);
COMMENT ON COLUMN involved_vehicle.corrects IS 'The entry that this one replaces; two people cannot correct the same entry';
COMMENT ON COLUMN involved_vehicle.withdrawn IS 'Written by mistake: the entry it corrects counts no longer';
CREATE UNIQUE INDEX involved_vehicle_corrects ON public.involved_vehicle USING btree (incident_id, corrects) WHERE (corrects IS NOT NULL);
ALTER TABLE involved_vehicle ENABLE ROW LEVEL SECURITY;
ALTER TABLE involved_vehicle FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON involved_vehicle FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
CREATE POLICY restricted_insert ON involved_vehicle FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = ANY (ARRAY['people.write'::text, 'incident.log'::text])) AND (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = involved_vehicle.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])))))))));
CREATE POLICY restricted_read ON involved_vehicle FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = involved_vehicle.incident_id) AND ((i.incident_id = ANY (( SELECT scope_uuids('marsad.granted_people'::text) AS scope_uuids)::uuid[])) OR ((i.force_id = ANY (( SELECT scope_ints('marsad.people_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.people_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.people_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.people_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.people_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.people_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.people_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.people_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.people_own_units'::text) AS scope_ints)::integer[])))))))));
GRANT INSERT, SELECT ON involved_vehicle TO marsad_runtime;

CREATE TABLE migration (
  id integer NOT NULL DEFAULT nextval('migration_id_seq'::regclass),
  name character varying(255) NOT NULL,
  run_on timestamp without time zone NOT NULL,
  CONSTRAINT migration_pkey PRIMARY KEY (id)
);
GRANT SELECT ON migration TO marsad_runtime;

CREATE TABLE org_unit (
  unit_id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  kind text NOT NULL,
  code text NOT NULL,
  name_ar text NOT NULL,
  name_en text NOT NULL,
  name_fr text NOT NULL,
  parent_id integer,
  force_id integer NOT NULL,
  time_zone text NOT NULL,
  population integer,
  type_codes text[] NOT NULL DEFAULT '{}'::text[],
  practice boolean NOT NULL DEFAULT false,
  bounds double precision[],
  valid_from date NOT NULL DEFAULT '1900-01-01'::date,
  valid_to date,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT org_unit_pkey PRIMARY KEY (unit_id),
  CONSTRAINT org_unit_force_id_kind_code_key UNIQUE (force_id, kind, code),
  CONSTRAINT org_unit_check CHECK (((kind = 'force'::text) = (parent_id IS NULL))),
  CONSTRAINT org_unit_check1 CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT org_unit_kind_check CHECK ((kind = ANY (ARRAY['force'::text, 'headquarters'::text, 'command_centre'::text, 'operations_room'::text, 'station'::text, 'department'::text, 'analysis_team'::text]))),
  CONSTRAINT org_unit_force_id_fkey FOREIGN KEY (force_id) REFERENCES org_unit(unit_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT org_unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES org_unit(unit_id)
);
COMMENT ON TABLE org_unit IS 'Organisation units in one tree a force; the root is the force itself. Never deleted, only ended';
COMMENT ON COLUMN org_unit.type_codes IS 'For a department: the incident types it works in every room (a right with types = post)';
COMMENT ON COLUMN org_unit.bounds IS 'Of a force: west, south, east, north in degrees; coordinates outside are refused';
COMMENT ON COLUMN org_unit.version IS 'Rises with each change by who administers it; a change made on an older one is a conflict';
CREATE UNIQUE INDEX org_unit_logging_code ON public.org_unit USING btree (force_id, code) WHERE (kind = ANY (ARRAY['operations_room'::text, 'command_centre'::text]));
CREATE INDEX org_unit_parent ON public.org_unit USING btree (parent_id);
ALTER TABLE org_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE org_unit FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON org_unit FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY owner_works ON org_unit FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY unit_insert ON org_unit FOR INSERT TO marsad_runtime
  WITH CHECK 
CASE ( SELECT scope_action() AS scope_action)
    WHEN 'organisation.manage'::text THEN ((parent_id IS NOT NULL) AND unit_in_scope(parent_id))
    WHEN 'import.run'::text THEN
    CASE
        WHEN (kind = 'force'::text) THEN ( SELECT every_force_in_scope() AS every_force_in_scope)
        ELSE ((kind = ANY (ARRAY['operations_room'::text, 'station'::text])) AND unit_in_scope(parent_id))
    END
    ELSE false
END;
CREATE POLICY unit_update ON org_unit FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'organisation.manage'::text) AND unit_in_scope(unit_id))
  WITH CHECK ((( SELECT scope_action() AS scope_action) = 'organisation.manage'::text) AND ((NOT (parent_id IS DISTINCT FROM unit_parent_before(unit_id))) OR unit_in_scope(parent_id)));
GRANT INSERT, SELECT, UPDATE ON org_unit TO marsad_runtime;

CREATE TABLE org_unit_area (
  area_id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  unit_id integer NOT NULL,
  geometry jsonb NOT NULL,
  valid_from date NOT NULL DEFAULT '1900-01-01'::date,
  valid_to date,
  CONSTRAINT org_unit_area_pkey PRIMARY KEY (area_id),
  CONSTRAINT area_days CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT org_unit_area_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org_unit(unit_id)
);
COMMENT ON COLUMN org_unit_area.geometry IS 'GeoJSON Polygon or MultiPolygon, WGS 84';
CREATE INDEX org_unit_area_unit ON public.org_unit_area USING btree (unit_id, valid_from);
ALTER TABLE org_unit_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE org_unit_area FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON org_unit_area FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY owner_works ON org_unit_area FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY unit_rewrite ON org_unit_area FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = ANY (ARRAY['organisation.manage'::text, 'import.run'::text])) AND unit_in_scope(unit_id));
CREATE POLICY unit_write ON org_unit_area FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = ANY (ARRAY['organisation.manage'::text, 'import.run'::text])) AND unit_in_scope(unit_id));
GRANT INSERT, SELECT, UPDATE ON org_unit_area TO marsad_runtime;

CREATE TABLE org_unit_placement (
  unit_id integer NOT NULL,
  parent_id integer NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT org_unit_placement_pkey PRIMARY KEY (unit_id, valid_from),
  CONSTRAINT placement_days CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT org_unit_placement_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES org_unit(unit_id),
  CONSTRAINT org_unit_placement_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org_unit(unit_id)
);
COMMENT ON TABLE org_unit_placement IS 'Where a unit stood in the tree and when: moves are dated, old reports keep the old tree';
ALTER TABLE org_unit_placement ENABLE ROW LEVEL SECURITY;
ALTER TABLE org_unit_placement FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON org_unit_placement FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY owner_works ON org_unit_placement FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY unit_rewrite ON org_unit_placement FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = ANY (ARRAY['organisation.manage'::text, 'import.run'::text])) AND unit_in_scope(unit_id));
CREATE POLICY unit_unplan ON org_unit_placement FOR DELETE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'organisation.manage'::text) AND unit_in_scope(unit_id) AND (valid_from >= ((now() AT TIME ZONE 'UTC'::text))::date));
CREATE POLICY unit_write ON org_unit_placement FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = ANY (ARRAY['organisation.manage'::text, 'import.run'::text])) AND unit_in_scope(unit_id));
GRANT DELETE, INSERT, SELECT, UPDATE ON org_unit_placement TO marsad_runtime;

CREATE TABLE organisation_change (
  change_id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  field text NOT NULL,
  old_value jsonb,
  new_value jsonb,
  author_id uuid,
  reason text,
  command_id uuid,
  at timestamp with time zone NOT NULL,
  version integer,
  CONSTRAINT organisation_change_pkey PRIMARY KEY (change_id),
  CONSTRAINT organisation_change_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['unit'::text, 'patrol_unit'::text, 'person'::text, 'role'::text, 'type'::text, 'disposition'::text, 'limit'::text])))
);
COMMENT ON TABLE organisation_change IS 'What was changed of units, people, roles and lists, with the values; the audit log keeps only field names and digests';
COMMENT ON COLUMN organisation_change.version IS 'The version that its subject had with it; NULL where the subject has none, and for changes of before';
CREATE INDEX organisation_change_subject ON public.organisation_change USING btree (subject_kind, subject_id, at DESC);
ALTER TABLE organisation_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation_change FORCE ROW LEVEL SECURITY;
CREATE POLICY change_insert ON organisation_change FOR INSERT TO marsad_runtime
  WITH CHECK ((author_id = ( SELECT scope_person() AS scope_person)) AND
CASE ( SELECT scope_action() AS scope_action)
    WHEN 'organisation.manage'::text THEN
    CASE subject_kind
        WHEN 'unit'::text THEN unit_in_scope((subject_id)::integer)
        WHEN 'patrol_unit'::text THEN unit_in_scope(patrol_home((subject_id)::integer))
        ELSE false
    END
    WHEN 'people.manage'::text THEN ((subject_kind = 'person'::text) AND person_known((subject_id)::uuid))
    WHEN 'role.manage'::text THEN ((subject_kind = 'role'::text) AND ( SELECT every_force_in_scope() AS every_force_in_scope))
    WHEN 'reference.manage'::text THEN
    CASE subject_kind
        WHEN 'limit'::text THEN unit_in_scope((subject_id)::integer)
        ELSE ((subject_kind = ANY (ARRAY['type'::text, 'disposition'::text])) AND ( SELECT every_force_in_scope() AS every_force_in_scope))
    END
    ELSE false
END);
CREATE POLICY change_insert_of_post ON organisation_change FOR INSERT TO marsad_runtime
  WITH CHECK ((author_id = ( SELECT scope_person() AS scope_person)) AND (( SELECT scope_action() AS scope_action) = 'people.manage'::text) AND (field = 'post'::text) AND
CASE
    WHEN (subject_kind = 'person'::text) THEN (EXISTS ( SELECT 1
       FROM post p
      WHERE ((p.person_id = (organisation_change.subject_id)::uuid) AND unit_in_scope(p.unit_id))))
    ELSE false
END);
CREATE POLICY change_read ON organisation_change FOR SELECT TO marsad_runtime
  USING 
CASE ( SELECT scope_action() AS scope_action)
    WHEN 'organisation.manage'::text THEN
    CASE subject_kind
        WHEN 'unit'::text THEN unit_in_scope((subject_id)::integer)
        WHEN 'patrol_unit'::text THEN unit_in_scope(patrol_home((subject_id)::integer))
        ELSE false
    END
    WHEN 'people.manage'::text THEN ((subject_kind = 'person'::text) AND person_within((subject_id)::uuid))
    WHEN 'role.manage'::text THEN (subject_kind = 'role'::text)
    WHEN 'reference.manage'::text THEN
    CASE subject_kind
        WHEN 'limit'::text THEN unit_in_scope((subject_id)::integer)
        ELSE (subject_kind = ANY (ARRAY['type'::text, 'disposition'::text]))
    END
    ELSE false
END;
CREATE POLICY owner_works ON organisation_change FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT INSERT, SELECT ON organisation_change TO marsad_runtime;

CREATE TABLE patrol_unit (
  patrol_unit_id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  call_sign text NOT NULL,
  room_id integer NOT NULL,
  station_id integer,
  kind text NOT NULL DEFAULT 'patrol'::text,
  capabilities text[] NOT NULL DEFAULT '{}'::text[],
  primary_status text NOT NULL DEFAULT 'Available'::text,
  secondary_status text,
  status_at timestamp with time zone NOT NULL DEFAULT now(),
  longitude double precision,
  latitude double precision,
  position_at timestamp with time zone,
  incident_id uuid,
  active boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT patrol_unit_pkey PRIMARY KEY (patrol_unit_id),
  CONSTRAINT patrol_unit_room_id_call_sign_key UNIQUE (room_id, call_sign),
  CONSTRAINT patrol_unit_primary_status_check CHECK ((primary_status = ANY (ARRAY['Available'::text, 'ConditionallyAvailable'::text, 'NotAvailable'::text]))),
  CONSTRAINT patrol_unit_room_id_fkey FOREIGN KEY (room_id) REFERENCES org_unit(unit_id),
  CONSTRAINT patrol_unit_station_id_fkey FOREIGN KEY (station_id) REFERENCES org_unit(unit_id)
);
COMMENT ON COLUMN patrol_unit.incident_id IS 'The incident it works now, or NULL';
COMMENT ON COLUMN patrol_unit.version IS 'Rises with each change by who administers it; a change made on an older one is a conflict';
ALTER TABLE patrol_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE patrol_unit FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON patrol_unit FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY patrol_insert ON patrol_unit FOR INSERT TO marsad_runtime
  WITH CHECK 
CASE ( SELECT scope_action() AS scope_action)
    WHEN 'organisation.manage'::text THEN unit_in_scope(COALESCE(station_id, room_id))
    WHEN 'import.run'::text THEN (room_id = ANY (( SELECT scope_rooms('write'::text) AS scope_rooms)::integer[]))
    ELSE false
END;
CREATE POLICY patrol_read ON patrol_unit FOR SELECT TO marsad_runtime
  USING (room_id = ANY (( SELECT scope_forces_rooms() AS scope_forces_rooms)::integer[]));
CREATE POLICY patrol_update ON patrol_unit FOR UPDATE TO marsad_runtime
  USING 
CASE ( SELECT scope_action() AS scope_action)
    WHEN 'organisation.manage'::text THEN unit_in_scope(COALESCE(station_id, room_id))
    ELSE (room_id = ANY (( SELECT scope_rooms('write'::text) AS scope_rooms)::integer[]))
END;
GRANT INSERT, SELECT, UPDATE ON patrol_unit TO marsad_runtime;

CREATE TABLE person (
  person_id uuid NOT NULL,
  user_name text,
  name_ar text NOT NULL,
  name_latin text NOT NULL,
  service_number text,
  language text NOT NULL DEFAULT 'ar'::text,
  active boolean NOT NULL DEFAULT true,
  valid_from date NOT NULL DEFAULT '1900-01-01'::date,
  valid_to date,
  search_text text NOT NULL DEFAULT ''::text,
  locked_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT person_pkey PRIMARY KEY (person_id),
  CONSTRAINT person_user_name_key UNIQUE (user_name),
  CONSTRAINT person_language_check CHECK ((language = ANY (ARRAY['ar'::text, 'en'::text, 'fr'::text])))
);
COMMENT ON TABLE person IS 'Staff of the force. Not the people involved in incidents';
COMMENT ON COLUMN person.search_text IS 'Names, service number and user name as compared in a search (normaliseForSearch); empty: not yet made, filled at start';
COMMENT ON COLUMN person.locked_at IS 'Since when an administrator keeps the account locked: no sign-in, no token works. NULL: not locked';
COMMENT ON COLUMN person.version IS 'Rises with each change by who administers it; a change made on an older one is a conflict';
CREATE INDEX person_order_ar ON public.person USING btree (name_ar, person_id);
CREATE INDEX person_order_latin ON public.person USING btree (name_latin, person_id);
CREATE INDEX person_search ON public.person USING gin (search_text gin_trgm_ops);
CREATE INDEX person_unsearched ON public.person USING btree (person_id) WHERE (search_text = ''::text);
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON person FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY owner_works ON person FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY person_insert ON person FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = 'people.manage'::text) AND (( SELECT cardinality(scope_ints('marsad.action_units'::text)) AS cardinality) > 0));
CREATE POLICY person_update ON person FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'people.manage'::text) AND person_in_scope(person_id));
GRANT INSERT, SELECT, UPDATE ON person TO marsad_runtime;

CREATE TABLE place (
  place_id bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  source text NOT NULL,
  source_id text NOT NULL,
  name_ar text,
  name_en text,
  name_fr text,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  kind text NOT NULL,
  population integer NOT NULL DEFAULT 0,
  radius_metres integer,
  active boolean NOT NULL DEFAULT true,
  force_id integer,
  unit_id integer,
  source_digest bytea,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT place_pkey PRIMARY KEY (place_id),
  CONSTRAINT place_source_source_id_key UNIQUE (source, source_id),
  CONSTRAINT place_check CHECK (((force_id IS NULL) = (unit_id IS NULL))),
  CONSTRAINT place_check1 CHECK ((((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)) AND ((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))),
  CONSTRAINT place_force_id_fkey FOREIGN KEY (force_id) REFERENCES org_unit(unit_id),
  CONSTRAINT place_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org_unit(unit_id)
);
COMMENT ON TABLE place IS 'Gazetteer: public places (force_id NULL), and landmarks that a room added, seen by its whole force. Never deleted';
COMMENT ON COLUMN place.kind IS 'GeoNames feature class and code, as P.PPL; own places are marsad.<kind>';
COMMENT ON COLUMN place.radius_metres IS 'Radius of doubt of a position taken from this place';
COMMENT ON COLUMN place.unit_id IS 'The unit that added a place of the force''s own: who may change it';
COMMENT ON COLUMN place.source_digest IS 'SHA-256 of the record it was imported from: the same record again changes nothing';
CREATE INDEX place_own ON public.place USING btree (force_id) WHERE (force_id IS NOT NULL);
CREATE INDEX place_population ON public.place USING btree (population DESC, place_id) WHERE active;
ALTER TABLE place ENABLE ROW LEVEL SECURITY;
ALTER TABLE place FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_works ON place FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
CREATE POLICY place_insert ON place FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = 'gazetteer.manage'::text) AND
CASE
    WHEN (force_id IS NULL) THEN ( SELECT scope_holds_force() AS scope_holds_force)
    ELSE ((unit_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])) OR (force_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])))
END);
CREATE POLICY place_read ON place FOR SELECT TO marsad_runtime
  USING ((force_id IS NULL) OR (force_id = ANY (( SELECT scope_forces() AS scope_forces)::integer[])));
CREATE POLICY place_update ON place FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'gazetteer.manage'::text) AND
CASE
    WHEN (force_id IS NULL) THEN ( SELECT scope_holds_force() AS scope_holds_force)
    ELSE ((unit_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])) OR (force_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])))
END);
GRANT INSERT, SELECT, UPDATE ON place TO marsad_runtime;

CREATE TABLE place_change (
  place_id bigint NOT NULL,
  version integer NOT NULL,
  author_id uuid,
  old_values jsonb,
  new_values jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT place_change_pkey PRIMARY KEY (place_id, version),
  CONSTRAINT place_change_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(place_id)
);
COMMENT ON TABLE place_change IS 'History of the force''s own places; the audit log keeps only field names and digests';
ALTER TABLE place_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE place_change FORCE ROW LEVEL SECURITY;
CREATE POLICY child_insert ON place_change FOR INSERT TO marsad_runtime
  WITH CHECK (EXISTS ( SELECT 1
   FROM place p
  WHERE ((p.place_id = place_change.place_id) AND (( SELECT scope_action() AS scope_action) = 'gazetteer.manage'::text) AND
        CASE
            WHEN (p.force_id IS NULL) THEN ( SELECT scope_holds_force() AS scope_holds_force)
            ELSE ((p.unit_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])) OR (p.force_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])))
        END)));
CREATE POLICY child_read ON place_change FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM place p
  WHERE (p.place_id = place_change.place_id)));
CREATE POLICY owner_works ON place_change FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT ON place_change TO marsad_runtime;

CREATE TABLE place_name (
  place_id bigint NOT NULL,
  name_id integer NOT NULL,
  name text NOT NULL,
  language text,
  normalised text NOT NULL,
  skeletons text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT place_name_pkey PRIMARY KEY (place_id, name_id),
  CONSTRAINT place_name_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(place_id) ON DELETE CASCADE
);
COMMENT ON COLUMN place_name.normalised IS 'normaliseForSearch(name): letters that are written alike are alike';
COMMENT ON COLUMN place_name.skeletons IS 'romanKeys(name): consonant skeletons common to Arabic and Latin spellings';
CREATE INDEX place_name_prefix ON public.place_name USING btree (normalised text_pattern_ops);
CREATE INDEX place_name_skeletons ON public.place_name USING gin (skeletons) WITH (fastupdate=off);
CREATE INDEX place_name_trigram ON public.place_name USING gin (normalised gin_trgm_ops) WITH (fastupdate=off);
ALTER TABLE place_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE place_name FORCE ROW LEVEL SECURITY;
CREATE POLICY child_delete ON place_name FOR DELETE TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM place p
  WHERE ((p.place_id = place_name.place_id) AND (( SELECT scope_action() AS scope_action) = 'gazetteer.manage'::text) AND
        CASE
            WHEN (p.force_id IS NULL) THEN ( SELECT scope_holds_force() AS scope_holds_force)
            ELSE ((p.unit_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])) OR (p.force_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])))
        END)));
CREATE POLICY child_insert ON place_name FOR INSERT TO marsad_runtime
  WITH CHECK (EXISTS ( SELECT 1
   FROM place p
  WHERE ((p.place_id = place_name.place_id) AND (( SELECT scope_action() AS scope_action) = 'gazetteer.manage'::text) AND
        CASE
            WHEN (p.force_id IS NULL) THEN ( SELECT scope_holds_force() AS scope_holds_force)
            ELSE ((p.unit_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])) OR (p.force_id = ANY (( SELECT scope_ints('marsad.action_units'::text) AS scope_ints)::integer[])))
        END)));
CREATE POLICY child_read ON place_name FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM place p
  WHERE (p.place_id = place_name.place_id)));
CREATE POLICY owner_works ON place_name FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT DELETE, INSERT, SELECT ON place_name TO marsad_runtime;

CREATE TABLE post (
  post_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role_id integer NOT NULL,
  unit_id integer NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT post_pkey PRIMARY KEY (post_id),
  CONSTRAINT post_days CHECK (((valid_to IS NULL) OR (valid_to >= (valid_from - 1)))),
  CONSTRAINT post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  CONSTRAINT post_role_id_fkey FOREIGN KEY (role_id) REFERENCES role(role_id),
  CONSTRAINT post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES org_unit(unit_id)
);
CREATE INDEX post_person ON public.post USING btree (person_id);
CREATE INDEX post_unit ON public.post USING btree (unit_id);
ALTER TABLE post ENABLE ROW LEVEL SECURITY;
ALTER TABLE post FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON post FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY owner_works ON post FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY post_insert ON post FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = 'people.manage'::text) AND unit_in_scope(unit_id));
CREATE POLICY post_update ON post FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'people.manage'::text) AND unit_in_scope(unit_id));
GRANT INSERT, SELECT, UPDATE ON post TO marsad_runtime;

CREATE TABLE priority_limit (
  force_id integer NOT NULL,
  priority smallint NOT NULL,
  type_id integer,
  response_minutes integer,
  CONSTRAINT priority_limit_force_id_priority_type_id_key UNIQUE NULLS NOT DISTINCT (force_id, priority, type_id),
  CONSTRAINT priority_limit_priority_check CHECK (((priority >= 1) AND (priority <= 4))),
  CONSTRAINT priority_limit_response_minutes_check CHECK ((response_minutes > 0)),
  CONSTRAINT priority_limit_force_id_fkey FOREIGN KEY (force_id) REFERENCES org_unit(unit_id),
  CONSTRAINT priority_limit_type_id_fkey FOREIGN KEY (type_id) REFERENCES incident_type(type_id)
);
COMMENT ON TABLE priority_limit IS 'Minutes from created to first on scene that a force sets itself, by priority and, where set, by type';
ALTER TABLE priority_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE priority_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON priority_limit FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY limit_delete ON priority_limit FOR DELETE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'reference.manage'::text) AND unit_in_scope(force_id));
CREATE POLICY limit_insert ON priority_limit FOR INSERT TO marsad_runtime
  WITH CHECK 
CASE ( SELECT scope_action() AS scope_action)
    WHEN 'reference.manage'::text THEN unit_in_scope(force_id)
    WHEN 'import.run'::text THEN ( SELECT every_force_in_scope() AS every_force_in_scope)
    ELSE false
END;
CREATE POLICY limit_update ON priority_limit FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'reference.manage'::text) AND unit_in_scope(force_id));
CREATE POLICY owner_works ON priority_limit FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT DELETE, INSERT, SELECT, UPDATE ON priority_limit TO marsad_runtime;

CREATE TABLE role (
  role_id integer NOT NULL GENERATED BY DEFAULT AS IDENTITY,
  code text NOT NULL,
  name_ar text NOT NULL,
  name_en text NOT NULL,
  name_fr text NOT NULL,
  rights jsonb NOT NULL,
  shipped boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  shipped_rights jsonb,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT role_pkey PRIMARY KEY (role_id),
  CONSTRAINT role_code_key UNIQUE (code)
);
COMMENT ON COLUMN role.rights IS 'Array of { action, area, types, own }; the schema is Right in the contract';
COMMENT ON COLUMN role.shipped_rights IS 'The rights as last shipped. While they are the role''s rights the force has changed nothing, and the role follows what is shipped';
COMMENT ON COLUMN role.version IS 'Rises with each change by who administers it; a change made on an older one is a conflict';
ALTER TABLE role ENABLE ROW LEVEL SECURITY;
ALTER TABLE role FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON role FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY owner_works ON role FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY role_insert ON role FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = 'role.manage'::text) AND ( SELECT every_force_in_scope() AS every_force_in_scope));
CREATE POLICY role_update ON role FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'role.manage'::text) AND ( SELECT every_force_in_scope() AS every_force_in_scope));
GRANT INSERT, SELECT, UPDATE ON role TO marsad_runtime;

CREATE TABLE second_factor_use (
  user_id text NOT NULL,
  code_digest bytea NOT NULL,
  used_at timestamp with time zone NOT NULL,
  CONSTRAINT second_factor_use_pkey PRIMARY KEY (user_id, code_digest)
);
COMMENT ON TABLE second_factor_use IS 'Codes tried in the last minutes, as digests: a code that was seen over a shoulder does not work a second time';
ALTER TABLE second_factor_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_factor_use FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON second_factor_use FOR ALL TO marsad_runtime
  USING ( SELECT scope_door() AS scope_door)
  WITH CHECK ( SELECT scope_door() AS scope_door);
CREATE POLICY owner_works ON second_factor_use FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT DELETE, INSERT, SELECT, UPDATE ON second_factor_use TO marsad_runtime;

CREATE TABLE setting (
  name text NOT NULL,
  value jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT setting_pkey PRIMARY KEY (name)
);
COMMENT ON TABLE setting IS 'Settings the force edits on screen: practice mark, limits by priority, minutes of idle';
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE setting FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON setting FOR SELECT TO marsad_runtime
  USING true;
CREATE POLICY owner_works ON setting FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
CREATE POLICY setting_insert ON setting FOR INSERT TO marsad_runtime
  WITH CHECK ((( SELECT scope_action() AS scope_action) = 'reference.manage'::text) AND ( SELECT every_force_in_scope() AS every_force_in_scope));
CREATE POLICY setting_update ON setting FOR UPDATE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'reference.manage'::text) AND ( SELECT every_force_in_scope() AS every_force_in_scope));
GRANT INSERT, SELECT, UPDATE ON setting TO marsad_runtime;

CREATE TABLE sign_in_failure (
  user_name text NOT NULL,
  at timestamp with time zone NOT NULL,
  source_address text
);
COMMENT ON TABLE sign_in_failure IS 'Failed sign-ins of the last day: five in fifteen minutes from one address, or twenty from anywhere, lock the name there for fifteen minutes';
CREATE INDEX sign_in_failure_at ON public.sign_in_failure USING btree (at);
CREATE INDEX sign_in_failure_name ON public.sign_in_failure USING btree (user_name, source_address, at);
ALTER TABLE sign_in_failure ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_failure FORCE ROW LEVEL SECURITY;
CREATE POLICY attempts_forgive ON sign_in_failure FOR DELETE TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'people.manage'::text) AND person_managed(person_of_attempts(user_name)));
CREATE POLICY attempts_read ON sign_in_failure FOR SELECT TO marsad_runtime
  USING ((( SELECT scope_action() AS scope_action) = 'people.manage'::text) AND person_known(person_of_attempts(user_name)));
CREATE POLICY door ON sign_in_failure FOR ALL TO marsad_runtime
  USING ( SELECT scope_door() AS scope_door)
  WITH CHECK ( SELECT scope_door() AS scope_door);
CREATE POLICY owner_works ON sign_in_failure FOR ALL TO PUBLIC
  USING (CURRENT_USER <> 'marsad_runtime'::name)
  WITH CHECK (CURRENT_USER <> 'marsad_runtime'::name);
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_failure TO marsad_runtime;

CREATE TABLE timeline_entry (
  incident_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  kind text NOT NULL,
  author_id uuid,
  room_id integer NOT NULL,
  made_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone NOT NULL DEFAULT now(),
  text text,
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  corrects uuid,
  CONSTRAINT timeline_entry_pkey PRIMARY KEY (incident_id, entry_id),
  CONSTRAINT timeline_entry_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(incident_id)
);
COMMENT ON TABLE timeline_entry IS 'The story of an incident, append-only; made_at and received_at differ when made offline';
CREATE INDEX timeline_entry_made ON public.timeline_entry USING btree (incident_id, made_at DESC, entry_id DESC);
ALTER TABLE timeline_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE timeline_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY child_insert ON timeline_entry FOR INSERT TO marsad_runtime
  WITH CHECK (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = timeline_entry.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY child_read ON timeline_entry FOR SELECT TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE (i.incident_id = timeline_entry.incident_id)));
CREATE POLICY child_update ON timeline_entry FOR UPDATE TO marsad_runtime
  USING (EXISTS ( SELECT 1
   FROM incident i
  WHERE ((i.incident_id = timeline_entry.incident_id) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_units'::text) AS scope_ints)::integer[])) OR (unit_type_pair(i.force_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.room_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR (unit_type_pair(i.station_id, i.type_id) = ANY (( SELECT scope_bigints('marsad.write_pairs'::text) AS scope_bigints)::bigint[])) OR ((i.created_by = ( SELECT scope_person() AS scope_person)) AND ((i.force_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.room_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[])) OR (i.station_id = ANY (( SELECT scope_ints('marsad.write_own_units'::text) AS scope_ints)::integer[]))))))));
CREATE POLICY owner_works ON timeline_entry FOR ALL TO pg_database_owner
  USING true
  WITH CHECK true;
GRANT INSERT, SELECT ON timeline_entry TO marsad_runtime;

GRANT EXECUTE ON FUNCTION demand(allowed boolean, what text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION every_force_in_scope() TO PUBLIC;
GRANT EXECUTE ON FUNCTION fold_for_search(text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION import_reaches(code text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION incident_has_children(id uuid) TO marsad_runtime;
GRANT EXECUTE ON FUNCTION incidents_with_words(patterns text[], most integer) TO marsad_runtime;
GRANT EXECUTE ON FUNCTION involved_people_count(id uuid) TO marsad_runtime;
GRANT EXECUTE ON FUNCTION involved_vehicle_count(id uuid) TO marsad_runtime;
GRANT EXECUTE ON FUNCTION mapping_reaches(code text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION patrol_home(patrol integer) TO PUBLIC;
GRANT EXECUTE ON FUNCTION person_in_scope(person uuid) TO PUBLIC;
GRANT EXECUTE ON FUNCTION person_known(person uuid) TO PUBLIC;
GRANT EXECUTE ON FUNCTION person_managed(person uuid) TO PUBLIC;
GRANT EXECUTE ON FUNCTION person_of_attempts(name text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION person_serves(person uuid) TO PUBLIC;
GRANT EXECUTE ON FUNCTION person_within(person uuid) TO PUBLIC;
GRANT EXECUTE ON FUNCTION queue_for_sealing() TO PUBLIC;
GRANT EXECUTE ON FUNCTION renew_due(force integer, at timestamp with time zone) TO marsad_runtime;
GRANT EXECUTE ON FUNCTION request_job(task text, payload jsonb, job_key text) TO marsad_runtime;
GRANT EXECUTE ON FUNCTION request_job_at(task text, payload jsonb, job_key text, run_at timestamp with time zone) TO marsad_runtime;
GRANT EXECUTE ON FUNCTION scope_action() TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_bigints(setting text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_door() TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_forces() TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_forces_rooms() TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_holds_force() TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_ints(setting text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_person() TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_rooms(mode text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_under() TO PUBLIC;
GRANT EXECUTE ON FUNCTION scope_uuids(setting text) TO PUBLIC;
GRANT EXECUTE ON FUNCTION search_places(asked text, keys text[], box double precision[], most integer) TO marsad_runtime;
GRANT EXECUTE ON FUNCTION unit_in_scope(unit integer) TO PUBLIC;
GRANT EXECUTE ON FUNCTION unit_in_use(unit integer, day date) TO marsad_runtime;
GRANT EXECUTE ON FUNCTION unit_parent_before(unit integer) TO PUBLIC;
GRANT EXECUTE ON FUNCTION unit_type_pair(unit_id integer, type_id integer) TO PUBLIC;

GRANT USAGE ON SEQUENCE org_unit_unit_id_seq TO marsad_runtime;
