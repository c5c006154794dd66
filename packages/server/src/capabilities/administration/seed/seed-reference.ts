import { shippedRoles } from '@marsad/contract/administration/roles.ts';
import { shippedDispositions } from '@marsad/contract/incidents/dispositions.ts';
import { shippedGroups, shippedTypes } from '@marsad/contract/incidents/incident-types.ts';
import type pg from 'pg';

/** Puts the shipped roles, types and dispositions into the database where they are not yet there; what the force edited stays. */
export async function seedReference(owner: pg.Pool): Promise<void> {
  for (const role of shippedRoles) {
    await owner.query(
      `INSERT INTO role (code, name_ar, name_en, name_fr, rights, shipped) VALUES ($1, $2, $3, $4, $5, true) ON CONFLICT (code) DO NOTHING`,
      [role.code, role.nameAr, role.nameEn, role.nameFr, JSON.stringify(role.rights)],
    );
  }
  for (const [code, [ar, en, fr]] of Object.entries(shippedGroups)) {
    await owner.query(
      `INSERT INTO incident_type (code, name_ar, name_en, name_fr, selectable) VALUES ($1, $2, $3, $4, false) ON CONFLICT (code) DO NOTHING`,
      [code, ar, en, fr],
    );
  }
  for (const type of shippedTypes) {
    await owner.query(
      `INSERT INTO incident_type (code, parent_id, name_ar, name_en, name_fr, aliases, iccs, eido, priority, origin, required_fields)
       SELECT $1, type_id, $3, $4, $5, ARRAY[$6], $7, $8, $9, $10, $11 FROM incident_type WHERE code = $2 ON CONFLICT (code) DO NOTHING`,
      [
        type.code,
        type.code.split('.')[0],
        type.nameAr,
        type.nameEn,
        type.nameFr,
        type.alias,
        type.iccs,
        type.eido,
        type.priority,
        type.origin,
        type.requiredFields,
      ],
    );
  }
  for (const one of shippedDispositions) {
    await owner.query(
      `INSERT INTO disposition (code, name_ar, name_en, name_fr, offence_recorded) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (code) DO NOTHING`,
      [one.code, one.nameAr, one.nameEn, one.nameFr, one.offenceRecorded],
    );
  }
}
