// The only wiring: which capabilities there are, what each is given, and what order things start and stop in.
import { existsSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { contract } from '@marsad/contract';
import { permissions } from '@marsad/contract/administration/permissions.ts';
import type { OperationMeta } from '@marsad/contract/platform/operation.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  administrationRoutes,
  applyPlacements,
  createDirectory,
  fillSearchText,
  Organisation,
  type OrganisationDirectory,
} from './capabilities/administration/index.ts';
import { analysisRoutes, keepFed, martPosition, openMart } from './capabilities/analysis/index.ts';
import {
  boardRowsForEvents,
  incidentsRoutes,
  mountAttachments,
  mountExport,
  openScheduled,
  sweepAttachments,
} from './capabilities/incidents/index.ts';
import { mountImportFiles, runImport, sweepImports, syncRoutes } from './capabilities/sync/index.ts';
import { readHeads } from './platform/audit/heads.ts';
import { judgeAuditKey } from './platform/audit/judge-key.ts';
import { noteVerdict, verifyChain } from './platform/audit/verify-chain.ts';
import { logAccess } from './platform/auth/access.ts';
import { createActorOf, createStillStands, isProgram } from './platform/auth/actor-of.ts';
import { createAuth } from './platform/auth/auth.ts';
import { mountAuth } from './platform/auth/routes.ts';
import type { Clock } from './platform/clock/clock.ts';
import { createPool, kyselyOf } from './platform/db/pools.ts';
import type { Keys } from './platform/files/keys.ts';
import { mountHealth } from './platform/health/mount-health.ts';
import { readStanding } from './platform/health/read-standing.ts';
import { mountApi } from './platform/http/api.ts';
import { createHttp } from './platform/http/create-http.ts';
import { mountOpenApi } from './platform/http/openapi.ts';
import { mountStreets, streetsAddress } from './platform/http/streets.ts';
import { mountWeb } from './platform/http/web-files.ts';
import { startJobs } from './platform/jobs/start-jobs.ts';
import { createMetrics } from './platform/metrics/metrics.ts';
import { mountMetrics } from './platform/metrics/mount-metrics.ts';
import type { CommandRunner } from './platform/operations/run-command.ts';
import { type SequencedEvent, startEventFeed } from './platform/outbox/event-feed.ts';
import { type Sequencer, startSequencer } from './platform/outbox/sequencer.ts';
import { StreamHub } from './platform/stream/hub.ts';
import { mountStream } from './platform/stream/routes.ts';
import { productVersion } from './platform/version.ts';

export interface AppOptions {
  ownerUrl: string;
  runtimeUrl: string;
  keys: Keys;
  clock: Clock;
  origin: string;
  idleMinutes: number;
  /** Codes of the roles whose holders must sign in with a second factor. */
  secondFactorRoles?: readonly string[];
  logLevel: string;
  webFolder: string | null;
  /** Where this server keeps its mart; no other process opens the file. */
  martFile: string;
  /** Where heads of the audit chain are written down, outside the database. */
  headsFile: string;
  headSeconds?: number | undefined;
  /** Where files that people send are kept. */
  filesFolder: string;
  /** The force's own PMTiles file with its streets; maps do without where it is absent. */
  streetsFile?: string | undefined;
  /** The largest attachment in megabytes (10^6 bytes); 25 when absent. */
  attachmentMegabytes?: number | undefined;
  /** Days for which the values of an import's refused rows are kept; 30 when absent. */
  refusedRowsDays?: number | undefined;
  /** Certificate chain and key (PEM): HTTPS with HTTP/2. Without them plain HTTP. */
  tls?: { cert: Buffer; key: Buffer } | undefined;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  proxies?: string[] | undefined;
  /** What reads /metrics from other machines; null keeps it to this one. */
  metricsToken?: string | null;
  /** Where log lines go; standard output when absent. */
  logTo?: Writable;
}

export interface App {
  http: FastifyInstance;
  organisation: Organisation;
  /** What commands of programs beside HTTP run with: imports, tests. */
  runner: CommandRunner;
  directory: OrganisationDirectory;
  sequencer: Sequencer;
  /** Resolves when every event so far is in the mart; for tests and benchmarks. */
  martCaughtUp(): Promise<void>;
  hub: StreamHub;
  close(): Promise<void>;
}

