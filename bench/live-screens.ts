// From the commit to the screen: a thousand streams, each seeing a tenth of what happens.
import { Agent, type ClientRequest, request } from 'node:http';
import { logIncident, type Target } from './create-incidents.ts';
import type { Machine } from './machine.ts';
import { type Line, milliseconds, percentile } from './table.ts';

const streams = 1_000;
const perSecond = 20;
const seconds = 15;

export async function benchScreens(machine: Machine, targets: readonly Target[]): Promise<Line> {
  const agent = new Agent({ keepAlive: true, maxSockets: streams + 10 });
  const open: ClientRequest[] = [];
  const delays: number[] = [];
  let since = Number.POSITIVE_INFINITY;
  const listen = (target: Target): Promise<void> =>
    new Promise((resolve, reject) => {
      const call = request(`${machine.address}/api/stream`, { agent, headers: { cookie: target.cookie } }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`Expected a stream, got ${answer.statusCode}.`));
        let rest = '';
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => {
          rest += text;
          const frames = rest.split('\n\n');
          rest = frames.pop() ?? '';
          for (const frame of frames) {
            if (frame.includes('event: hello')) resolve();
            // `at` is the moment the command began, on this machine's clock: the commit itself is within the delay.
            const at = /"at":"([^"]+)"/.exec(frame)?.[1];
            if (frame.includes('"incident.logged"') && at && Date.parse(at) >= since)
              delays.push(Date.now() - Date.parse(at));
          }
        });
      });
      call.on('error', () => undefined);
      call.end();
      open.push(call);
    });
  for (let index = 0; index < streams; index += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, one) => listen(targets[(index + one) % targets.length] as Target)),
    );
  }
  const begun = performance.now();
  since = Date.now();
  const sent: Promise<number>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const wait = begun + (index * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(logIncident(machine, targets[index % targets.length] as Target));
  }
  await Promise.all(sent);
  const expected = (perSecond * seconds * streams) / targets.length;
  const until = performance.now() + 10_000;
  while (delays.length < expected && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const call of open) call.destroy();
  agent.destroy();
  return {
    what: `begin of the command to screen, ${streams} streams, ${perSecond} events a second`,
    measured: `p50 ${milliseconds(percentile(delays, 0.5))}, p99 ${milliseconds(percentile(delays, 0.99))}; ${delays.length} of ${expected} arrived`,
    baseline: '',
    goal: '99 % under 500 ms',
    met: percentile(delays, 0.99) < 500 && delays.length === expected,
  };
}
