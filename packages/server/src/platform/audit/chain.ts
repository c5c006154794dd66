// The chain of the audit log. hash(n) = HMAC-SHA-256(key, hash(n-1) || canonical(entry n)), key outside the database:
// whoever owns the database but not the key cannot alter, drop or reorder an entry and keep the chain whole. Heads are
// written to a file at intervals, so that cutting the tail off is found too.
import { createHmac } from 'node:crypto';
import { canonicalJson } from './entry.ts';

export const genesisHash = Buffer.alloc(32);

/** The columns of an entry that the seal covers: all of them. */
export interface SealedEntry {
  audit_id: number;
  at: string;
  kind: string;
  action: string;
  person_id: string | null;
  post_id: string | null;
  unit_id: number | null;
  subject_kind: string;
  subject_id: string;
  fields: string[];
  value_digest: Buffer | null;
  reason: string | null;
  recipient: string | null;
  source_address: string | null;
  command_id: string | null;
  token_id: string | null;
}

/** The hash that seals `entry` after `previous` at `position`. Cost: one HMAC over a few hundred bytes. */
export function sealHash(key: Buffer, previous: Buffer, position: number, entry: SealedEntry): Buffer {
  const content = canonicalJson({
    position,
    audit_id: entry.audit_id,
    at: entry.at,
    kind: entry.kind,
    action: entry.action,
    person_id: entry.person_id,
    post_id: entry.post_id,
    unit_id: entry.unit_id,
    subject_kind: entry.subject_kind,
    subject_id: entry.subject_id,
    fields: entry.fields,
    value_digest: entry.value_digest?.toString('hex') ?? null,
    reason: entry.reason,
    recipient: entry.recipient,
    source_address: entry.source_address,
    command_id: entry.command_id,
    // Came later than the first seals: left out where there is none, so that those still hold.
    token_id: entry.token_id ?? undefined,
  });
  return createHmac('sha256', key).update(previous).update(content).digest();
}
