import type { Contract } from '@marsad/contract';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { learnFromHead } from './offline/server-time.ts';

// On a bad link a request may hang for minutes: after this it counts as lost, and what can be is tried again.
const patienceMilliseconds = 15_000;

let person: string | null = null;

/** Whose page this is: from now on the server refuses its requests when the session is somebody else's. */
export function speakFor(personId: string | null): void {
  person = personId;
}

/** The server's operations, typed by the contract. */
export const api: ContractRouterClient<Contract> = createORPCClient(
  new RPCLink({
    url: `${location.origin}/rpc`,
    // Who is signed in is asked by whoever it is.
    headers: (_options, path) => (person && path.at(-1) !== 'getSession' ? { 'x-marsad-person': person } : {}),
    fetch: async (request, init) => {
      const began = performance.now();
      const answer = await fetch(request, { ...init, signal: AbortSignal.timeout(patienceMilliseconds) });
      learnFromHead(answer.headers.get('date'), performance.now() - began);
      return answer;
    },
  }),
);
