import path from 'node:path';
import { createCertificates } from '@marsad/server/platform/tls/create-certificates.ts';
import type { Command } from 'commander';
import { settingsNow } from '../connect.ts';
import { Refusal } from '../refusal.ts';

/** `marsad tls create --host NAME...`: a local authority and a certificate of it for this server. */
export function tlsCreate(group: Command): void {
  group
    .command('create')
    .description('make a local certificate authority, once, and a certificate of it for this server')
    .requiredOption('--host <name...>', 'the names and addresses that people type, the main one first')
    .action(async ({ host }: { host: string[] }) => {
      const wrong = host.find((one) => !/^[A-Za-z0-9.:-]{1,253}$/.test(one));
      if (wrong !== undefined) throw new Refusal(`Expected a host name or an address, got "${wrong}".`);
      const folder = path.join(settingsNow().dataFolder, 'tls');
      const made = await createCertificates(folder, host, new Date());
      console.log(`Certificate for ${host.join(', ')} until ${made.until.toISOString().slice(0, 10)}.`);
      console.log(
        made.authorityKept
          ? 'Signed by the authority that was there: nothing need be installed anew.'
          : `Install ${made.authorityFile} as a trusted authority on every machine of the force, once.`,
      );
      console.log(`Then start with:\n  MARSAD_TLS_CERT=${made.certFile}\n  MARSAD_TLS_KEY=${made.keyFile}`);
      console.log(`  MARSAD_ORIGIN=https://${host[0]}`);
    });
}
