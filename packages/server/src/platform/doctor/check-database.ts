import type pg from 'pg';
import { knownMigrations } from '../db/migrate.ts';
import { connectClient } from '../db/pools.ts';
import { runtimeRole } from '../db/runtime-role.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import {
  type DatabaseFacts,
  readFacts,
  readMigrationNames,
  readWork,
  seesArabicLetters,
  type WorkState,
} from './store.ts';

/** The database at `ownerUrl`: reachable, new enough, of this version, its clock, and the work that waits in it. */
export async function checkDatabase(ownerUrl: string, served: boolean): Promise<Finding[]> {
  let client: pg.Client;
  try {
    client = await connectClient(ownerUrl, 'doctor');
  } catch (error) {
    // The message of a driver may hold the address with its password; the code says enough.
    const code = (error as { code?: string }).code ?? 'no answer';
    return [
      fail(
        'database',
        `cannot be reached (${code})`,
        'Check that it runs, and address, user and password in DATABASE_URL.',
      ),
    ];
  }
  try {
    const facts = await readFacts(client);
    const findings = [
      facts.version >= 150_000
        ? ok('database', `PostgreSQL ${facts.versionText}`)
        : fail('database', `PostgreSQL ${facts.versionText}`, 'Marsad needs PostgreSQL 15 or later.'),
    ];
    findings.push(judgeOwner(facts));
    if (!facts.migrated)
      return [...findings, warn('migrations', 'none has run', 'Start Marsad once: it makes its tables.')];
    const migrations = judgeMigrations(await readMigrationNames(client));
    findings.push(migrations);
    if (migrations.state !== 'ok') return findings;
    findings.push(judgeLetters(facts.encoding, await seesArabicLetters(client)));
    const work = await readWork(client);
    return [...findings, judgeClock(facts.secondsAhead, work), ...judgeWork(work, served)];
  } finally {
    await client.end();
  }
}

function judgeOwner({ mayMakeTables, hasRuntimeRole, mayMakeRoles }: DatabaseFacts): Finding {
  if (!mayMakeTables)
    return fail(
      'database owner',
      'may not make tables here',
      'Let the user of DATABASE_URL own the database (CREATE DATABASE ... OWNER ...).',
    );
  if (!hasRuntimeRole && !mayMakeRoles)
    return fail(
      'database owner',
      `the role ${runtimeRole} is not there, and this user may not make it`,
      'Give the user CREATEROLE, or let the role be made and set MARSAD_RUNTIME_DATABASE_URL.',
    );
  return ok('database owner', hasRuntimeRole ? 'may make tables' : 'may make tables and roles');
}

function judgeLetters(encoding: string, arabic: boolean): Finding {
  if (encoding === 'UTF8' && arabic) return ok('database letters', 'UTF-8, and Arabic letters are letters');
  return fail(
    'database letters',
    encoding === 'UTF8' ? 'its locale knows no Arabic letters: search finds no Arabic word' : `encoding ${encoding}`,
    "Make a backup, make the database anew with ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0, restore into it.",
  );
}

function judgeMigrations(run: readonly string[]): Finding {
  const known = knownMigrations();
  const later = run.filter((name) => !known.includes(name));
  const missing = known.filter((name) => !run.includes(name));
  if (later.length > 0)
    return fail(
      'migrations',
      `${later.length} of a later version`,
      'Start the newer Marsad, or restore a backup of this one.',
    );
  if (missing.length > 0)
    return warn('migrations', `${missing.length} have not run`, 'Make a backup, then start Marsad: it runs them.');
  return ok('migrations', `all ${known.length} have run`);
}

function judgeClock(secondsAhead: number, { eventAhead, zones }: WorkState): Finding {
  const todo = 'Let a time service (chrony, systemd-timesyncd) keep the clocks of this machine and of the database.';
  const unknown = zones.filter((zone) => !isZone(zone));
  if (unknown.length > 0)
    return fail('clock', `this Node does not know the time zone ${unknown.join(', ')}`, 'Take a newer Marsad or Node.');
  if (eventAhead > 60)
    return fail(
      'clock',
      `the last record lies ${Math.round(eventAhead)} s in the future: the clock was set back`,
      todo,
    );
  const apart = Math.abs(secondsAhead);
  if (apart > 2) return warn('clock', `${apart.toFixed(0)} s apart from the database's`, todo);
  return ok('clock', `with the database's; time zones ${zones.join(', ') || 'none yet'}`);
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}

function judgeWork({ unsealed, failedJobs, stuckJobs }: WorkState, served: boolean): Finding[] {
  const waiting = `entries that wait for their seal: ${unsealed}`;
  return [
    unsealed === 0
      ? ok('audit log', 'every entry is sealed')
      : served
        ? warn('audit log', waiting, 'Look again in a minute; if they stay, read the log of the server.')
        : warn('audit log', waiting, 'Start Marsad: it seals them.'),
    failedJobs + stuckJobs === 0
      ? ok('jobs', 'none stuck')
      : warn(
          'jobs',
          `${failedJobs} failed for good, ${stuckJobs} run for over four hours`,
          'Read the log of the server; start a failed import again from its page.',
        ),
  ];
}
