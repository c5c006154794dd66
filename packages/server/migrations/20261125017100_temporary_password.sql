-- A password that an administrator set is known to two. At the next sign-in its person chooses one of their own before anything
-- else is answered. Of accounts that stand already nobody can tell whose password it is; they stay as they are.

ALTER TABLE auth_user ADD COLUMN password_temporary boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN auth_user.password_temporary IS 'The password was set by an administrator: until its person has chosen their own, a session opens nothing else';
