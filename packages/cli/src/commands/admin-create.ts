import { createInterface } from 'node:readline/promises';
import { createAdministrator } from '@marsad/server/capabilities/administration/index.ts';
import { createPool } from '@marsad/server/platform/db/pools.ts';
import type { Command } from 'commander';
import { withDatabase } from '../connect.ts';
import { Refusal } from '../refusal.ts';

const LEAST_CHARACTERS = 12;

interface Options {
  user: string;
  nameAr: string;
  nameLatin: string;
  force: string;
  forceAr: string;
  forceFr?: string;
  forceCode: string;
  timeZone: string;
}

/** `marsad admin create`: the first administrator, and the root of the force where there is none yet. */
export function adminCreate(group: Command): void {
  group
    .command('create')
    .description('make an administrator; the password is read from the terminal or from standard input')
    .requiredOption('--user <name>', 'user name')
    .requiredOption('--name-ar <name>', 'name in Arabic')
    .requiredOption('--name-latin <name>', 'name in Latin letters')
    .option('--force-code <code>', 'code of the force, when there is none yet', 'NAT')
    .option('--force <name>', 'name of the force in English', 'National police force')
    .option('--force-ar <name>', 'name of the force in Arabic', 'قوى الأمن')
    .option('--force-fr <name>', 'name of the force in French', 'Forces de sécurité')
    .option('--time-zone <zone>', 'time zone of the force', 'Asia/Beirut')
    .action(async (options: Options) => {
      const password = await readPassword();
      if (password.length < LEAST_CHARACTERS) {
        throw new Refusal(`Expected a password of at least ${LEAST_CHARACTERS} characters, got ${password.length}.`);
      }
      await withDatabase(async ({ ownerUrl }) => {
        const owner = createPool(ownerUrl, { max: 1, name: 'admin create' });
        try {
          const made = await createAdministrator(owner, {
            userName: options.user,
            nameAr: options.nameAr,
            nameLatin: options.nameLatin,
            password,
            force: {
              code: options.forceCode,
              nameAr: options.forceAr,
              nameEn: options.force,
              nameFr: options.forceFr ?? options.force,
              timeZone: options.timeZone,
            },
          });
          if (!made)
            throw new Refusal(`Expected a new user name, got "${options.user}", which somebody has. Choose another.`);
          console.log(`${options.user} is an administrator and can sign in.`);
        } finally {
          await owner.end();
        }
      });
    });
}

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  if (process.stdin.isTTY) process.stderr.write('Password (it is shown as you type): ');
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}
