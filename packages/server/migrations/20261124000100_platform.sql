-- The platform's own tables: commands (idempotency), audit log and its seals, outbox and events, settings.
-- The runtime role (marsad_runtime) is made by the server before the first migration; it owns nothing.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO marsad_runtime;

-- Scope of the current transaction -------------------------------------------------------------------------------
-- The server sets these with set_config(..., is_local => true). An unset scope is an empty one: nothing is visible.

CREATE FUNCTION scope_ints(setting text) RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting(setting, true), ''), '{}')::int[] $$;
CREATE FUNCTION scope_bigints(setting text) RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting(setting, true), ''), '{}')::bigint[] $$;
CREATE FUNCTION scope_uuids(setting text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting(setting, true), ''), '{}')::uuid[] $$;
CREATE FUNCTION scope_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('marsad.person_id', true), '')::uuid $$;
CREATE FUNCTION unit_type_pair(unit_id int, type_id int) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (unit_id::bigint << 32) | type_id::bigint $$;
COMMENT ON FUNCTION unit_type_pair IS 'One number for a unit and a type, so that a right limited to types is one array';

-- Commands ---------------------------------------------------------------------------------------------------------

CREATE TABLE command (
  command_id uuid PRIMARY KEY,
  name text NOT NULL,
  person_id uuid NOT NULL,
  post_id uuid,
  device_id text,
  request_digest bytea NOT NULL,
  response jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL
);
COMMENT ON TABLE command IS 'Every accepted command by the id its client made: the same id again returns the first answer';
COMMENT ON COLUMN command.request_digest IS 'SHA-256 of the canonical request: the same id with other content is a conflict';
COMMENT ON COLUMN command.made_at IS 'When the person did it; earlier than received_at when made offline';
GRANT SELECT, INSERT ON command TO marsad_runtime;

-- Audit ------------------------------------------------------------------------------------------------------------

CREATE TABLE audit_entry (
  audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('collection','alteration','consultation','disclosure','combination','erasure','access','administration')),
  action text NOT NULL,
  person_id uuid,
  post_id uuid,
  unit_id int,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  fields text[] NOT NULL DEFAULT '{}',
  value_digest bytea,
  reason text,
  recipient text,
  source_address text,
  command_id uuid
);
COMMENT ON TABLE audit_entry IS 'Append-only log of use. Ids, field names and keyed digests only, never the values themselves';
COMMENT ON COLUMN audit_entry.value_digest IS 'HMAC-SHA-256 of the written values under the audit key: proves what was written without holding it';
CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject_id, audit_id);
CREATE INDEX audit_entry_person ON audit_entry (person_id, audit_id);
CREATE INDEX audit_entry_at ON audit_entry (at, audit_id);

CREATE TABLE audit_seal (
  position bigint PRIMARY KEY,
  audit_id bigint NOT NULL UNIQUE REFERENCES audit_entry,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamptz NOT NULL
);
COMMENT ON TABLE audit_seal IS 'Insert-only hash chain over audit entries: hash = HMAC(key, previous_hash || entry), key outside the database';

CREATE TABLE audit_unsealed (audit_id bigint PRIMARY KEY);
COMMENT ON TABLE audit_unsealed IS 'Committed entries that the sequencer has not sealed yet; filled by a trigger, emptied by the sequencer';
CREATE FUNCTION queue_for_sealing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ BEGIN INSERT INTO audit_unsealed VALUES (NEW.audit_id); RETURN NULL; END $$;
CREATE TRIGGER audit_entry_queue AFTER INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION queue_for_sealing();
GRANT SELECT, INSERT ON audit_entry TO marsad_runtime;
GRANT SELECT ON audit_seal TO marsad_runtime;

-- Events -----------------------------------------------------------------------------------------------------------

CREATE TABLE event_outbox (
  outbox_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  incident_id uuid,
  force_id int,
  room_id int,
  station_id int,
  type_id int,
  created_by uuid,
  payload jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  command_id uuid
);
COMMENT ON TABLE event_outbox IS 'Events of committed commands that wait for their position; the sequencer moves them to event';
CREATE TABLE event (
  position bigint PRIMARY KEY,
  outbox_id bigint NOT NULL UNIQUE,
  kind text NOT NULL,
  incident_id uuid,
  force_id int,
  room_id int,
  station_id int,
  type_id int,
  created_by uuid,
  payload jsonb NOT NULL,
  at timestamptz NOT NULL,
  command_id uuid
);
COMMENT ON TABLE event IS 'The one order of what happened: positions without gaps, in commit order per incident. Fed by the sequencer alone';
CREATE INDEX event_incident ON event (incident_id, position) WHERE incident_id IS NOT NULL;
CREATE TABLE event_epoch (epoch uuid PRIMARY KEY DEFAULT gen_random_uuid(), made_at timestamptz NOT NULL DEFAULT now());
INSERT INTO event_epoch DEFAULT VALUES;
COMMENT ON TABLE event_epoch IS 'Changes when a backup is restored: positions of another epoch mean nothing and a stream answers reload';
GRANT INSERT ON event_outbox TO marsad_runtime;
GRANT SELECT ON event, event_epoch TO marsad_runtime;

CREATE TABLE setting (
  name text PRIMARY KEY,
  value jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE setting IS 'Settings the force edits on screen: practice mark, limits by priority, minutes of idle';
GRANT SELECT, INSERT, UPDATE ON setting TO marsad_runtime;
