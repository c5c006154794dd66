import { headsFile, readHeads } from '@marsad/server/platform/audit/heads.ts';
import { noteVerdict, verifyChain } from '@marsad/server/platform/audit/verify-chain.ts';
import { systemClock } from '@marsad/server/platform/clock/clock.ts';
import { createPool } from '@marsad/server/platform/db/pools.ts';
import type { Command } from 'commander';
import { withDatabase } from '../connect.ts';

const faults = {
  missing: 'the link, or the entry it seals, is gone',
  broken: 'the link does not hang on the one before it',
  altered: 'the entry is not what was sealed',
  rewritten: 'it is not the link that was written down at the time as the head of the log',
  headless:
    'there is no file of heads beside the data (audit-heads.jsonl), so nobody can tell whether the end of the log was cut off; put it back from a backup',
  cut: 'the log once went further: a head beyond it was written down, and what it sealed is gone',
};

/** `marsad audit-log verify`: walks the chain; ends with 1 and names the first broken link when there is one. */
export function auditLogVerify(group: Command): void {
  group
    .command('verify')
    .description('check that the audit log is whole and unaltered')
    .action(() =>
      withDatabase(async ({ ownerUrl, keys, settings }) => {
        const owner = createPool(ownerUrl, { max: 1, statementSeconds: 3600, name: 'audit-log verify' });
        try {
          const heads = readHeads(headsFile(settings.dataFolder));
          const verdict = await verifyChain(owner, keys.audit, heads);
          await noteVerdict(owner, verdict, systemClock.now());
          if (verdict.ok) {
            console.log(
              `The audit log is whole. Entries sealed: ${verdict.sealed}, waiting for their seal: ${verdict.unsealed}; heads written down outside the database: ${heads?.length ?? 0}.`,
            );
          } else {
            console.error(`The audit log is broken at link ${verdict.position}: ${faults[verdict.fault]}.`);
            process.exitCode = 1;
          }
        } finally {
          await owner.end();
        }
      }),
    );
}
