import { useCallback, useEffect, useState } from 'react';
import { api } from '../platform/api.ts';
import { lockedFor } from '../platform/lock/lock.ts';
import { database } from '../platform/offline/database.ts';
import { keep, learnServerTime } from '../platform/offline/kept.ts';
import { heard, lost, onLinkTurn } from '../platform/offline/link.ts';
import type { Session } from '../platform/session.ts';

/**
 * Who is signed in here: as the server says; without a link as it said last. Only an answer of the server signs out: a
 * dead line never does. When the link returns the server is asked again.
 */
export function useLoadedSession(): [Session | null | 'loading', () => void] {
  const [session, setSession] = useState<Session | null | 'loading'>('loading');
  const load = useCallback(async () => {
    try {
      const found = await api.administration.getSession();
      heard();
      learnServerTime(found.serverTime);
      setSession(found);
      await keep('session', found.person.personId, found);
    } catch (error) {
      const { status } = error as { status?: number };
      // Behind the lock everything stays as it is: the session has ended, the seat has not changed hands.
      if (status !== undefined && status < 500)
        return lockedFor() ? setSession((now) => behindLock(now)) : setSession(null);
      lost();
      const kept = await database.kept.get('session').catch(() => undefined);
      setSession((now) => (now && now !== 'loading' ? now : ((kept?.value as Session | undefined) ?? null)));
    }
  }, []);
  useEffect(() => {
    load();
    return onLinkTurn(load);
  }, [load]);
  return [session, load];
}

// A page opened anew with the lock on it has nothing to keep: whoever comes signs in.
const behindLock = (now: Session | null | 'loading'): Session | null => (now === 'loading' ? null : now);
