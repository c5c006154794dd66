#!/usr/bin/env node
// `npx marsad ...`: the command line, on the bundled Node, with what it needs installed first.
import { installPackages } from './install.mjs';
import { run } from './run.mjs';

installPackages();
run('packages/cli/src/main.ts', process.argv.slice(2));
