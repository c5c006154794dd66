// Sign-in by better-auth over our own tables. There is no self-registration and no e-mail: accounts are made by an
// administrator; the e-mail column holds a placeholder that the library demands. A user is a person: the ids are one.
// The library's own endpoints are not served: routes.ts lets through what Marsad uses, with lock-out and log around it.
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import type pg from 'pg';
import { leastPasswordCharacters, mostPasswordCharacters } from './judge-password.ts';

export interface AuthOptions {
  pool: pg.Pool;
  secret: string;
  origin: string;
  secureCookies: boolean;
  idleMinutes: number;
}

// OWASP's parameters for Argon2id (19 MiB, 2 passes, 1 lane).
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const hashPassword = (password: string): Promise<string> => hash(password, argon);

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Carries the address of a request to the library. */
export const addressHeader = 'x-marsad-address';

/** The sign-in of an installation: `handler` answers what routes.ts lets through, `api.getSession` knows who sends a request. */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    database: options.pool,
    secret: options.secret,
    baseURL: options.origin,
    basePath: '/api/auth',
    trustedOrigins: [options.origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      useSecureCookies: options.secureCookies,
      cookiePrefix: 'marsad',
      // The address as our own server saw it: what a client writes into its headers is never believed.
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    rateLimit: { enabled: false },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', ...stamps },
      additionalFields: {
        passwordTemporary: { type: 'boolean', fieldName: 'password_temporary', required: false, input: false },
      },
    },
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
      minPasswordLength: leastPasswordCharacters,
      maxPasswordLength: mostPasswordCharacters,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => verify(stored, password) },
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

/** Makes the account of a person with a password of their own choice. It must have been judged before. */
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
