-- A force is its own root: its row names its own number, so the server takes the number before it writes the row.
GRANT USAGE ON SEQUENCE org_unit_unit_id_seq TO marsad_runtime;
