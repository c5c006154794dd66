// Whether the server has a newer application than this page runs: a board stands open for weeks, and what it no longer
// understands is refused. Asked now and then, when the link turns, and when a part of the page is no longer to be had.
import { useSyncExternalStore } from 'react';
import { linkNow, onLinkTurn } from './offline/link.ts';

const askMilliseconds = 15 * 60_000;

/** The script that a page of the application begins with; its name changes with its content. Null where there is none (in development). */
export const entryOf = (html: string): string | null =>
  /<script\b[^>]*\bsrc="(\/assets\/[^"]+)"/.exec(html)?.[1] ?? null;

export interface Sides {
  /** The entry that this page began with. */
  here: string | null;
  /** The page as the server has it, past every cache. */
  read(): Promise<string>;
  /** Fetches the newer files where they are kept for work without a link: a reload would open the old ones. */
  renew(): Promise<unknown>;
}

/** Resolves whether the server has another application than `here`, and a reload would bring it. */
export async function isOutdated({ here, read, renew }: Sides): Promise<boolean> {
  if (here === null) return false;
  try {
    const there = entryOf(await read());
    if (there === null || there === here) return false;
    await renew();
    return true;
  } catch {
    return false;
  }
}

const sides: Sides = {
  here: entryOf(document.head.innerHTML),
  // Another address than the one that the service worker answers itself.
  read: async () => (await fetch('/index.html?newest', { cache: 'no-store' })).text(),
  renew: async () => {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.update();
    const coming = registration?.installing ?? registration?.waiting;
    if (!coming) return;
    await new Promise<void>((resolve, reject) =>
      coming.addEventListener('statechange', () => {
        if (coming.state === 'activated') resolve();
        if (coming.state === 'redundant') reject(new Error('Expected the newer files, got none. It is tried again.'));
      }),
    );
  },
};

let outdated = false;
let looking = false;
const listeners = new Set<() => void>();

async function look(): Promise<void> {
  if (outdated || looking || !linkNow().reachable) return;
  looking = true;
  outdated = await isOutdated(sides);
  looking = false;
  if (outdated) for (const listener of listeners) listener();
}

/** Looks for a newer application from now on. */
export function watchForUpdate(): void {
  look();
  setInterval(look, askMilliseconds);
  onLinkTurn(look);
  addEventListener('vite:preloadError', look);
}

const reloadedKey = 'reloaded-from';

/** Reloads a page that nobody watches; once from each version, lest one that does not come is asked for without end. */
export function reloadOnce(): void {
  if (sides.here === null || sessionStorage.getItem(reloadedKey) === sides.here) return;
  sessionStorage.setItem(reloadedKey, sides.here);
  location.reload();
}

/** Whether a reload would bring a newer application. */
export const useOutdated = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => outdated,
  );
