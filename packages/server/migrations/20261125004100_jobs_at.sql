-- A job asked for by a command that is to run at a moment, not at once. Each its own, so that one does not wait for another.
CREATE FUNCTION request_job_at(task text, payload jsonb, job_key text, run_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN
  PERFORM graphile_worker.add_job(identifier := task, payload := payload::json, max_attempts := 12,
    job_key := request_job_at.job_key, run_at := request_job_at.run_at);
END $$;
REVOKE EXECUTE ON FUNCTION request_job_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_job_at TO marsad_runtime;
