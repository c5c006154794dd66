import { installPackages } from './install.mjs';
import { runServer } from './run.mjs';
import { buildWeb } from './web-build.mjs';

installPackages();
buildWeb();
runServer('tryout', process.argv.slice(2));
