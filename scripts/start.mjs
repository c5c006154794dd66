import { installPackages } from './install.mjs';
import { run } from './run.mjs';
import { buildWeb } from './web-build.mjs';

installPackages();
buildWeb();
run('packages/server/src/main.ts', process.argv.slice(2), { MARSAD_MODE: 'tryout' });
