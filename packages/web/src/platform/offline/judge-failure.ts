// What a command's failure means for it: signed out, not arrived, a fault of the server, or refused. Whatever says "refused" without a reason of ours
// (the schema, a proxy) still is a refusal: sent again unchanged it would fail again, and hold up all that waits behind it.

type Parameters = Record<string, string | number> | null;
export type Failure =
  | { kind: 'signedOut' }
  | { kind: 'later'; heard: boolean }
  /** The server broke over this very command: perhaps a passing thing, perhaps for ever. */
  | { kind: 'fault'; parameters: Parameters }
  | { kind: 'refused'; reason: string; parameters: Parameters };

interface Failed {
  status?: number;
  data?: { reason?: string; parameters?: Record<string, string | number> };
}

// The server, or what stands before it, asks for patience.
const patience = new Set([408, 429]);

/** Judges what a sent command failed with. `heard` says that something answered. */
export function judgeFailure(error: unknown): Failure {
  const { status, data } = (error ?? {}) as Failed;
  if (status === 401) return { kind: 'signedOut' };
  if (status === 500) return { kind: 'fault', parameters: data?.parameters ?? { id: '-' } };
  if (status === undefined || status < 400 || status >= 500 || patience.has(status))
    return { kind: 'later', heard: status !== undefined };
  return { kind: 'refused', reason: data?.reason ?? 'input.invalid', parameters: data?.parameters ?? null };
}
