// Small projects that break one rule each, and some that break none: what `check.mjs` proves itself on.
const server = 'packages/server/src';
const capability = `${server}/capabilities`;
const imports = (name) => `import { x } from '${name}';\nexport const y = x;\n`;
const leaf = 'export const x = 1;\n';

export const planted = [
  {
    rule: 'contract stands alone',
    files: { 'packages/contract/src/a.ts': imports('@marsad/statistics'), 'packages/statistics/src/index.ts': leaf },
    expected: 'contract never imports statistics',
  },
  {
    rule: 'web never imports server, not even by a path or for a type',
    files: {
      'packages/web/src/a.tsx': "import type { x } from '../../server/src/b.ts';\nexport type Y = typeof x;\n",
      [`${server}/b.ts`]: leaf,
    },
    expected: 'web never imports server',
  },
  {
    rule: 'a dynamic import counts',
    files: { 'packages/web/src/a.ts': "export const y = import('@marsad/server/b.ts');\n", [`${server}/b.ts`]: leaf },
    expected: 'web never imports server',
  },
  {
    rule: 'a re-export counts',
    files: {
      'packages/statistics/src/a.ts': "export { x } from '@marsad/contract';\n",
      'packages/contract/src/index.ts': leaf,
    },
    expected: 'statistics never imports contract',
  },
  {
    rule: 'the platform knows no capability',
    files: {
      [`${server}/platform/http/a.ts`]: imports('../../capabilities/incidents/index.ts'),
      [`${capability}/incidents/index.ts`]: leaf,
    },
    expected: 'the platform knows no capability',
  },
  {
    rule: 'only to the left',
    files: {
      [`${capability}/incidents/a.ts`]: imports('../dispatch/index.ts'),
      [`${capability}/dispatch/index.ts`]: leaf,
    },
    expected: 'incidents stands left of dispatch',
  },
  {
    rule: 'to the left is lawful',
    files: {
      [`${capability}/dispatch/a.ts`]: imports('../incidents/index.ts'),
      [`${capability}/incidents/index.ts`]: leaf,
    },
  },
  {
    rule: 'a figure with a way of its own to the mart',
    files: {
      [`${capability}/analysis/overview/a.ts`]: imports('../../../platform/duckdb/duckdb-file.ts'),
      [`${server}/platform/duckdb/duckdb-file.ts`]: leaf,
    },
    expected: 'the mart is asked by a measure alone',
  },
  {
    rule: 'what runs a measure may ask the mart',
    files: {
      [`${capability}/analysis/measure/a.ts`]: imports('../../../platform/duckdb/duckdb-file.ts'),
      [`${server}/platform/duckdb/duckdb-file.ts`]: leaf,
    },
  },
  {
    rule: 'faces only',
    files: {
      [`${capability}/dispatch/a.ts`]: imports('../incidents/store.ts'),
      [`${capability}/incidents/store.ts`]: leaf,
    },
    expected: 'only index.ts is open',
  },
  {
    rule: 'a store knows no operation',
    files: {
      [`${capability}/incidents/store.ts`]: imports('./log-incident.ts'),
      [`${capability}/incidents/log-incident.ts`]: leaf,
    },
    expected: 'a store holds SQL',
  },
  {
    rule: 'no cycles',
    files: {
      [`${server}/a.ts`]: imports('./b.ts'),
      [`${server}/b.ts`]: "export * from './c.ts';\n",
      [`${server}/c.ts`]: imports('./a.ts'),
    },
    expected: `cycle: ${server}/a.ts, ${server}/b.ts, ${server}/c.ts`,
  },
  {
    rule: 'PostgreSQL has one home',
    files: { [`${server}/platform/jobs/a.ts`]: imports('pg') },
    expected: 'pg is touched in its platform folder alone',
  },
  {
    rule: 'PostgreSQL at home is lawful, and its types are everywhere',
    files: {
      [`${server}/platform/db/a.ts`]: imports('pg'),
      [`${server}/platform/jobs/a.ts`]: "import type pg from 'pg';\nexport type X = pg.Pool;\n",
    },
  },
  {
    rule: 'DuckDB has one home',
    files: { [`${capability}/analysis/a.ts`]: imports('@duckdb/node-api') },
    expected: '@duckdb/node-api is touched',
  },
  {
    rule: 'MapLibre has one home',
    files: { 'packages/web/src/app/a.tsx': imports('maplibre-gl/dist/x.js') },
    expected: 'maplibre-gl is touched',
  },
  {
    rule: 'ECharts has one home',
    files: { 'packages/web/src/app/a.tsx': imports('echarts/core') },
    expected: 'echarts is touched',
  },
  {
    rule: 'twelve names',
    files: { [`${capability}/tasking/index.ts`]: leaf },
    expected: '"tasking" is none of the capabilities',
  },
  { rule: 'an import leads somewhere', files: { [`${server}/a.ts`]: imports('./gone.ts') }, expected: 'no such file' },
];
