import type pg from 'pg';
import { genesisHash, type SealedEntry, sealHash } from './chain.ts';
import type { AuditHead } from './heads.ts';

export type ChainFault = 'altered' | 'missing' | 'broken' | 'rewritten' | 'cut' | 'headless';
export type ChainVerdict =
  | { ok: true; sealed: number; unsealed: number }
  | { ok: false; position: number; fault: ChainFault };

type Link = SealedEntry & { position: number; previous_hash: Buffer; hash: Buffer };

/**
 * Walks the chain from its beginning in pages and names the first broken link: `missing` (a position or its entry is
 * gone), `broken` (it does not hang on the link before), `altered` (the entry is not what was sealed), `rewritten` (it is
 * not the link that was written down as head at the time), `cut` (a head was written down further on than the chain goes),
 * `headless` (there are seals and no heads: with `heads` null, the file that tells whether the end was cut off is gone).
 */
export async function verifyChain(
  pool: pg.Pool,
  key: Buffer,
  heads: readonly AuditHead[] | null,
): Promise<ChainVerdict> {
  const written = new Map((heads ?? []).map((head) => [head.position, head.hash]));
  let previous: Buffer = genesisHash;
  let position = 0;
  for (;;) {
    const page = await pool.query(
      `SELECT s.position, s.previous_hash, s.hash, e.* FROM audit_seal s LEFT JOIN audit_entry e USING (audit_id)
       WHERE s.position > $1 ORDER BY s.position LIMIT 5000`,
      [position],
    );
    if (page.rows.length === 0) break;
    for (const row of page.rows as Link[]) {
      position += 1;
      if (row.position !== position || row.kind === null) return { ok: false, position, fault: 'missing' };
      if (!previous.equals(row.previous_hash)) return { ok: false, position, fault: 'broken' };
      if (!sealHash(key, previous, position, row).equals(row.hash)) return { ok: false, position, fault: 'altered' };
      const head = written.get(position);
      if (head !== undefined && head !== row.hash.toString('hex')) return { ok: false, position, fault: 'rewritten' };
      previous = row.hash;
    }
  }
  // The first head is written with the first seal.
  if (heads === null && position > 0) return { ok: false, position: 1, fault: 'headless' };
  const furthest = (heads ?? []).reduce((most, head) => Math.max(most, head.position), 0);
  if (furthest > position) return { ok: false, position: position + 1, fault: 'cut' };
  // An entry that is neither sealed nor waiting lost its seal: the tail of seals was cut off.
  const rest = await pool.query(
    `SELECT (SELECT count(*) FROM audit_unsealed) AS unsealed,
       (SELECT count(*) FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.audit_id = e.audit_id)
         AND NOT EXISTS (SELECT 1 FROM audit_unsealed u WHERE u.audit_id = e.audit_id)) AS lost`,
  );
  if (rest.rows[0].lost > 0) return { ok: false, position: position + 1, fault: 'missing' };
  return { ok: true, sealed: position, unsealed: rest.rows[0].unsealed };
}

/** Notes a verdict for whoever reads the log on the page. With the owner's connection. */
export async function noteVerdict(owner: pg.Pool, verdict: ChainVerdict, now: Date): Promise<void> {
  await owner.query(
    'INSERT INTO audit_verification (verified_at, whole, sealed, broken_at, fault) VALUES ($1, $2, $3, $4, $5)',
    verdict.ok
      ? [now, true, verdict.sealed, null, null]
      : [now, false, verdict.position - 1, verdict.position, verdict.fault],
  );
}
