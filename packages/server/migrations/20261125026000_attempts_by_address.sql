-- Wrong attempts are counted by name and address: who guesses from elsewhere locks nobody out of their own seat.
DROP INDEX sign_in_failure_name;
CREATE INDEX sign_in_failure_name ON sign_in_failure (user_name, source_address, at);
CREATE INDEX sign_in_failure_at ON sign_in_failure (at);
COMMENT ON TABLE sign_in_failure IS 'Failed sign-ins of the last day: five in fifteen minutes from one address, or twenty from anywhere, lock the name there for fifteen minutes';
