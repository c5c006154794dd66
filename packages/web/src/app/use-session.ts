import { useCallback, useEffect, useRef, useState } from 'react';
import { api, onPostRefused, speakFor } from '../platform/api.ts';
import { openDigits } from '../platform/digits.ts';
import { finishLeaving, isLeaving } from '../platform/leaving.ts';
import { isOpenedHere, lockedFor, lockSeat } from '../platform/lock/lock.ts';
import { database } from '../platform/offline/database.ts';
import { keep } from '../platform/offline/kept.ts';
import { heard, linkNow, lost, onLinkTurn } from '../platform/offline/link.ts';
import { learnServerTime, onClockStep } from '../platform/offline/server-time.ts';
import { onSeatChange, takeSeat } from '../platform/seat.ts';
import type { Session } from '../platform/session.ts';

const askMilliseconds = 10_000;

/**
 * Who is signed in here: as the server says; without a link as it said last. Only the server's word that nobody is signed
 * in signs out: neither a dead line does, nor a proxy's refusal. When the link returns the server is asked again.
 */
export function useLoadedSession(): [Session | null | 'loading', () => void] {
  const [session, setSession] = useState<Session | null | 'loading'>('loading');
  const shown = useRef<Session | null>(null);
  const show = useCallback((next: Session | null) => {
    shown.current = next;
    // Before any page draws and asks.
    openDigits(next?.person.personId ?? null);
    speakFor(next && { personId: next.person.personId, posts: next.posts });
    setSession(next);
  }, []);
  const turn = useRef(0);
  const load = useCallback(async () => {
    // An answer that a later question has overtaken tells of whoever sat here then.
    turn.current += 1;
    const mine = turn.current;
    // Somebody has left: their session is ended before anybody is asked for, and shows nothing meanwhile.
    if (isLeaving()) {
      show(null);
      await finishLeaving();
      return;
    }
    try {
      const found = await api.administration.getSession();
      if (mine !== turn.current) return;
      heard();
      learnServerTime(found.serverTime);
      if ((await takeSeat(found.person.personId)) === 'changed') return location.reload();
      show(found);
      await keep('session', found.person.personId, found);
    } catch (error) {
      if (mine !== turn.current) return;
      const { status } = error as { status?: number };
      // Behind the lock everything stays as it is: the session has ended, the seat has not changed hands. A page opened anew
      // with the lock on it has nothing to keep: whoever comes signs in.
      if (status === 401) {
        if (lockedFor() && shown.current) return;
        // Opened while there was no link: the server has its say now, and what is on the screen waits for it.
        if (isOpenedHere() && shown.current) return lockSeat(shown.current.person.personId);
        // Nobody is signed in: without a link this page shows nobody's board either until somebody is.
        await database.kept.delete('session').catch(() => undefined);
        return show(null);
      }
      lost();
      if (shown.current) return;
      const kept = await database.kept.get('session').catch(() => undefined);
      show((kept?.value as Session | undefined) ?? null);
    }
  }, [show]);
  useEffect(() => {
    load();
    const stops = [onLinkTurn(load), onClockStep(load), onPostRefused(load), onSeatChange(() => location.reload())];
    // A stream refused because the session ended looks like a dead line: only asking tells them apart.
    const asking = setInterval(() => (linkNow().reachable && !isLeaving()) || load(), askMilliseconds);
    addEventListener('online', load);
    return () => {
      clearInterval(asking);
      removeEventListener('online', load);
      for (const stop of stops) stop();
    };
  }, [load]);
  return [session, load];
}
