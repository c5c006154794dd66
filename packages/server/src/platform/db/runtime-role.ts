// The role that the server works as. Roles belong to a whole cluster, on which other databases of Marsad may stand.
import { StartError } from './embedded/start-error.ts';
import { connectClient } from './pools.ts';

export const runtimeRole = 'marsad_runtime';

type Client = Awaited<ReturnType<typeof connectClient>>;

const limits = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS';

/** The address of the runtime role in the database of `ownerUrl`. */
export function runtimeUrlOf(ownerUrl: string, runtimePassword: string): string {
  const url = new URL(ownerUrl);
  url.username = runtimeRole;
  url.password = runtimePassword;
  return url.href;
}

/** Whether the role gets in with a password. @throws what kept it out otherwise: too many connections say nothing of a password */
async function opens(ownerUrl: string, password: string): Promise<boolean> {
  try {
    await (await connectClient(runtimeUrlOf(ownerUrl, password), 'role')).end();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') return false;
    throw error;
  }
}

/** Whether the role works on another database of the cluster, or was last given its password by one that still stands. */
async function servesAnother(client: Client): Promise<boolean> {
  const others = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE usename = $1 AND datname <> current_database()
     UNION ALL SELECT 1 FROM pg_database d, pg_roles r WHERE r.rolname = $1 AND d.datname <> current_database()
       AND shobj_description(r.oid, 'pg_authid') = $2 || d.datname LIMIT 1`,
    [runtimeRole, markOf('')],
  );
  return others.rowCount !== 0;
}

/** What the role's comment says: whose server set its password. */
const markOf = (database: string): string => `Marsad works as this role on the database ${database}`;

/** Writes down whose password it is. An owner that may set it and not comment on it leaves no mark. */
async function mark(client: Client): Promise<void> {
  const database = (await client.query('SELECT current_database() AS name')).rows[0].name as string;
  try {
    await client.query(`COMMENT ON ROLE ${runtimeRole} IS ${client.escapeLiteral(markOf(database))}`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== '42501' && code !== 'XX000') throw error;
  }
}

const mayNotMake = (isThere: boolean): string =>
  `Expected the user of DATABASE_URL to be allowed to ${isThere ? `set the password of the role ${runtimeRole}` : `make the role ${runtimeRole}`}, got a user who may not. Give it the attribute CREATEROLE${isThere ? ` and the role ${runtimeRole} WITH ADMIN OPTION` : ''}, or let an administrator of the cluster run: ${isThere ? 'ALTER' : 'CREATE'} ROLE ${runtimeRole} ${limits} PASSWORD '...'; and set MARSAD_RUNTIME_DATABASE_URL to the address with that password.`;

/**
 * Makes the runtime role, or gives it `password` where that does not open yet; with null the force has made it.
 * @throws StartError when it is not there and the force makes it, when the owner may not make it, or when another database's server lives by its password
 */
export async function ensureRuntimeRole(client: Client, ownerUrl: string, password: string | null): Promise<void> {
  const found = await client.query(
    'SELECT rolcanlogin AND NOT (rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls) AS limited FROM pg_roles WHERE rolname = $1',
    [runtimeRole],
  );
  const role = found.rows[0] as { limited: boolean } | undefined;
  if (password === null) {
    if (role?.limited) return;
    throw new StartError(
      'settings',
      `Expected the role ${runtimeRole} for MARSAD_RUNTIME_DATABASE_URL, got ${role ? 'one with more rights than it may have' : 'none'}. Make it with: ${role ? 'ALTER' : 'CREATE'} ROLE ${runtimeRole} ${limits}, and set its password.`,
    );
  }
  if (role?.limited && (await opens(ownerUrl, password))) return;
  if (role && (await servesAnother(client)))
    throw new StartError(
      'settings',
      `Expected the password of the role ${runtimeRole} to be the one in this data folder, got another, by which a Marsad on another database of this cluster works. Set MARSAD_RUNTIME_DATABASE_URL with that password, or use a cluster of its own.`,
    );
  try {
    // An owner that is no superuser may set a password, and may not so much as repeat what the role is not.
    await client.query(
      `${role ? 'ALTER' : 'CREATE'} ROLE ${runtimeRole} ${role?.limited ? '' : limits} PASSWORD ${client.escapeLiteral(password)}`,
    );
    await mark(client);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '42501') throw new StartError('settings', mayNotMake(role !== undefined), { cause: error });
    // Another database's start may have made or be altering it this instant.
    if (code !== '42710' && code !== '23505' && code !== 'XX000') throw error;
  }
}
