// The command line: one file a command; each parses, calls a face of the server, and prints.
import { Command } from 'commander';
import { adminCreate } from './commands/admin-create.ts';
import { areasImport } from './commands/areas-import.ts';
import { auditLogVerify } from './commands/audit-log-verify.ts';
import { backup } from './commands/backup.ts';
import { config } from './commands/config.ts';
import { demo } from './commands/demo.ts';
import { doctor } from './commands/doctor.ts';
import { gazetteerImport } from './commands/gazetteer-import.ts';
import { importIncidents } from './commands/import-incidents.ts';
import { restore } from './commands/restore.ts';
import { tlsCreate } from './commands/tls-create.ts';
import { token } from './commands/token.ts';
import { Refusal } from './refusal.ts';

const program = new Command('marsad')
  .description('Command rooms and intelligence-led policing, hosted by the force itself.')
  .showHelpAfterError();
config(program);
doctor(program);
backup(program);
restore(program);
demo(program);
importIncidents(program.command('import').description('bring records in'));
gazetteerImport(program.command('gazetteer').description('names of places'));
areasImport(program.command('areas').description('areas of units'));
auditLogVerify(program.command('audit-log').description('the log of who did and saw what'));
adminCreate(program.command('admin').description('administrators'));
token(program.command('token').description('means of programs to act for a person'));
tlsCreate(program.command('tls').description('certificates of a network of the force’s own'));

try {
  await program.parseAsync();
} catch (error) {
  const expected = error instanceof Refusal || (error as { code?: string }).code !== undefined;
  console.error(expected ? (error as Error).message : error);
  process.exitCode = 1;
}
