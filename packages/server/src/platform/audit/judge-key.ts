import type pg from 'pg';
import { StartError } from '../db/embedded/start-error.ts';
import { type SealedEntry, sealHash } from './chain.ts';

/**
 * Refuses to seal on with another key than the log was sealed with: every link after that would read as altered for ever.
 * Looks at the newest seals; one of them that fits is enough, for a single one may have been tampered with.
 * @throws StartError keys
 */
export async function judgeAuditKey(owner: pg.Pool, key: Buffer): Promise<void> {
  const found = await owner.query(
    `SELECT s.position, s.previous_hash, s.hash, e.* FROM audit_seal s JOIN audit_entry e USING (audit_id)
     ORDER BY s.position DESC LIMIT 20`,
  );
  const seals = found.rows as (SealedEntry & { position: number; previous_hash: Buffer; hash: Buffer })[];
  if (seals.length === 0) return;
  if (seals.some((row) => sealHash(key, row.previous_hash, row.position, row).equals(row.hash))) return;
  throw new StartError(
    'keys',
    'Expected the audit key that sealed the log of this database, got another one. Put the folder keys/ of the server that sealed it into this data folder (or that of a backup), and start again. Nothing was sealed.',
  );
}
