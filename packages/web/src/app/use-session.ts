import { useCallback, useEffect, useState } from 'react';
import { api } from '../platform/api.ts';
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
      if (status !== undefined && status < 500) return setSession(null);
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
