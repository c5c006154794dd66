// A whole server on a database of its own, cloned from a migrated and seeded template; requests go through inject.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { type App, createApp } from '../src/app.ts';
import { seedReference } from '../src/capabilities/administration/seed/seed-reference.ts';
import { loadPracticeForce, practicePassword } from '../src/capabilities/training/practice/load-practice-force.ts';
import { headsFile } from '../src/platform/audit/heads.ts';
import { systemClock } from '../src/platform/clock/clock.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { connectClient, createPool } from '../src/platform/db/pools.ts';
import { runtimeRole } from '../src/platform/db/runtime-role.ts';

export const runtimePasswordOfTests = 'runtime-of-tests';
const templateLock = 0x746d706c;
export const origin = 'http://localhost:8080';

function onDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export async function cloneTemplate(ownerUrl: string): Promise<string> {
  const client = await connectClient(ownerUrl, 'tests');
  const database = `test_${randomBytes(6).toString('hex')}`;
  try {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const made = await client.query("SELECT 1 FROM pg_database WHERE datname = 'template_marsad'");
    if (made.rowCount === 0) {
      await client.query('CREATE DATABASE template_marsad');
      const url = onDatabase(ownerUrl, 'template_marsad');
      await migrate(url, runtimePasswordOfTests);
      const owner = createPool(url, { max: 1, name: 'template' });
      await seedReference(owner);
      await loadPracticeForce(owner);
      await owner.end();
    }
    await client.query(`CREATE DATABASE ${database} TEMPLATE template_marsad`);
  } finally {
    await client.end();
  }
  return onDatabase(ownerUrl, database);
}

export interface TestServer extends App {
  ownerUrl: string;
  runtimeUrl: string;
  auditKey: Buffer;
  sessionKey: string;
  filesFolder: string;
  headsFile: string;
  /** Signs a practice account in; returns its cookie. */
  signIn(userName: string, password?: string): Promise<string>;
  unit(code: string): number;
  type(code: string): number;
}

export interface TestOptions {
  webFolder?: string;
  /** The address that people type; that of `origin` when absent. */
  origin?: string;
  tls?: { cert: Buffer; key: Buffer };
  /** Takes the log's lines, of every level. */
  logTo?: Writable;
  metricsToken?: string;
  /** Roles that must have a second factor. */
  secondFactorRoles?: string[];
  /** How often heads of the audit chain are written down. */
  headSeconds?: number;
  streetsFile?: string;
  /** A database that stands already: a server started again on it. */
  again?: Pick<TestServer, 'ownerUrl' | 'auditKey' | 'sessionKey'>;
}

export async function startTestServer(ownerOfAll: string, options: TestOptions = {}): Promise<TestServer> {
  const ownerUrl = options.again?.ownerUrl ?? (await cloneTemplate(ownerOfAll));
  const runtime = new URL(ownerUrl);
  runtime.username = runtimeRole;
  runtime.password = runtimePasswordOfTests;
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'marsad-data-'));
  const auditKey = options.again?.auditKey ?? randomBytes(32);
  const sessionKey = options.again?.sessionKey ?? randomBytes(32).toString('hex');
  const app = await createApp({
    ownerUrl,
    runtimeUrl: runtime.href,
    keys: { audit: auditKey, session: sessionKey, runtimePassword: runtimePasswordOfTests },
    clock: systemClock,
    origin: options.origin ?? origin,
    tls: options.tls,
    streetsFile: options.streetsFile,
    idleMinutes: 30,
    logLevel: options.logTo ? 'debug' : 'silent',
    ...(options.logTo && { logTo: options.logTo }),
    metricsToken: options.metricsToken ?? null,
    secondFactorRoles: options.secondFactorRoles ?? [],
    webFolder: options.webFolder ?? null,
    martFile: path.join(dataFolder, 'mart.duckdb'),
    headsFile: headsFile(dataFolder),
    headSeconds: options.headSeconds,
    filesFolder: path.join(dataFolder, 'files'),
  });
  const find = <T extends { code: string }>(rows: T[], code: string): T => {
    const row = rows.find((one) => one.code === code);
    if (!row)
      throw new Error(`Expected the practice force to hold "${code}", got ${rows.map((one) => one.code).join(', ')}.`);
    return row;
  };
  return {
    ...app,
    close: async () => {
      await app.close();
      await rm(dataFolder, { recursive: true });
    },
    ownerUrl,
    runtimeUrl: runtime.href,
    auditKey,
    sessionKey,
    filesFolder: path.join(dataFolder, 'files'),
    headsFile: headsFile(dataFolder),
    signIn: async (userName, password = practicePassword) => {
      const answer = await app.http.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        headers: { origin },
        payload: { username: userName, password },
      });
      return answer.cookies.map((cookie) => `${cookie.name}=${encodeURIComponent(cookie.value)}`).join('; ');
    },
    unit: (code) => find(app.organisation.units, code).unitId,
    type: (code) => find(app.organisation.types, code).typeId,
  };
}
