import type pg from 'pg';

/** Something that happened at the door. */
export interface Access {
  action: string;
  /** Null where the name belongs to nobody: what was typed there may be a password and is not kept. */
  personId: string | null;
  sourceAddress: string | null;
  reason?: string | undefined;
}

/** Writes it to the audit log. When that fails the sign-in fails: no log, no way in. */
export async function logAccess(pool: pg.Pool, access: Access, now: Date): Promise<void> {
  await pool.query(
    `INSERT INTO audit_entry (at, kind, action, person_id, subject_kind, subject_id, reason, source_address)
     VALUES ($1, 'access', $2, $3::uuid, 'account', coalesce($3::uuid::text, 'unknown'), $4, $5)`,
    [now, access.action, access.personId, access.reason ?? null, access.sourceAddress],
  );
}
