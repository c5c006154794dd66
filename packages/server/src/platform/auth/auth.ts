// Sign-in by better-auth over our own tables. There is no self-registration and no e-mail: accounts are made by an
// administrator; the e-mail column holds a placeholder that the library demands. A user is a person: the ids are one.
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor, username } from 'better-auth/plugins';
import type pg from 'pg';

export interface AuthOptions {
  pool: pg.Pool;
  secret: string;
  origin: string;
  secureCookies: boolean;
  idleMinutes: number;
  onAccess(access: { kind: 'signed_in' | 'refused' | 'locked'; userName: string }): Promise<void> | void;
}

const failuresBeforeLock = 5;
const lockMinutes = 15;

// OWASP's parameters for Argon2id (19 MiB, 2 passes, 1 lane).
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const hashPassword = (password: string): Promise<string> => hash(password, argon);

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** The sign-in of an installation: `handler` serves /api/auth/*, `api.getSession` knows who sends a request. */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    database: options.pool,
    secret: options.secret,
    baseURL: options.origin,
    basePath: '/api/auth',
    trustedOrigins: [options.origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: { useSecureCookies: options.secureCookies, cookiePrefix: 'marsad' },
    rateLimit: { enabled: false },
    user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...stamps } },
    session: {
      modelName: 'auth_session',
      fields: {
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
        ...stamps,
      },
      expiresIn: options.idleMinutes * 60,
      updateAge: 30,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
    },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...stamps } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verify(stored, password) },
    },
    disabledPaths: ['/sign-up/email', '/sign-in/email', '/is-username-available', '/update-user', '/change-email'],
    hooks: {
      before: createAuthMiddleware(async (call) => {
        if (call.path !== '/sign-in/username') return;
        const name = userNameOf(call.body);
        if (await isLocked(options.pool, name)) {
          await options.onAccess({ kind: 'locked', userName: name });
          throw new APIError('TOO_MANY_REQUESTS', { message: 'sign_in.locked' });
        }
      }),
      after: createAuthMiddleware(async (call) => {
        if (call.path !== '/sign-in/username') return;
        const name = userNameOf(call.body);
        const failed = call.context.returned instanceof APIError;
        if (failed) await options.pool.query('INSERT INTO sign_in_failure (user_name, at) VALUES ($1, now())', [name]);
        else
          await options.pool.query(
            "DELETE FROM sign_in_failure WHERE user_name = $1 OR at < now() - interval '1 day'",
            [name],
          );
        await options.onAccess({ kind: failed ? 'refused' : 'signed_in', userName: name });
      }),
    },
    plugins: [
      username({ minUsernameLength: 2, schema: { user: { fields: { displayUsername: 'display_username' } } } }),
      twoFactor({
        issuer: 'Marsad',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'auth_two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

const userNameOf = (body: unknown): string =>
  String((body as { username?: unknown })?.username ?? '')
    .slice(0, 200)
    .toLowerCase();

async function isLocked(pool: pg.Pool, name: string): Promise<boolean> {
  const failures = await pool.query(
    'SELECT count(*) AS n FROM sign_in_failure WHERE user_name = $1 AND at > now() - make_interval(mins => $2)',
    [name, lockMinutes],
  );
  return failures.rows[0].n >= failuresBeforeLock;
}

/** Makes the account of a person. The password must have been judged before. */
export async function createAccount(
  pool: pg.Pool,
  account: { personId: string; userName: string; name: string; password: string },
): Promise<void> {
  const hashed = await hashPassword(account.password);
  await pool.query(
    `WITH u AS (INSERT INTO auth_user (id, name, email, username, display_username) VALUES ($1, $2, $3, $4, $4) RETURNING id)
     INSERT INTO auth_account (id, account_id, provider_id, user_id, password) SELECT $1, $1, 'credential', id, $5 FROM u`,
    [
      account.personId,
      account.name,
      `${account.userName}@accounts.marsad.invalid`,
      account.userName.toLowerCase(),
      hashed,
    ],
  );
}
