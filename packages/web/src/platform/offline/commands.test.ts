import { contract } from '@marsad/contract';
import type { OperationMeta } from '@marsad/contract/platform/operation.ts';
import { expect, test } from 'vitest';
import { offlineCommands } from './commands.ts';

test('what may wait for the link is what the contract lets be made in the past, and nothing else', () => {
  const declared = Object.entries(contract).flatMap(([capability, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => (operation as { '~orpc': { meta: OperationMeta } })['~orpc'].meta.offline)
      .map(([name]) => `${capability}.${name}`),
  );
  expect(declared.sort()).toEqual(offlineCommands.map((name) => `incidents.${name}`).sort());
});
