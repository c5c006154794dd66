// Every setting of the server: its name, what it does, what it is when nobody sets it. Nothing else reads the environment.
import path from 'node:path';
import { z } from 'zod';

const onlyDigits = z.string().regex(/^\d+$/, 'a whole number').transform(Number);
const whole = (least: number, most: number) =>
  onlyDigits.pipe(z.number().min(least, `a number of at least ${least}`).max(most, `a number of at most ${most}`));
const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^/]+\/.+/, 'an address like postgres://user:password@host:5432/marsad');
const file = z.string().min(1, 'the path of a file');

/** One line of `marsad config`: `secret` values are never printed, `shown` is the default in words. */
interface Setting<S extends z.ZodType> {
  schema: S;
  about: string;
  shown: string;
  secret?: boolean;
}
const setting = <S extends z.ZodType>(schema: S, shown: string, about: string, secret = false): Setting<S> => ({
  schema,
  about,
  shown,
  secret,
});

const all = {
  MARSAD_MODE: setting(
    z.enum(['tryout', 'serve'], 'tryout or serve').default('tryout'),
    'tryout',
    'tryout loads a practice force into an empty database; serve is for a real force, loads nothing and refuses weak settings.',
  ),
  MARSAD_HOST: setting(
    z.string().min(1, 'a host name or address').default('127.0.0.1'),
    '127.0.0.1',
    'The address to listen on; 0.0.0.0 for every network.',
  ),
  MARSAD_PORT: setting(whole(0, 65_535).default(8080), '8080', 'The port to listen on; 0 takes any free one.'),
  MARSAD_DATA: setting(
    z.string().min(1, 'the path of a folder').default('./data'),
    './data',
    'The folder of everything kept: database, files, keys, mart. Back it up with "marsad backup", not by copying it.',
  ),
  DATABASE_URL: setting(
    databaseAddress.optional(),
    'the embedded PostgreSQL in the data folder',
    'The owner connection to a PostgreSQL 15 or later of your own.',
    true,
  ),
  MARSAD_RUNTIME_DATABASE_URL: setting(
    databaseAddress.optional(),
    'DATABASE_URL as the role marsad_runtime',
    'The connection of the runtime role, where you made that role yourself.',
    true,
  ),
  MARSAD_TLS_CERT: setting(
    file.optional(),
    'none',
    'The certificate chain (PEM) to serve HTTPS with; needs MARSAD_TLS_KEY.',
  ),
  MARSAD_TLS_KEY: setting(file.optional(), 'none', 'The private key (PEM) of MARSAD_TLS_CERT.'),
  MARSAD_ORIGIN: setting(
    z
      .string()
      .regex(/^https?:\/\/[^/]+$/, 'an address without a path, like https://marsad.example')
      .optional(),
    'made of host, port and TLS',
    'The address people type, which sign-in is bound to. Set it behind a proxy.',
  ),
  MARSAD_MAP_PMTILES: setting(
    file.optional(),
    'none',
    'A PMTiles file with the streets of the country, for the maps; without it they show coast, areas and places.',
  ),
  MARSAD_IDLE_MINUTES: setting(
    whole(1, 1440).default(30),
    '30',
    'Minutes without use after which a person must sign in again.',
  ),
  MARSAD_REQUIRE_TOTP: setting(
    z
      .string()
      .regex(
        /^(none|[a-z0-9_]+(\s*,\s*[a-z0-9_]+)*)$/,
        'none, or codes of roles with commas between, as administrator,inspector',
      )
      .optional(),
    'administrator in serve, none in tryout',
    'The roles whose holders must sign in with a second factor; until they turn it on they can do nothing else.',
  ),
  MARSAD_ATTACHMENT_MEGABYTES: setting(
    whole(1, 2000).default(25),
    '25',
    'The largest file that may be attached to an incident, in megabytes.',
  ),
  MARSAD_REFUSED_ROWS_DAYS: setting(
    whole(1, 3650).default(30),
    '30',
    'How many days after an import the values of its refused rows are kept, to be corrected and sent again.',
  ),
  MARSAD_LOG_LEVEL: setting(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent').default('warn'),
    'warn',
    'How much is logged, as lines of JSON on standard output: info adds a line a request. No level logs personal data.',
  ),
  MARSAD_PROXIES: setting(
    z
      .string()
      .regex(/^[0-9a-fA-F.:/]+(\s*,\s*[0-9a-fA-F.:/]+)*$/, 'addresses or networks, separated by commas')
      .optional(),
    'none',
    'Addresses of reverse proxies whose X-Forwarded-For is believed; else the audit log shows the proxy as where people are.',
  ),
  MARSAD_METRICS_TOKEN: setting(
    z
      .string()
      .regex(/^\S{16,200}$/, 'at least 16 characters without spaces')
      .optional(),
    'none: /metrics answers this machine alone',
    'What a monitoring system on another machine sends as a bearer token to read /metrics.',
    true,
  ),
  MARSAD_DEMO_INCIDENTS: setting(
    whole(0, 1_000_000).default(20_000),
    '20000',
    'How many incidents the practice force starts with in a first try-out.',
  ),
  MARSAD_SHARED: setting(
    z.string().min(1, 'the path of a folder').default('../shared'),
    '../shared',
    'Where tests find real data; the server never reads it.',
  ),
};
type Name = keyof typeof all;
const names = Object.keys(all) as Name[];

