import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../platform/api.ts';
import { lockedFor } from '../platform/lock/lock.ts';
import type { Session } from '../platform/session.ts';
import { router } from './router.tsx';

const handless: readonly string[] = ['/wall'];

/**
 * Keeps the server's session while somebody is at the seat: reading a page for half an hour asks the server for nothing,
 * and the lock here, not a session that ran out, says when the seat was left. Returns the idle minutes after which the
 * seat is locked; null for a wall, which nobody touches.
 */
export function useStaySignedIn(session: Session | null): number | null {
  const minutes = session?.idleMinutes ?? null;
  useEffect(() => {
    if (minutes === null) return;
    const ask = () => {
      if (!lockedFor()) api.administration.getSession().catch(() => undefined);
    };
    const timer = setInterval(ask, (minutes * 60_000) / 4);
    return () => clearInterval(timer);
  }, [minutes]);
  // Pages change under this, without a reload: a wall that is reached from the board is one, and a board reached from it is not.
  const path = useRouterState({ router, select: (state) => state.location.pathname });
  return handless.includes(path) ? null : minutes;
}
