-- Mappings that people made themselves, beside those that the product ships.

CREATE TABLE import_mapping (
  name text PRIMARY KEY CHECK (name ~ '^[a-z0-9-]{1,60}$'),
  mapping jsonb NOT NULL,
  force_code text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  version int NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL
);
COMMENT ON TABLE import_mapping IS 'How columns of files become incidents, by name. A run keeps its own copy: a mapping may be removed';
COMMENT ON COLUMN import_mapping.force_code IS 'Code of the force that the mapping brings records to; it may not be there yet';
COMMENT ON COLUMN import_mapping.person_id IS 'Who wrote it last';
GRANT SELECT, INSERT, UPDATE, DELETE ON import_mapping TO marsad_runtime;

-- The second wall: read by everybody with a right to import; written by its author, and by whose right reaches its force.
CREATE FUNCTION import_reaches(code text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM org_unit u WHERE u.kind = 'force' AND u.code = import_reaches.code
     AND u.unit_id = ANY ((SELECT scope_ints('marsad.action_units'))::int[])) $$;
ALTER TABLE import_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_mapping FORCE ROW LEVEL SECURITY;
CREATE POLICY import_mapping_read ON import_mapping FOR SELECT TO marsad_runtime
  USING (cardinality((SELECT scope_ints('marsad.action_units'))) > 0);
CREATE POLICY import_mapping_insert ON import_mapping FOR INSERT TO marsad_runtime
  WITH CHECK (person_id = (SELECT scope_person()) AND cardinality((SELECT scope_ints('marsad.action_units'))) > 0);
CREATE POLICY import_mapping_update ON import_mapping FOR UPDATE TO marsad_runtime
  USING (person_id = (SELECT scope_person()) OR import_reaches(force_code))
  WITH CHECK (person_id = (SELECT scope_person()));
CREATE POLICY import_mapping_delete ON import_mapping FOR DELETE TO marsad_runtime
  USING (person_id = (SELECT scope_person()) OR import_reaches(force_code));
