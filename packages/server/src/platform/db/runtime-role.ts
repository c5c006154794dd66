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

async function opens(ownerUrl: string, password: string): Promise<boolean> {
  try {
    await (await connectClient(runtimeUrlOf(ownerUrl, password), 'role')).end();
    return true;
  } catch {
    return false;
  }
}

/** Whether the role is in use on another database of the cluster, which lives by the password that is set now. */
async function servesAnother(client: Client): Promise<boolean> {
  const others = await client.query(
    'SELECT 1 FROM pg_stat_activity WHERE usename = $1 AND datname <> current_database() LIMIT 1',
    [runtimeRole],
  );
  return others.rowCount !== 0;
}

/**
 * Makes the runtime role, or gives it `password` where that does not open yet; with null the force has made it.
 * @throws StartError when it is not there and the force makes it, or when another database's server lives by its password
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
      `Expected the password of the role ${runtimeRole} to be the one in this data folder, got another, by which a Marsad on another database of this cluster works now. Set MARSAD_RUNTIME_DATABASE_URL with that password, or use a cluster of its own.`,
    );
  try {
    await client.query(
      `${role ? 'ALTER' : 'CREATE'} ROLE ${runtimeRole} ${limits} PASSWORD ${client.escapeLiteral(password)}`,
    );
  } catch (error) {
    // Another database's start may have made or be altering it this instant.
    const code = (error as { code?: string }).code;
    if (code !== '42710' && code !== '23505' && code !== 'XX000') throw error;
  }
}
