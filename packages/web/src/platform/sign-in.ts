// The ways in and out, and what a person does with their own means of signing in. Refusals carry the server's reason, as
// those of operations do, so that `sentenceOf` puts them into words.

const patienceMilliseconds = 15_000;

async function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  const said = (await response.json().catch(() => ({}))) as { reason?: string };
  if (!response.ok)
    throw Object.assign(new Error('refused'), { status: response.status, data: { reason: said.reason } });
  return said as Answer;
}

/** Whether a practice force stands at this server: told to whoever stands before the door. */
export async function isPractice(): Promise<boolean> {
  const response = await fetch('/api/auth/door', { signal: AbortSignal.timeout(patienceMilliseconds) });
  if (!response.ok) throw new Error(`Expected the door to tell of itself, got ${response.status}.`);
  return ((await response.json()) as { practice: boolean }).practice;
}

interface Step {
  /** A code is asked for; there is no session yet. */
  secondStep: boolean;
  /** The password was set by an administrator: one's own must be chosen before the session opens anything. */
  ownPassword: boolean;
}

/** User name and password. */
export const signIn = (username: string, password: string): Promise<Step> =>
  post('sign-in/username', { username, password });

/** The code of the second step: six digits of the application, or one of the backup codes. */
export const giveCode = (code: string): Promise<Step> =>
  post(/^[\d\s]{6,7}$/.test(code.trim()) ? 'second-step/totp' : 'second-step/backup-code', { code: code.trim() });

/** Ends the session; `locked` says that the seat was left. */
export const signOut = (locked = false): Promise<unknown> => post('sign-out', { locked });

export const changePassword = (currentPassword: string, newPassword: string): Promise<unknown> =>
  post('change-password', { currentPassword, newPassword });

/** What a second factor is made of; shown once. */
export interface Begun {
  totpUri: string;
  backupCodes: string[];
}
export const beginSecondFactor = (password: string): Promise<Begun> => post('second-factor/begin', { password });
export const confirmSecondFactor = (code: string): Promise<unknown> => post('second-factor/confirm', { code });
export const endSecondFactor = (password: string): Promise<unknown> => post('second-factor/end', { password });
export const makeBackupCodes = (password: string): Promise<Pick<Begun, 'backupCodes'>> =>
  post('second-factor/backup-codes', { password });
