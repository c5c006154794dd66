import * as z from 'zod';

/**
 * The version of a record that the person read. A field that was changed since is a conflict that names who and which
 * (`record.changed_meanwhile`), and nothing is written.
 */
export const versionSeen = z.number().int().min(1).max(2_147_483_647);

/** A field that was changed of a person, a role or a unit: what it was, what it became, by whom and why. */
export const organisationChange = z.object({
  changeId: z.uuid(),
  field: z.string(),
  oldValue: z.unknown(),
  newValue: z.unknown(),
  authorNameAr: z.string().nullable(),
  authorNameLatin: z.string().nullable(),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
});
export type OrganisationChange = z.infer<typeof organisationChange>;
