// Whether the server can be reached, and when it was last heard.
import { useSyncExternalStore } from 'react';

export interface Link {
  reachable: boolean;
  /** Milliseconds since 1970; null before anything was heard. */
  lastHeard: number | null;
}

let link: Link = { reachable: true, lastHeard: null };
const listeners = new Set<() => void>();

function set(next: Link): void {
  const turned = next.reachable !== link.reachable;
  link = next;
  // A beat moves the time alone: screens are told when the link turns, and ask for the time when they draw.
  if (turned) for (const listener of listeners) listener();
}

export const heard = (): void => set({ reachable: true, lastHeard: Date.now() });
export const lost = (): void => set({ ...link, reachable: false });
export const linkNow = (): Link => link;

export function onLinkTurn(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the server can be reached; draws again when that turns. */
export const useReachable = (): boolean => useSyncExternalStore(onLinkTurn, () => link.reachable);