export interface Settings {
  mode: 'tryout' | 'serve';
  host: string;
  port: number;
  /** Absolute. */
  dataFolder: string;
  databaseUrl: string | undefined;
  runtimeDatabaseUrl: string | undefined;
  tls: { certFile: string; keyFile: string } | undefined;
  /** Scheme, host and port that people type; without a trailing slash. */
  origin: string;
  idleMinutes: number;
  /** Codes of the roles that must have a second factor. */
  secondFactorRoles: string[];
  /** Absolute; undefined where the force has no streets. */
  streetsFile: string | undefined;
  attachmentMegabytes: number;
  refusedRowsDays: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  demoIncidents: number;
  proxies: string[] | undefined;
  metricsToken: string | null;
}

export type Environment = Record<string, string | undefined>;

const schema = z.object(
  Object.fromEntries(names.map((name) => [name, all[name].schema])) as { [N in Name]: (typeof all)[N]['schema'] },
);

/** The settings in `env`, or a sentence for each that is wrong. Relative paths count from `root`; an empty value is an unset one. */
export function readSettings(
  env: Environment,
  root: string = process.cwd(),
): { settings: Settings } | { errors: string[] } {
  const given = Object.fromEntries(names.map((name) => [name, env[name]?.trim() || undefined]));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    return {
      errors: parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]) as Name;
        const got = all[name].secret ? 'something else (not shown: it may hold a password)' : `"${given[name]}"`;
        return `Expected ${name} to be ${issue.message}, got ${got}. Correct or unset it.`;
      }),
    };
  }
  const read = parsed.data;
  const { MARSAD_TLS_CERT: certFile, MARSAD_TLS_KEY: keyFile } = read;
  if ((certFile === undefined) !== (keyFile === undefined)) {
    const [set, unset] = certFile ? ['MARSAD_TLS_CERT', 'MARSAD_TLS_KEY'] : ['MARSAD_TLS_KEY', 'MARSAD_TLS_CERT'];
    return {
      errors: [`Expected both MARSAD_TLS_CERT and MARSAD_TLS_KEY or neither, got ${set} alone. Set ${unset} too.`],
    };
  }
  const tls =
    certFile && keyFile ? { certFile: path.resolve(root, certFile), keyFile: path.resolve(root, keyFile) } : undefined;
  return {
    settings: {
      mode: read.MARSAD_MODE,
      host: read.MARSAD_HOST,
      port: read.MARSAD_PORT,
      dataFolder: path.resolve(root, read.MARSAD_DATA),
      databaseUrl: read.DATABASE_URL,
      runtimeDatabaseUrl: read.MARSAD_RUNTIME_DATABASE_URL,
      tls,
      origin: read.MARSAD_ORIGIN ?? `${tls ? 'https' : 'http'}://${typedHost(read.MARSAD_HOST)}:${read.MARSAD_PORT}`,
      idleMinutes: read.MARSAD_IDLE_MINUTES,
      secondFactorRoles: rolesIn(read.MARSAD_REQUIRE_TOTP ?? (read.MARSAD_MODE === 'serve' ? 'administrator' : 'none')),
      streetsFile: read.MARSAD_MAP_PMTILES ? path.resolve(root, read.MARSAD_MAP_PMTILES) : undefined,
      attachmentMegabytes: read.MARSAD_ATTACHMENT_MEGABYTES,
      refusedRowsDays: read.MARSAD_REFUSED_ROWS_DAYS,
      logLevel: read.MARSAD_LOG_LEVEL,
      demoIncidents: read.MARSAD_DEMO_INCIDENTS,
      proxies: read.MARSAD_PROXIES?.split(',').map((one) => one.trim()),
      metricsToken: read.MARSAD_METRICS_TOKEN ?? null,
    },
  };
}

const rolesIn = (list: string): string[] => (list === 'none' ? [] : list.split(',').map((role) => role.trim()));

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);
const typedHost = (host: string): string => {
  if (loopback.has(host) || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

/** Every setting for `marsad config`: what it is now, by default, and what it does. Secrets show only that they are set. */
export function describeSettings(env: Environment): { name: string; value: string; default: string; about: string }[] {
  return names.map((name) => {
    const value = env[name]?.trim();
    const shown = value && all[name].secret ? 'set (hidden)' : value;
    return { name, value: shown || all[name].shown, default: all[name].shown, about: all[name].about };
  });
}

/** What is too weak to serve a real force with, a sentence each; empty when all is well or in a try-out. */
export function weakSettings(settings: Settings): string[] {
  if (settings.mode !== 'serve') return [];
  const weak: string[] = [];
  const open = !loopback.has(settings.host);
  if (open && !settings.tls) {
    weak.push(
      `Expected TLS where others can connect, got MARSAD_HOST ${settings.host} without it. Set MARSAD_TLS_CERT and MARSAD_TLS_KEY, or listen on 127.0.0.1 behind a proxy.`,
    );
  }
  if (settings.origin.startsWith('http:') && !loopback.has(new URL(settings.origin).hostname.replace(/^\[|\]$/g, ''))) {
    weak.push(
      `Expected an https address for people to type, got MARSAD_ORIGIN ${settings.origin}. Passwords would cross the network in the open.`,
    );
  }
  if (open && settings.tls && new URL(settings.origin).hostname === 'localhost') {
    weak.push(
      'Expected the address that people type, got none. Set MARSAD_ORIGIN, for example https://marsad.example.',
    );
  }
  if (settings.idleMinutes > 720) {
    weak.push(
      `Expected sessions that end within 720 idle minutes, got MARSAD_IDLE_MINUTES ${settings.idleMinutes}. Lower it.`,
    );
  }
  return weak;
}
