-- What keeps an installation in order: shipped roles that follow the product, runs that got stuck, refused rows that are forgotten
-- in time, attachments that were withdrawn.

ALTER TABLE role ADD COLUMN shipped_rights jsonb;
COMMENT ON COLUMN role.shipped_rights IS 'The rights as last shipped. While they are the role''s rights the force has changed nothing, and the role follows what is shipped';
-- Whether the force changed a role is told by the log; one it changed stays as it is.
UPDATE role SET shipped_rights = rights WHERE shipped AND NOT EXISTS (
  SELECT 1 FROM audit_entry a WHERE a.subject_kind = 'role' AND a.subject_id = role.role_id::text AND a.action = 'administration.role_changed');

ALTER TABLE import_run
  ADD COLUMN taken_up int NOT NULL DEFAULT 0,
  ADD COLUMN refused_rows_removed_at timestamptz;
COMMENT ON COLUMN import_run.taken_up IS 'How often the run was found without a job and given one again';
COMMENT ON COLUMN import_run.refused_rows_removed_at IS 'When the values of its refused rows were removed, as the setting says; the count stays';

ALTER TABLE attachment
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN withdrawn_by uuid,
  ADD COLUMN withdrawal_reason text,
  ADD CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL));
COMMENT ON COLUMN attachment.withdrawn_at IS 'When it was withdrawn: the row stays, its bytes are served to nobody and removed where no other attachment has them';
GRANT UPDATE (withdrawn_at, withdrawn_by, withdrawal_reason) ON attachment TO marsad_runtime;
CREATE INDEX attachment_sha256 ON attachment (sha256) WHERE withdrawn_at IS NULL;

-- The owner sweeps for every force. Where it is no superuser, FORCE binds it too, so it is let in by name.
CREATE POLICY owner_works ON import_run USING (current_user <> 'marsad_runtime') WITH CHECK (current_user <> 'marsad_runtime');
CREATE POLICY owner_works ON import_error USING (current_user <> 'marsad_runtime') WITH CHECK (current_user <> 'marsad_runtime');
CREATE POLICY owner_reads ON attachment FOR SELECT USING (current_user <> 'marsad_runtime');
