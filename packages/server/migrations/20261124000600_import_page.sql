-- Imports from the page: files that were sent, runs as jobs, and who may see them.

CREATE TABLE import_file (
  file_id uuid PRIMARY KEY,
  file_name text NOT NULL,
  byte_count bigint NOT NULL,
  sha256 bytea NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  received_at timestamptz NOT NULL
);
COMMENT ON TABLE import_file IS 'Files sent for import; the bytes stand in the data folder under file_id until their import has ended';
ALTER TABLE import_run ADD COLUMN file_id uuid REFERENCES import_file;
ALTER TABLE import_run ADD COLUMN cancel_requested boolean NOT NULL DEFAULT false;
CREATE INDEX import_run_started ON import_run (started_at DESC, import_id DESC);
GRANT SELECT, INSERT ON import_file TO marsad_runtime;

-- The second wall: a run is seen by who made it and by those whose right to import reaches its force.
ALTER TABLE import_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_file FORCE ROW LEVEL SECURITY;
CREATE POLICY import_file_own ON import_file TO marsad_runtime USING (person_id = (SELECT scope_person()));
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_run FORCE ROW LEVEL SECURITY;
CREATE POLICY import_run_reach ON import_run TO marsad_runtime USING (
  person_id = (SELECT scope_person()) OR force_id = ANY ((SELECT scope_ints('marsad.action_units'))::int[]));
ALTER TABLE import_error ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_error FORCE ROW LEVEL SECURITY;
CREATE POLICY import_error_reach ON import_error TO marsad_runtime USING (
  EXISTS (SELECT 1 FROM import_run r WHERE r.import_id = import_error.import_id));

-- A command asks for a job in its own transaction: the job exists if and only if the command does.
CREATE FUNCTION request_job(task text, payload jsonb, job_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  PERFORM graphile_worker.add_job(identifier := task, payload := payload::json, queue_name := task, max_attempts := 3, job_key := request_job.job_key);
END $$;
REVOKE EXECUTE ON FUNCTION request_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_job TO marsad_runtime;
