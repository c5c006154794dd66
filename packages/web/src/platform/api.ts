import type { Contract } from '@marsad/contract';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';

// On a bad link a request may hang for minutes: after this it counts as lost, and what can be is tried again.
const patienceMilliseconds = 15_000;

/** The server's operations, typed by the contract. */
export const api: ContractRouterClient<Contract> = createORPCClient(
  new RPCLink({
    url: `${location.origin}/rpc`,
    fetch: (request, init) => fetch(request, { ...init, signal: AbortSignal.timeout(patienceMilliseconds) }),
  }),
);
