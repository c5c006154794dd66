import { spawn } from 'node:child_process';
import path from 'node:path';
import { bundledEnvironment, nodeBinary, root } from './install.mjs';

/** Runs one of our programs on the bundled Node, hands signals on, and ends as it ends. */
export function run(program, args, extra = {}) {
  const child = spawn(nodeBinary(), ['--disable-warning=ExperimentalWarning', path.join(root, program), ...args], {
    cwd: process.cwd(),
    env: bundledEnvironment({ ...extra, MARSAD_ROOT: root }),
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child through the terminal as well; this process only waits for it to end in order.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