/** Builds a server on a migrated database. Nothing listens yet. */
export async function createApp(options: AppOptions): Promise<App> {
  const runtime = createPool(options.runtimeUrl, { max: 20, name: 'server' });
  const owner = createPool(options.ownerUrl, { max: 4, name: 'sequencer' });
  const db = kyselyOf(runtime);
  const ownerDb = kyselyOf(owner);
  try {
    await judgeAuditKey(owner, options.keys.audit);
  } catch (error) {
    await Promise.all([runtime.end(), owner.end()]);
    throw error;
  }
  await fillSearchText(owner);
  await applyPlacements(owner, options.clock.now());
  // The head first: what changes while the rest is read comes as an event.
  const head = await owner.query(
    'SELECT (SELECT epoch FROM event_epoch ORDER BY made_at DESC LIMIT 1) AS epoch, coalesce(max(position), 0) AS position FROM event',
  );
  const { epoch, position: after } = head.rows[0];
  const organisation = new Organisation(db);
  await organisation.reload();
  const directory = createDirectory(db, organisation);
  const http = await createHttp({ ...options, secure: options.origin.startsWith('https:') });
  const hub = new StreamHub(epoch, after);
  const martOwner = createPool(options.ownerUrl, { max: 1, statementSeconds: 120, name: 'mart' });
  const mart = await openMart({ path: options.martFile, memoryMegabytes: 180, threads: 2, readers: 3 });
  const keeper = keepFed({
    mart,
    owner: martOwner,
    clock: options.clock,
    onError: (error) => http.log.error({ err: error }, 'the mart could not be fed and tries again'),
  });
  const renewOrganisation = async (): Promise<void> => {
    await organisation.reload();
    directory.forget();
  };
  const publish = async (events: SequencedEvent[]): Promise<void> => {
    keeper.poke();
    if (events.some((event) => event.kind.startsWith('organisation.'))) {
      await renewOrganisation();
      await hub.recheckAll();
    }
    const watched = new Set(events.filter((event) => hub.isWatched(event)));
    const ids = [...new Set([...watched].flatMap((event) => event.incident_id ?? []))];
    const states = new Map((await boardRowsForEvents(ownerDb, ids)).map((row) => [row.incidentId, row]));
    const stateOf = (event: SequencedEvent) =>
      watched.has(event) ? (states.get(event.incident_id ?? '') ?? null) : undefined;
    hub.publish(events.map((event) => ({ event, state: stateOf(event) })));
  };
  const feed = startEventFeed({
    owner,
    ownerUrl: options.ownerUrl,
    after,
    onEvents: publish,
    onError: (error) => http.log.error({ err: error }, 'events could not be handed on and come again'),
  });
  const sequencer = startSequencer({
    owner,
    auditKey: options.keys.audit,
    clock: options.clock,
    headsFile: options.headsFile,
    headSeconds: options.headSeconds,
    onPositioned: feed.poke,
    onError: (error) => http.log.error({ err: error }, 'the sequencer failed and tries again'),
  });
  const dayTimer = setInterval(() => {
    applyPlacements(owner, options.clock.now())
      .then((changed) => changed > 0 && sequencer.poke())
      .catch((error: unknown) => http.log.error({ name: (error as Error).name }, 'planned moves wait for a later try'));
  }, 60_000);
  const patient = createPool(options.runtimeUrl, { max: 6, name: 'figures' });
  const runner: CommandRunner = {
    db,
    clock: options.clock,
    directory,
    auditKey: options.keys.audit,
    committed: sequencer.poke,
    offlineLimitHours: 72,
  };
  const unhurried: CommandRunner = { ...runner, db: kyselyOf(patient) };

  // Compared as text an end never comes: the library must be given dates, or no session ever ends.
  const door = createPool(options.runtimeUrl, { max: 10, name: 'sign-in', dates: true, door: true });
  const auth = createAuth({
    pool: door,
    secret: options.keys.session,
    origin: options.origin,
    secureCookies: options.origin.startsWith('https:'),
    idleMinutes: options.idleMinutes,
  });
  const secondFactorRoles = new Set(options.secondFactorRoles ?? []);
  const actorOf = createActorOf({
    auth,
    pool: door,
    clock: options.clock,
    directory,
    demandsSecondFactor: (posts) =>
      posts.some((post) => secondFactorRoles.has(organisation.findRole(post.roleId)?.code ?? '')),
  });

  const router = {
    administration: administrationRoutes(organisation, directory, {
      idleMinutes: options.idleMinutes,
      streets: options.streetsFile ? streetsAddress : null,
      changed: renewOrganisation,
    }),
    incidents: incidentsRoutes(organisation),
    analysis: analysisRoutes(mart),
    sync: syncRoutes(organisation, options.filesFolder),
  };
  requirePermissions();
  const refuseOrigin = (request: FastifyRequest) => foreignOrigin(request, options.origin);
  mountAuth(http, {
    auth,
    pool: door,
    clock: options.clock,
    origin: options.origin,
    refuseOrigin,
    practice: () => organisation.units.some((unit) => unit.practice),
    log: (access) => logAccess(door, access, options.clock.now()),
  });
  const stillStands = createStillStands({ pool: door, clock: options.clock });
  mountStream(http, {
    hub,
    catchUp: feed.catchUp,
    actorOf,
    scopeOf: (actor) => directory.scopeOf(actor, 'incident.read', options.clock.now()),
    renew: async (actor) => {
      const person = await directory.findPerson(actor.personId);
      const stands = await stillStands(actor);
      return person && stands ? { ...actor, ...person } : null;
    },
  });
  mountImportFiles(http, { runner, filesFolder: options.filesFolder, actorOf, refuseOrigin });
  if (options.streetsFile) await mountStreets(http, options.streetsFile, actorOf);
  mountExport(http, { runner: unhurried, organisation, actorOf, refuseOrigin });
  mountAttachments(http, {
    runner,
    filesFolder: options.filesFolder,
    mostMegabytes: options.attachmentMegabytes ?? 25,
    actorOf,
    refuseOrigin,
  });
  const position = () => martPosition(mart);
  const pools = { runtime, owner, mart: martOwner };
  const metrics = createMetrics(() =>
    readStanding({ owner, pools, streams: () => hub.subscribers, martPosition: position }),
  );
  mountMetrics(http, metrics, options.metricsToken ?? null);
  mountHealth(http, { owner, martPosition: position });
  mountOpenApi(http, router, productVersion);
  mountApi(http, { router, runner, unhurried, actorOf, refuseOrigin, observe: metrics.observeOperation });
  const { clock, filesFolder } = options;
  const sweep = async (): Promise<void> => {
    await sweepImports({ owner, clock, filesFolder, refusedRowsDays: options.refusedRowsDays ?? 30 });
    await sweepAttachments(owner, filesFolder, clock.now());
  };
  const jobs = await startJobs({
    ownerUrl: options.ownerUrl,
    owner,
    tasks: {
      import: runImport({ runner, organisation }, options.filesFolder),
      verify_audit: verifyAudit(options),
      sweep,
    },
    dueTasks: { open_scheduled: openScheduled(runner, organisation) },
    schedule: '17 * * * * sweep',
    onError: (error, task) => http.log.error({ err: error, task }, 'a job failed and is tried again'),
  });
  if (options.webFolder && existsSync(options.webFolder)) await mountWeb(http, options.webFolder);

  return {
    http,
    organisation,
    runner,
    directory,
    sequencer,
    martCaughtUp: async () => {
      await sequencer.drain();
      await keeper.catchUp();
    },
    hub,
    close: async () => {
      clearInterval(dayTimer);
      hub.closeAll();
      await http.close();
      await jobs.stop();
      await sequencer.stop();
      await feed.stop();
      await keeper.stop();
      await mart.file.close();
      await door.end();
      await runtime.end();
      await patient.end();
      await owner.end();
      await martOwner.end();
    },
  };
}

