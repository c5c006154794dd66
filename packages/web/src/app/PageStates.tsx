import { Navigate, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../platform/session.ts';
import { useText } from '../platform/text.ts';
import { pages } from './pages.tsx';

/** A page for those who may; whoever may not see the board begins at the first page that is theirs. */
export function Guard({ permission, children }: { permission: string; children: ReactNode }) {
  const { t } = useText();
  const { session } = useSession();
  const path = useLocation({ select: (location) => location.pathname });
  if (session.actions.includes(permission)) return children;
  const first = pages.find((page) => session.actions.includes(page.permission));
  if (path === '/' && first) return <Navigate to={first.to} replace />;
  return <main className="centre">{t(first ? 'pageForbidden' : 'noBoard')}</main>;
}

export function Loading() {
  return <main className="centre">{useText().t('loading')}</main>;
}

export function Unknown() {
  return <main className="centre">{useText().t('pageUnknown')}</main>;
}

/** What a page that failed leaves: a sentence and a way to try again; the rest of the application stands. */
export function Broken() {
  const { t } = useText();
  return (
    <main className="centre">
      <div className="card">
        <p role="alert">{t('pageBroken')}</p>
        <button type="button" className="primary" onClick={() => location.reload()}>
          {t('again')}
        </button>
      </div>
    </main>
  );
}
