import { type ExpectedErrorCode, expectedErrors, type RefusalData } from '@marsad/contract/platform/operation.ts';
import { ORPCError } from '@orpc/server';

/**
 * Ends an operation with one of its expected failures. `reason` is a code of reasons.ts, put into the person's
 * language where it is shown; the transaction rolls back and nothing is kept.
 */
export function refuse(code: ExpectedErrorCode, reason: string, more: Omit<RefusalData, 'reason'> = {}): never {
  throw new ORPCError(code, {
    defined: true,
    status: expectedErrors[code].status,
    message: reason,
    data: { reason, ...more },
  });
}
