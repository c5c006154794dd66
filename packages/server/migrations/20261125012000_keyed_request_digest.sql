-- A plain digest of a request that may hold restricted values can be guessed at leisure. From now on it is an HMAC under the
-- audit key, which is not in the database; what stood here is taken away, and a repeat of those commands is known by its id.
ALTER TABLE command ALTER COLUMN request_digest DROP NOT NULL;
UPDATE command SET request_digest = NULL;
COMMENT ON COLUMN command.request_digest IS 'HMAC-SHA-256 of the canonical request under the audit key: the same id with other content is a conflict. NULL for commands of older versions';
