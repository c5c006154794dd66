import type { Contract } from '@marsad/contract';
import { createORPCClient, onError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { actingPostOf, chosenPost } from './acting-post.ts';
import { learnFromHead } from './offline/server-time.ts';

// On a bad link a request may hang for minutes: after this it counts as lost, and what can be is tried again.
const patienceMilliseconds = 15_000;

interface Speaker {
  personId: string;
  posts: readonly { postId: string }[];
}

let speaker: Speaker | null = null;
const refusals = new Set<() => void>();

/** Whose page this is: from now on the server refuses its requests when the session is somebody else's. */
export function speakFor(next: Speaker | null): void {
  speaker = next;
}

/** The post that what is done now is done on; undefined for somebody with one alone, where nothing was chosen. */
export function actingPostId(): string | undefined {
  if (!speaker || speaker.posts.length < 2) return undefined;
  return actingPostOf(speaker.posts, chosenPost(speaker.personId))?.postId;
}

/** What every request carries: whose page it is and the post that they act from. For what goes another way than `api`. */
export function seatHeaders(): Record<string, string> {
  const post = actingPostId();
  return { ...(speaker && { 'x-marsad-person': speaker.personId }), ...(post && { 'x-marsad-post': post }) };
}

/** Calls back when the server no longer takes the post that this page names. Returns how to stop. */
export function onPostRefused(listener: () => void): () => void {
  refusals.add(listener);
  return () => refusals.delete(listener);
}

/** The server's operations, typed by the contract. */
export const api: ContractRouterClient<Contract> = createORPCClient(
  new RPCLink({
    url: `${location.origin}/rpc`,
    // Who is signed in is asked by whoever it is.
    headers: (_options, path) => (path.at(-1) === 'getSession' ? {} : seatHeaders()),
    interceptors: [
      onError((error) => {
        if ((error as { data?: { reason?: string } }).data?.reason === 'post.not_yours')
          for (const listener of refusals) listener();
      }),
    ],
    fetch: async (request, init) => {
      const began = performance.now();
      const answer = await fetch(request, { ...init, signal: AbortSignal.timeout(patienceMilliseconds) });
      learnFromHead(answer.headers.get('date'), performance.now() - began);
      return answer;
    },
  }),
);