/** The job that walks the audit chain and notes what it found. */
function verifyAudit({ ownerUrl, keys, headsFile, clock }: AppOptions) {
  return async (): Promise<void> => {
    // The walk reads every entry: as long as it takes, beside what the sequencer needs its connections for.
    const patient = createPool(ownerUrl, { max: 1, statementSeconds: 3600, name: 'audit-log verify' });
    try {
      await noteVerdict(patient, await verifyChain(patient, keys.audit, readHeads(headsFile)), clock.now());
    } finally {
      await patient.end();
    }
  };
}

// A browser says where a request comes from; programs with a token do not and are not fooled by a foreign page.
function foreignOrigin(request: FastifyRequest, origin: string): string | undefined {
  const from = request.headers.origin;
  if (request.method === 'GET' || from === undefined || from === origin || isProgram(request)) return undefined;
  return `http://${request.host}` === from || `https://${request.host}` === from ? undefined : from;
}

/** Start-up fails if an operation declares no permission, or one that no right can name. */
function requirePermissions(): void {
  const known = new Set(permissions.map((permission) => permission.action));
  for (const [capability, operations] of Object.entries(contract)) {
    for (const [name, operation] of Object.entries(operations)) {
      const meta = (operation as { '~orpc': { meta: OperationMeta } })['~orpc'].meta;
      if (!known.has(meta.permission))
        throw new Error(
          `Expected ${capability}.${name} to declare a known permission, got "${meta.permission}". Add it to permissions.ts.`,
        );
    }
  }
}
