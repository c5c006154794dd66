import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';

/** Asks for a walk along the whole chain, as a job; what it finds stands in the state of the chain. */
export const verifyAuditChain = command('audit.read', {
  path: '/audit/verify',
  summary: 'Verify the audit chain',
  tag: 'administration',
})
  .input(commandHeader)
  .output(z.object({ requested: z.literal(true) }));
