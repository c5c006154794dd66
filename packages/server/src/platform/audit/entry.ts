import { createHmac } from 'node:crypto';

export type AuditKind =
  | 'collection'
  | 'alteration'
  | 'consultation'
  | 'disclosure'
  | 'combination'
  | 'erasure'
  | 'access'
  | 'administration';

/** What an operation reports to the log: ids and field names; `values` only pass through a keyed digest. */
export interface AuditReport {
  kind: AuditKind;
  action: string;
  subjectKind: string;
  subjectId: string;
  unitId?: number | null;
  fields?: string[];
  values?: unknown;
  reason?: string;
  recipient?: string;
}

/** HMAC-SHA-256 of the canonical values: proves what was written without the log holding it. */
export function digestValues(key: Buffer, values: unknown): Buffer | null {
  if (values === undefined) return null;
  return createHmac('sha256', key).update(canonicalJson(values)).digest();
}

/** JSON with keys in order at every depth, so that equal content has one text. */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'null'
  );
}
