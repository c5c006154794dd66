// `npm run bench`: measures what is promised, on this machine, in one table (BENCH_INCIDENTS=20000 for a quick look).
import { installPackages } from './install.mjs';
import { run } from './run.mjs';
import { buildWeb } from './web-build.mjs';

installPackages();
buildWeb();
run('bench/main.ts', process.argv.slice(2));
