// Numbers for a monitoring system (Prometheus). Labels are names of ours alone: routes as templates, operations, outcomes;
// never an address, a person or a place.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How things stand now, asked at each look. */
export interface Standing {
  /** Open event streams. */
  streams: number;
  /** Committed events and audit entries that wait for the sequencer, and the age of the oldest event in seconds. */
  outboxRows: number;
  outboxAgeSeconds: number;
  auditUnsealed: number;
  /** Events that this server's mart has not taken yet. */
  martBehind: number;
  jobs: { task: string; state: 'waiting' | 'running' | 'failed'; count: number }[];
  imports: { status: string; count: number }[];
  pools: { pool: string; state: 'busy' | 'idle' | 'asked'; count: number }[];
}

export interface Metrics {
  observeRequest(method: string, route: string, status: number, seconds: number): void;
  observeOperation(operation: string, outcome: string, seconds: number): void;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  contentType: string;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Metrics of one server; `standing` is asked when they are read. */
export function createMetrics(standing: () => Promise<Standing>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'marsad_' });
  const requests = new Histogram({
    name: 'marsad_http_request_seconds',
    help: 'Requests by method, route template and status',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  });
  const operations = new Histogram({
    name: 'marsad_operation_seconds',
    help: 'Operations of the contract by name and outcome: ok, or the code of the failure',
    labelNames: ['operation', 'outcome'],
    buckets,
    registers,
  });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `marsad_${name}`, help, labelNames, registers });
  const streams = gauge('streams_open', 'Open event streams');
  const outbox = gauge('outbox_rows', 'Committed events that wait for their position');
  const outboxAge = gauge('sequencer_lag_seconds', 'Age of the oldest event that waits for its position');
  const unsealed = gauge('audit_unsealed_rows', 'Committed audit entries that wait for their seal');
  const mart = gauge('mart_behind_events', 'Events that the mart of this server has not taken yet');
  const jobs = gauge('jobs', 'Jobs by task and state', 'task', 'state');
  const imports = gauge('imports', 'Imports by status', 'status');
  const pools = gauge(
    'database_connections',
    'Connections by pool: busy, idle; asked for and not yet given',
    'pool',
    'state',
  );

  return {
    observeRequest: (method, route, status, seconds) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    observeOperation: (operation, outcome, seconds) => operations.observe({ operation, outcome }, seconds),
    text: async () => {
      const now = await standing();
      streams.set(now.streams);
      outbox.set(now.outboxRows);
      outboxAge.set(now.outboxAgeSeconds);
      unsealed.set(now.auditUnsealed);
      mart.set(now.martBehind);
      for (const one of [jobs, imports, pools]) one.reset();
      for (const { task, state, count } of now.jobs) jobs.set({ task, state }, count);
      for (const { status, count } of now.imports) imports.set({ status }, count);
      for (const { pool, state, count } of now.pools) pools.set({ pool, state }, count);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
