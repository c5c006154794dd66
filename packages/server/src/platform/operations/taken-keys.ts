/**
 * Keys of the database that somebody else may have taken, and the reason that is given to the one who comes second. What is
 * not named here is a fault of ours.
 */
export const takenKeys: Readonly<Record<string, string>> = {
  incident_force_number: 'incident.number_taken',
  org_unit_logging_code: 'unit.code_taken',
  org_unit_force_id_kind_code_key: 'unit.code_taken',
};
