import { type ShippedRole, shippedRoles } from '@marsad/contract/administration/roles.ts';
import { shippedDispositions } from '@marsad/contract/incidents/dispositions.ts';
import { shippedGroups, shippedTypes } from '@marsad/contract/incidents/incident-types.ts';
import type pg from 'pg';
import { productVersion } from '../../../platform/version.ts';

/**
 * Puts the shipped roles, types and dispositions into the database where they are not yet there. A shipped role that the
 * force never changed follows what is shipped now; what the force edited stays.
 */
export async function seedReference(owner: pg.Pool): Promise<void> {
  for (const role of shippedRoles) await seedRole(owner, role);
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

async function seedRole(owner: pg.Pool, role: ShippedRole): Promise<void> {
  const rights = JSON.stringify(role.rights);
  await owner.query(
    `INSERT INTO role (code, name_ar, name_en, name_fr, rights, shipped, shipped_rights) VALUES ($1, $2, $3, $4, $5, true, $5)
     ON CONFLICT (code) DO NOTHING`,
    [role.code, role.nameAr, role.nameEn, role.nameFr, rights],
  );
  // The log tells of it as of every change of a role; nobody made it but the new version. Servers that run hear the event.
  await owner.query(
    `WITH followed AS (
       UPDATE role SET rights = $2, shipped_rights = $2
       WHERE code = $1 AND shipped AND rights = shipped_rights AND rights <> $2::jsonb RETURNING role_id::text AS id
     ), told AS (
       INSERT INTO audit_entry (at, kind, action, subject_kind, subject_id, fields, reason)
       SELECT now(), 'administration', 'administration.role_shipped', 'role', id, '{rights}', $3 FROM followed)
     INSERT INTO event_outbox (kind, payload, at)
     SELECT 'organisation.role_changed', jsonb_build_object('subjectKind', 'role', 'subjectId', id), now() FROM followed`,
    [role.code, rights, `Marsad ${productVersion}`],
  );
}
