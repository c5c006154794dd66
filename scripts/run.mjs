import { spawn } from 'node:child_process';
import path from 'node:path';
import { bundledEnvironment, nodeBinary, root } from './install.mjs';
import { serverEnvironment, serverFlags } from './memory.mjs';

/** Runs the server in a mode, within its memory. */
export function runServer(mode, args) {
  run('packages/server/src/main.ts', args, { ...serverEnvironment, MARSAD_MODE: mode }, serverFlags);
}

/** Runs one of our programs on the bundled Node, hands signals on, and ends as it ends. */
export function run(program, args, extra = {}, flags = []) {
  const given = ['--disable-warning=ExperimentalWarning', ...flags, path.join(root, program), ...args];
  const child = spawn(nodeBinary(), given, {
    cwd: process.cwd(),
    env: bundledEnvironment({ ...extra, MARSAD_ROOT: root }),
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child through the terminal as well; this process only waits for it to end in order.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
