-- Places of the force's own beside the public gazetteer, their history, and the one way to search both.

ALTER TABLE place
  ADD COLUMN force_id int REFERENCES org_unit,
  ADD COLUMN unit_id int REFERENCES org_unit,
  ADD COLUMN source_digest bytea,
  ADD COLUMN version int NOT NULL DEFAULT 1,
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
  ADD CHECK ((force_id IS NULL) = (unit_id IS NULL)),
  ADD CHECK (longitude BETWEEN -180 AND 180 AND latitude BETWEEN -90 AND 90);
COMMENT ON TABLE place IS 'Gazetteer: public places (force_id NULL), and landmarks that a room added, seen by its whole force. Never deleted';
COMMENT ON COLUMN place.unit_id IS 'The unit that added a place of the force''s own: who may change it';
COMMENT ON COLUMN place.radius_metres IS 'Radius of doubt of a position taken from this place';
COMMENT ON COLUMN place.source_digest IS 'SHA-256 of the record it was imported from: the same record again changes nothing';
CREATE INDEX place_own ON place (force_id) WHERE force_id IS NOT NULL;
CREATE INDEX place_population ON place (population DESC, place_id) WHERE active;

-- A name has as many skeletons as its letters have usual spellings.
ALTER TABLE place_name DROP COLUMN skeleton, ADD COLUMN skeletons text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN place_name.skeletons IS 'romanKeys(name): consonant skeletons common to Arabic and Latin spellings';
-- Written by imports, read at every key: entries that wait unsorted in the index would be gone through at each search.
CREATE INDEX place_name_skeletons ON place_name USING gin (skeletons) WITH (fastupdate = off);
ALTER INDEX place_name_trigram SET (fastupdate = off);

CREATE TABLE place_change (
  place_id bigint NOT NULL REFERENCES place,
  version int NOT NULL,
  author_id uuid,
  old_values jsonb,
  new_values jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (place_id, version)
);
COMMENT ON TABLE place_change IS 'History of the force''s own places; the audit log keeps only field names and digests';
GRANT SELECT, INSERT ON place_change TO marsad_runtime;

-- The second wall: public places are everybody's; a force's own are seen within the force and changed by who may act there.
CREATE FUNCTION scope_forces() RETURNS int[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT force_id), '{}') FROM org_unit
  WHERE unit_id = ANY (scope_ints('marsad.action_units') || scope_ints('marsad.read_units') || scope_ints('marsad.read_own_units'))
    OR unit_id = ANY (SELECT (pair >> 32)::int FROM unnest(scope_bigints('marsad.read_pairs')) AS pair)
$$;
COMMENT ON FUNCTION scope_forces IS 'The forces that the scope of the transaction reaches into';
CREATE FUNCTION scope_holds_force() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM org_unit WHERE kind = 'force' AND unit_id = ANY (scope_ints('marsad.action_units')))
$$;
COMMENT ON FUNCTION scope_holds_force IS 'Whether the action reaches a whole force: who may change the public gazetteer';

ALTER TABLE place ENABLE ROW LEVEL SECURITY;
ALTER TABLE place FORCE ROW LEVEL SECURITY;
CREATE POLICY place_read ON place FOR SELECT TO marsad_runtime
  USING (force_id IS NULL OR force_id = ANY ((SELECT scope_forces())::int[]));
CREATE POLICY place_insert ON place FOR INSERT TO marsad_runtime WITH CHECK (
  CASE WHEN force_id IS NULL THEN (SELECT scope_holds_force())
    ELSE unit_id = ANY ((SELECT scope_ints('marsad.action_units'))::int[]) OR force_id = ANY ((SELECT scope_ints('marsad.action_units'))::int[]) END);
CREATE POLICY place_update ON place FOR UPDATE TO marsad_runtime USING (
  CASE WHEN force_id IS NULL THEN (SELECT scope_holds_force())
    ELSE unit_id = ANY ((SELECT scope_ints('marsad.action_units'))::int[]) OR force_id = ANY ((SELECT scope_ints('marsad.action_units'))::int[]) END);
DO $$
DECLARE child text;
BEGIN
  FOREACH child IN ARRAY ARRAY['place_name','place_change'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', child);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', child);
    EXECUTE format('CREATE POLICY child_read ON %1$I FOR SELECT TO marsad_runtime USING
      (EXISTS (SELECT 1 FROM place p WHERE p.place_id = %1$I.place_id))', child);
    EXECUTE format('CREATE POLICY child_insert ON %1$I FOR INSERT TO marsad_runtime WITH CHECK
      (EXISTS (SELECT 1 FROM place p WHERE p.place_id = %1$I.place_id AND CASE WHEN p.force_id IS NULL THEN (SELECT scope_holds_force())
        ELSE p.unit_id = ANY ((SELECT scope_ints(''marsad.action_units''))::int[]) OR p.force_id = ANY ((SELECT scope_ints(''marsad.action_units''))::int[]) END))', child);
  END LOOP;
END $$;
CREATE POLICY child_delete ON place_name FOR DELETE TO marsad_runtime USING
  (EXISTS (SELECT 1 FROM place p WHERE p.place_id = place_name.place_id AND CASE WHEN p.force_id IS NULL THEN (SELECT scope_holds_force())
    ELSE p.unit_id = ANY ((SELECT scope_ints('marsad.action_units'))::int[]) OR p.force_id = ANY ((SELECT scope_ints('marsad.action_units'))::int[]) END));

-- LIKE, trigrams and overlap are not leak-proof: under the policies above they could use no index. This function looks in
-- the indexes and lets through what the transaction's scope may see. `asked` is normalised: it holds no wildcard.
CREATE FUNCTION search_places(asked text, keys text[], box double precision[], most int)
RETURNS TABLE (place_id bigint, name_ar text, name_en text, name_fr text, kind text, population int, longitude double precision,
  latitude double precision, radius_metres int, own boolean, names text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
END $$;
COMMENT ON FUNCTION search_places IS 'Candidates for a typed place: by prefix, word, skeleton and trigrams, within what the scope may see; box is west, south, east, north';
REVOKE EXECUTE ON FUNCTION search_places FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_places TO marsad_runtime;
