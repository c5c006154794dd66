import { verifyChain } from '@marsad/server/platform/audit/verify-chain.ts';
import { createPool } from '@marsad/server/platform/db/pools.ts';
import type { Command } from 'commander';
import { withDatabase } from '../connect.ts';

const faults = {
  missing: 'the link, or the entry it seals, is gone',
  broken: 'the link does not hang on the one before it',
  altered: 'the entry is not what was sealed',
};

/** `marsad audit-log verify`: walks the chain; ends with 1 and names the first broken link when there is one. */
export function auditLogVerify(group: Command): void {
  group
    .command('verify')
    .description('check that the audit log is whole and unaltered')
    .action(() =>
      withDatabase(async ({ ownerUrl, keys }) => {
        const owner = createPool(ownerUrl, { max: 1, statementSeconds: 3600, name: 'audit-log verify' });
        try {
          const verdict = await verifyChain(owner, keys.audit);
          if (verdict.ok) {
            console.log(
              `The audit log is whole: ${verdict.sealed} entries sealed, ${verdict.unsealed} waiting for their seal.`,
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
