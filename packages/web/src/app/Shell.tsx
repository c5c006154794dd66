import { Outlet } from '@tanstack/react-router';
import './shell.css';
import { KeySheet } from '../platform/keys/KeySheet.tsx';
import { useSession } from '../platform/session.ts';
import { useText } from '../platform/text.ts';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

/** Top bar and rail around every page. */
export function Shell() {
  const { t } = useText();
  const { session } = useSession();
  return (
    <>
      <TopBar />
      {session.practice && <p className="paper-practice">{t('practice')}</p>}
      <div className="shell">
        <Rail />
        <Outlet />
      </div>
      <KeySheet />
    </>
  );
}
