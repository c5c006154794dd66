import { createContext, useContext } from 'react';
import type { api } from './api.ts';

/** Who is signed in and what they may do, as the server said last. */
export type Session = Awaited<ReturnType<typeof api.administration.getSession>>;

export type Post = Session['posts'][number];

export interface SessionNow {
  session: Session;
  /** The post that they act from; undefined for somebody without. */
  post: Post | undefined;
  /** Asks the server again: after something changed that the session tells of. */
  reload(): void;
}

export const SessionContext = createContext<SessionNow | null>(null);

/** The session of whoever is signed in. Only pages inside the shell ask, so there always is one. */
export function useSession(): SessionNow {
  const now = useContext(SessionContext);
  if (!now) throw new Error('Expected useSession inside the shell, got no session. Use it in pages alone.');
  return now;
}
