// What the machine itself brings: the Node that runs us, its languages and time zones, and the port.
import { createServer } from 'node:net';
import type { Settings } from '../config/settings.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const leastNode = 24;

/** Node's version, and whether it knows the languages and time zones that screens and figures need. */
export function checkNode(version: string = process.versions.node): Finding[] {
  const right = Number.parseInt(version, 10) >= leastNode;
  const arabic = new Intl.DateTimeFormat('ar-LB', { weekday: 'long', timeZone: 'UTC' }).format(0) === 'الخميس';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [
    right
      ? ok('node', version)
      : fail(
          'node',
          version,
          `Expected Node ${leastNode} or later. Start with "npm start" or "npx marsad": they bring it.`,
        ),
    arabic
      ? ok('languages', `full; time zone of this machine ${zone}`)
      : fail(
          'languages',
          'this Node knows no Arabic',
          'Take a Node with full ICU; the one that "npm start" brings has it.',
        ),
  ];
}

/** Whether the port can be listened on, or whether it is Marsad that does. `ready` is the answer of a running server. */
export async function checkPort({ host, port }: Settings, ready: Ready | null): Promise<Finding> {
  if (ready) return ok('port', `${port}, where Marsad answers`);
  const code = await new Promise<string>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    probe.listen({ host, port }, () => probe.close(() => resolve('')));
  });
  if (code === '') return ok('port', `${port}, free`);
  const todo =
    code === 'EADDRINUSE'
      ? 'Another program holds it: stop that one, or set MARSAD_PORT.'
      : 'Set MARSAD_HOST to an address of this machine and MARSAD_PORT to a port that this user may take.';
  return fail('port', `${port} cannot be taken (${code})`, todo);
}

export interface Ready {
  ok: boolean;
  checks: Record<string, string>;
}

/** What the server that runs with these settings says of itself, or null where none answers. */
export async function askServer({ port, tls }: Settings): Promise<Ready | null> {
  const { request } = tls ? await import('node:https') : await import('node:http');
  // It is this machine asked by its own address: whom the certificate names is another check.
  const options = { host: 'localhost', port, path: '/readyz', timeout: 5_000, rejectUnauthorized: false };
  return new Promise((resolve) => {
    const asked = request(options, async (answer) => {
      let text = '';
      for await (const piece of answer) if (text.length < 10_000) text += piece;
      try {
        const said = JSON.parse(text) as Ready;
        resolve(typeof said.ok === 'boolean' && typeof said.checks === 'object' ? said : null);
      } catch {
        resolve(null);
      }
    });
    asked.on('error', () => resolve(null));
    asked.on('timeout', () => asked.destroy());
    asked.end();
  });
}

/** How far this server's mart is, as far as a running server tells: nobody else may open its file. */
export function checkMart(ready: Ready | null): Finding {
  if (ready === null) return ok('mart', 'not served now; it is brought up to date at the next start');
  if (ready.checks.mart === 'ok') return ok('mart', 'up to date');
  if (ready.checks.mart === 'behind')
    return warn(
      'mart',
      'behind the records',
      'Wait some minutes and look again; if it stays so, read the log of the server.',
    );
  return fail(
    'mart',
    'cannot be read',
    'Stop the server, move mart.duckdb out of the data folder and start: it is made anew.',
  );
}
