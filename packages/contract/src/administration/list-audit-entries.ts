import * as z from 'zod';
import { consultation } from '../platform/operation.ts';
import { pageOf, pageRequest } from '../platform/paging.ts';

export const auditKind = z.enum([
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
  'access',
  'administration',
]);
export type AuditKind = z.infer<typeof auditKind>;

const code = z.string().regex(/^[\w.:*-]{1,80}$/);

/** What of the log is asked for; everything that is given must hold. Times are instants, `to` not included. */
export const auditFilters = z.object({
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  /** User name of who acted. */
  userName: z.string().trim().max(60).optional(),
  kind: auditKind.optional(),
  /** As `incident.log`; with a trailing `.` every action that begins so. */
  action: code.optional(),
  subjectKind: code.optional(),
  subjectId: code.optional(),
  unitId: z.coerce.number().int().optional(),
});
export type AuditFilters = z.infer<typeof auditFilters>;

export const auditEntry = z.object({
  auditId: z.number().int(),
  at: z.iso.datetime(),
  kind: auditKind,
  action: z.string(),
  /** Who acted; null for the machine itself, or a name that is nobody's. */
  person: z
    .object({ personId: z.uuid(), userName: z.string().nullable(), nameAr: z.string(), nameLatin: z.string() })
    .nullable(),
  unitId: z.number().int().nullable(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** Names of the fields written or read, never their values. */
  fields: z.array(z.string()),
  reason: z.string().nullable(),
  recipient: z.string().nullable(),
  sourceAddress: z.string().nullable(),
  /** Set when a program acted by this token. */
  tokenId: z.uuid().nullable(),
  commandId: z.uuid().nullable(),
  /** Its link in the chain; null while it waits for its seal. */
  position: z.number().int().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** The log of use, the newest first. Reading it is itself logged. */
export const listAuditEntries = consultation('audit.read', {
  path: '/audit/entries',
  summary: 'The audit log',
  tag: 'administration',
})
  .input(auditFilters.extend(pageRequest.shape))
  .output(pageOf(auditEntry));
