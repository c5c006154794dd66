// The only wiring: which capabilities there are, what each is given, and what order things start and stop in.
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { contract } from '@marsad/contract';
import { permissions } from '@marsad/contract/administration/permissions.ts';
import type { OperationMeta } from '@marsad/contract/platform/operation.ts';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type pg from 'pg';
import {
  administrationRoutes,
  createDirectory,
  Organisation,
  type OrganisationDirectory,
} from './capabilities/administration/index.ts';
import { analysisRoutes, keepFed, openMart } from './capabilities/analysis/index.ts';
import { boardRowsByIds, incidentsRoutes, mountAttachments, openScheduled } from './capabilities/incidents/index.ts';
import { mountImportFiles, removeOldFiles, runImport, syncRoutes } from './capabilities/sync/index.ts';
import { readHeads } from './platform/audit/heads.ts';
import { noteVerdict, verifyChain } from './platform/audit/verify-chain.ts';
import { logAccess } from './platform/auth/access.ts';
import { createActorOf, isProgram } from './platform/auth/actor-of.ts';
import { createAuth } from './platform/auth/auth.ts';
import { mountAuth } from './platform/auth/routes.ts';
import type { Clock } from './platform/clock/clock.ts';
import { createPool, kyselyOf } from './platform/db/pools.ts';
import type { Keys } from './platform/files/keys.ts';
import { mountApi } from './platform/http/api.ts';
import { mountOpenApi } from './platform/http/openapi.ts';
import { mountStreets, streetsAddress } from './platform/http/streets.ts';
import { startJobs } from './platform/jobs/start-jobs.ts';
import type { CommandRunner } from './platform/operations/run-command.ts';
import { type SequencedEvent, type Sequencer, startSequencer } from './platform/outbox/sequencer.ts';
import { StreamHub } from './platform/stream/hub.ts';
import { mountStream } from './platform/stream/routes.ts';

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
  /** Certificate chain and key (PEM): HTTPS with HTTP/2. Without them plain HTTP. */
  tls?: { cert: Buffer; key: Buffer } | undefined;
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
  const organisation = new Organisation(db);
  await organisation.reload();
  const directory = createDirectory(db, organisation);
  const http = newHttp(options);

  const head = await owner.query(
    'SELECT (SELECT epoch FROM event_epoch ORDER BY made_at DESC LIMIT 1) AS epoch, coalesce(max(position), 0) AS position FROM event',
  );
  const hub = new StreamHub(head.rows[0].epoch, Number(head.rows[0].position));
  const martOwner = createPool(options.ownerUrl, { max: 1, statementSeconds: 120, name: 'mart' });
  const mart = await openMart({ path: options.martFile, memoryMegabytes: 180, threads: 2, readers: 3 });
  const keeper = keepFed({
    mart,
    owner: martOwner,
    clock: options.clock,
    onError: (error) => http.log.error({ name: (error as Error).name }, 'the mart could not be fed and tries again'),
  });
  let publishing = Promise.resolve();
  const publish = (events: SequencedEvent[]): void => {
    keeper.poke();
    publishing = publishing
      .then(async () => {
        if (events.some((event) => event.kind.startsWith('organisation.'))) await organisation.reload();
        const watched = new Set(events.filter((event) => hub.isWatched(event)));
        const ids = [...new Set([...watched].flatMap((event) => event.incident_id ?? []))];
        const states = new Map((await boardRowsByIds(ownerDb, ids)).map((row) => [row.incidentId, row]));
        const stateOf = (event: SequencedEvent) =>
          watched.has(event) ? (states.get(event.incident_id ?? '') ?? null) : undefined;
        hub.publish(events.map((event) => ({ event, state: stateOf(event) })));
      })
      .catch((error: unknown) => http.log.error({ name: (error as Error).name }, 'events could not be published'));
  };
  const sequencer = startSequencer({
    owner,
    auditKey: options.keys.audit,
    clock: options.clock,
    headsFile: options.headsFile,
    headSeconds: options.headSeconds,
    onEvents: publish,
    onError: (error) => http.log.error({ name: (error as Error).name }, 'the sequencer failed and tries again'),
  });
  const runner: CommandRunner = {
    db,
    clock: options.clock,
    directory,
    auditKey: options.keys.audit,
    committed: sequencer.poke,
    offlineLimitHours: 72,
  };

  // Compared as text an end never comes: the library must be given dates, or no session ever ends.
  const authPool = createPool(options.runtimeUrl, { max: 10, name: 'sign-in', dates: true });
  const auth = createAuth({
    pool: authPool,
    secret: options.keys.session,
    origin: options.origin,
    secureCookies: options.origin.startsWith('https:'),
    idleMinutes: options.idleMinutes,
  });
  const secondFactorRoles = new Set(options.secondFactorRoles ?? []);
  const actorOf = createActorOf({
    auth,
    pool: runtime,
    clock: options.clock,
    directory,
    demandsSecondFactor: (posts) =>
      posts.some((post) => secondFactorRoles.has(organisation.findRole(post.roleId)?.code ?? '')),
  });

  const router = {
    administration: administrationRoutes(organisation, directory, {
      idleMinutes: options.idleMinutes,
      streets: options.streetsFile ? streetsAddress : null,
    }),
    incidents: incidentsRoutes(organisation),
    analysis: analysisRoutes(mart),
    sync: syncRoutes(organisation, options.filesFolder),
  };
  requirePermissions();
  const refuseOrigin = (request: FastifyRequest) => foreignOrigin(request, options.origin);
  mountAuth(http, {
    auth,
    pool: runtime,
    clock: options.clock,
    origin: options.origin,
    refuseOrigin,
    log: (access) => logAccess(runtime, access, options.clock.now()),
  });
  mountStream(http, {
    hub,
    actorOf,
    scopeOf: (actor) => directory.scopeOf(actor, 'incident.read', options.clock.now()),
  });
  mountImportFiles(http, { runner, filesFolder: options.filesFolder, actorOf, refuseOrigin });
  if (options.streetsFile) await mountStreets(http, options.streetsFile, actorOf);
  mountAttachments(http, {
    runner,
    filesFolder: options.filesFolder,
    mostMegabytes: options.attachmentMegabytes ?? 25,
    actorOf,
    refuseOrigin,
  });
  mountOpenApi(http, router, '0.1.0');
  mountApi(http, { router, runner, actorOf, refuseOrigin });
  await removeOldFiles(options.filesFolder, options.clock.now());
  const jobs = await startJobs({
    ownerUrl: options.ownerUrl,
    owner,
    tasks: {
      import: runImport({ runner, organisation }, options.filesFolder),
      verify_audit: verifyAudit(owner, options),
      open_scheduled: openScheduled(runner),
    },
    onError: (error, task) => http.log.error({ name: (error as Error).name, task }, 'a job failed and is tried again'),
  });
  http.get('/healthz', async () => ({ ok: true }));
  http.get('/readyz', async () => {
    await runtime.query('SELECT 1');
    return { ok: true };
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
      hub.closeAll();
      await http.close();
      await jobs.stop();
      await sequencer.stop();
      await publishing;
      await keeper.stop();
      await mart.file.close();
      await authPool.end();
      await runtime.end();
      await owner.end();
      await martOwner.end();
    },
  };
}

/** The job that walks the audit chain and notes what it found. */
function verifyAudit(owner: pg.Pool, { keys, headsFile, clock }: AppOptions) {
  return async (): Promise<void> =>
    noteVerdict(owner, await verifyChain(owner, keys.audit, readHeads(headsFile)), clock.now());
}

function newHttp({ logLevel, tls }: AppOptions): FastifyInstance {
  const common = {
    logger: logLevel === 'silent' ? false : { level: logLevel, redact: ['req.headers'] },
    bodyLimit: 4_000_000,
  };
  if (!tls) return Fastify(common);
  // What hangs on one connection is many streams in HTTP/2; its types differ in ways that no handler here sees.
  return Fastify({ ...common, http2: true, https: { ...tls, allowHTTP1: true } }) as unknown as FastifyInstance;
}

async function mountWeb(http: FastifyInstance, folder: string): Promise<void> {
  await http.register(fastifyStatic, { root: path.resolve(folder), wildcard: false, immutable: false });
  // Every page of the application has a permanent address: what is not a file is the application itself.
  http.setNotFoundHandler((request, reply) =>
    request.method === 'GET' ? reply.sendFile('index.html') : reply.code(404).send(),
  );
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
