// A password must not stand among what a command keeps of its request: not even as a plain digest, which can be guessed at
// leisure. The operation receives it beside the input, and what is compared on a repeat is a digest under the audit key.
import { createHmac } from 'node:crypto';
import type { CommandRunner } from '../../../platform/operations/run-command.ts';

/** HMAC of a secret under the audit key, bound to its command. */
export function keyedDigest(runner: CommandRunner, commandId: string, secret: string): string {
  return createHmac('sha256', runner.auditKey).update(`${commandId}:${secret}`).digest('base64url');
}
