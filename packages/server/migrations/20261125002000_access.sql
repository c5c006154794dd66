-- Who gets in, by which means, and what the log says of it: codes used once, tokens of programs, the state of the chain.

CREATE TABLE second_factor_use (
  user_id text NOT NULL,
  code_digest bytea NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, code_digest)
);
COMMENT ON TABLE second_factor_use IS 'Codes tried in the last minutes, as digests: a code that was seen over a shoulder does not work a second time';
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor_use TO marsad_runtime;

CREATE INDEX api_token_person ON api_token (person_id, token_id);
COMMENT ON TABLE api_token IS 'Means of programs to act for a person. The secret itself is never sent to the server when it is made: only its digest';
COMMENT ON COLUMN api_token.secret_digest IS 'SHA-256 of the whole token; a token holds 256 random bits, so that a plain digest is enough';

ALTER TABLE audit_entry ADD COLUMN token_id uuid;
COMMENT ON COLUMN audit_entry.token_id IS 'The token by which a program acted for the person; NULL when the person did it at a screen or terminal';
-- The inspector reads by time, the newest first, under one condition or another: each has its own way in.
DROP INDEX audit_entry_person;
CREATE INDEX audit_entry_person ON audit_entry (person_id, at, audit_id);
CREATE INDEX audit_entry_unit ON audit_entry (unit_id, at, audit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX audit_entry_action ON audit_entry (action, at, audit_id);
CREATE INDEX audit_entry_kind ON audit_entry (kind, at, audit_id);

CREATE TABLE audit_verification (
  verification_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  verified_at timestamptz NOT NULL,
  whole boolean NOT NULL,
  sealed bigint NOT NULL,
  broken_at bigint,
  fault text,
  CHECK (whole = (broken_at IS NULL)),
  CHECK (whole = (fault IS NULL))
);
COMMENT ON TABLE audit_verification IS 'Each walk along the chain and what it found; a note for the reader, not a proof: the proof is to walk it again';
COMMENT ON COLUMN audit_verification.sealed IS 'How many links were whole before the end or the first fault';
GRANT SELECT ON audit_verification TO marsad_runtime;
