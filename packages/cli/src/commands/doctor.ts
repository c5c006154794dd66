import { examine } from '@marsad/server/platform/doctor/examine.ts';
import type { Command } from 'commander';
import { settingsNow } from '../connect.ts';

const marks = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' };

/** `marsad doctor`: what is in order on this machine and what is not, with what to do; ends with 1 when something fails. */
export function doctor(program: Command): void {
  program
    .command('doctor')
    .description('check this machine, its data folder and its database, and say what to do')
    .option('--json', 'print the result as one line of JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = await examine(settingsNow(), new Date());
      const count = (state: string): number => findings.filter((finding) => finding.state === state).length;
      if (json) console.log(JSON.stringify({ ok: count('ok'), warn: count('warn'), fail: count('fail'), findings }));
      else {
        for (const { check, state, found, todo } of findings) {
          console.log(`${marks[state]}  ${check}: ${found}`);
          if (todo) console.log(`      ${todo}`);
        }
        console.log(`${count('ok')} in order, ${count('warn')} to look at, ${count('fail')} to mend.`);
      }
      if (count('fail') > 0) process.exitCode = 1;
    });
}
