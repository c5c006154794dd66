-- The list of incidents: words found however their letters are written, and a way in for each question a list is asked.

-- The same folding as normaliseForSearch in the contract, step by step in its order; a test compares the two letter by letter.
CREATE FUNCTION fold_for_search(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
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
$$;
COMMENT ON FUNCTION fold_for_search IS 'The form of a text in which words are compared: normaliseForSearch of the contract';

-- Made by the database whoever writes the row: a screen, an import, a correction. People involved are not in it.
ALTER TABLE incident ADD COLUMN search_text text GENERATED ALWAYS AS
  (' ' || fold_for_search(coalesce(number, '') || ' ' || place_text || ' ' || narrative) || ' ') STORED;
COMMENT ON COLUMN incident.search_text IS 'Number, place and narrative as compared in a search, with a space around, so that a word of two letters is found whole';
-- Small: what waits unsorted is gone through at each search.
CREATE INDEX incident_words ON incident USING gin (search_text gin_trgm_ops) WITH (gin_pending_list_limit = 512);

-- One index holds all that a list is filtered by: a rare combination is looked for in it without touching the rows.
CREATE INDEX incident_created ON incident (created_at DESC, incident_id DESC)
  INCLUDE (force_id, room_id, station_id, type_id, priority, status, origin, disposition_id, created_by);
CREATE INDEX incident_type_created ON incident (type_id, created_at DESC, incident_id DESC);
CREATE INDEX incident_disposition_created ON incident (disposition_id, created_at DESC, incident_id DESC) WHERE disposition_id IS NOT NULL;
CREATE INDEX incident_aside ON incident (status, created_at DESC, incident_id DESC) WHERE status <> 'closed';
CREATE INDEX incident_maker_created ON incident (created_by, created_at DESC, incident_id DESC) WHERE created_by IS NOT NULL;
CREATE INDEX timeline_entry_made ON timeline_entry (incident_id, made_at DESC, entry_id DESC);

-- LIKE is not leak-proof: under row-level security it could use no index. This function looks in the index, and lets through
-- what the policy of the table itself lets this transaction read; the list then asks for those rows under that policy again.
CREATE FUNCTION incidents_with_words(patterns text[], most int) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
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
END $$;
COMMENT ON FUNCTION incidents_with_words IS 'Incidents within the scope whose words fit every pattern; NULL when more than `most` of the whole table do: then a list is gone through from its end';
REVOKE EXECUTE ON FUNCTION incidents_with_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION incidents_with_words TO marsad_runtime;
