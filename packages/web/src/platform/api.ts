import type { Contract } from '@marsad/contract';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';

/** The server's operations, typed by the contract. */
export const api: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ url: `${location.origin}/rpc` }));

/** Signs in; returns false when name or password are wrong or the name is locked. */
export async function signIn(username: string, password: string): Promise<boolean> {
  const response = await fetch('/api/auth/sign-in/username', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  return response.ok;
}

export async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
}
