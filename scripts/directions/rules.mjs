// Which file may import which: the rules of docs/adr/0001-import-directions.md, each with its reason.
// `from` and `to` are paths inside the project with forward slashes; a library is `npm:` and its name.

/** The line of capabilities: each imports only those to its left, and tells those to its right by an event. */
export const capabilityLine = [
  'administration',
  'resources',
  'incidents',
  'dispatch',
  'quality',
  'analysis',
  'planning',
  'performance',
  'reports',
  'workflows',
  'training',
  'sync',
];

const libraryHomes = [
  [/^npm:(pg|pg-.+)$/, /^packages\/server\/src\/platform\/db\//],
  [/^npm:@duckdb\//, /^packages\/server\/src\/platform\/duckdb\//],
  [/^npm:maplibre-gl$/, /^packages\/web\/src\/platform\/map\//],
  [/^npm:echarts$/, /^packages\/(web\/src\/platform\/charts|server\/src\/platform\/documents)\//],
];

const isTest = (file) => /\.(test|fixture)\.tsx?$|^packages\/[^/]+\/test\//.test(file);
const packageOf = (file) => /^packages\/([^/]+)\//.exec(file)?.[1];
const capabilityOf = (file) => /^packages\/server\/src\/capabilities\/([^/]+)\//.exec(file)?.[1];
const isFace = (file) => /^packages\/server\/src\/capabilities\/[^/]+\/index\.ts$/.test(file);
const operation =
  /\/(routes|policy|(get|find|list|log|run|move|assign|set|make|import|create|end|merge|link)-[^/]+)\.ts$/;

const allowedPackages = {
  contract: ['contract'],
  statistics: ['statistics'],
  server: ['server', 'contract', 'statistics'],
  web: ['web', 'contract', 'statistics'],
  cli: ['cli', 'contract', 'server'],
};

// Every figure compiles from one measure type: the mart's file is in the hands of what keeps it and of what runs a measure.
const martFile = 'packages/server/src/platform/duckdb/';
const martHands = /^packages\/server\/src\/(platform\/duckdb|capabilities\/analysis\/(mart|measure))\//;

/** What is wrong with one import, or undefined. `typeOnly` imports vanish when the program runs. */
export function judgeImport({ from, to, typeOnly }) {
  if (isTest(from)) return undefined;
  if (to.startsWith('npm:')) return judgeLibrary(from, to, typeOnly);
  if (to.startsWith(martFile) && from.startsWith('packages/') && !martHands.test(from))
    return 'the mart is asked by a measure alone';
  const own = packageOf(from);
  const other = packageOf(to);
  if (own && other && !(allowedPackages[own] ?? [own]).includes(other)) return `${own} never imports ${other}`;
  const target = capabilityOf(to);
  if (!target) return undefined;
  if (from.startsWith('packages/server/src/platform/')) return 'the platform knows no capability';
  const source = capabilityOf(from);
  if (source !== target && !isFace(to) && from !== 'packages/server/src/main.ts')
    return 'of another capability only index.ts is open';
  if (source && source !== target && capabilityLine.indexOf(source) < capabilityLine.indexOf(target)) {
    return `${source} stands left of ${target} and tells it by an event`;
  }
  if (/store\.ts$/.test(from) && operation.test(to)) return 'a store holds SQL and knows no operation';
  return undefined;
}

// The type of a connection may be named anywhere: only what runs touches the library.
function judgeLibrary(from, to, typeOnly) {
  if (typeOnly || !from.startsWith('packages/')) return undefined;
  for (const [library, home] of libraryHomes) {
    if (library.test(to) && !home.test(from)) return `${to.slice(4)} is touched in its platform folder alone`;
  }
  return undefined;
}

/** What is wrong with where a file lies, or undefined. */
export function judgePlace(file) {
  const name = /^packages\/(?:server|web)\/src\/capabilities\/([^/]+)\//.exec(file)?.[1];
  if (name && !capabilityLine.includes(name))
    return `"${name}" is none of the capabilities ${capabilityLine.join(', ')}`;
  return undefined;
}
