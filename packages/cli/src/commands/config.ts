import { describeSettings } from '@marsad/server/platform/config/settings.ts';
import type { Command } from 'commander';
import { settingsNow } from '../connect.ts';

/** `marsad config`: every setting, what it is now, and what it does; secrets only as set or not. */
export function config(program: Command): void {
  program
    .command('config')
    .description('explain every setting')
    .action(() => {
      for (const line of describeSettings(process.env)) {
        console.log(`${line.name} = ${line.value}\n    ${line.about} Default: ${line.default}.`);
      }
      settingsNow();
    });
}
