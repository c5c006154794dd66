-- The inspector sees how many entries still wait for their seal, and asks for the chain to be walked.
GRANT SELECT ON audit_unsealed TO marsad_runtime;
