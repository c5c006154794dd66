// The post that a person acts from, where they hold several: chosen in the top bar, kept for them at this browser, one for
// all its tabs. What they may do is the union of their posts all the same; the choice says where they are and what the log names.
import { useSyncExternalStore } from 'react';

const keyOf = (personId: string): string => `post:${personId}`;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
/** The id of the post chosen by a person at this browser; null before any choice. */
export const chosenPost = (personId: string): string | null => localStorage.getItem(keyOf(personId));

export function choosePost(personId: string, postId: string): void {
  localStorage.setItem(keyOf(personId), postId);
  tell();
}

/** The post that a person acts from: the one chosen while they still hold it, else the first; undefined for somebody without. */
export function actingPostOf<Post extends { postId: string }>(
  posts: readonly Post[],
  chosen: string | null,
): Post | undefined {
  return posts.find((post) => post.postId === chosen) ?? posts[0];
}

/** The choice of a person; draws again when it changes, in another tab too. */
export const useChosenPost = (personId: string | null): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        removeEventListener('storage', listener);
      };
    },
    () => personId && chosenPost(personId),
  );
