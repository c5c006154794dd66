import { isLeaving } from '../platform/leaving.ts';
import { useReachable } from '../platform/offline/link.ts';
import { useText } from '../platform/text.ts';
import './access.css';
import { useAccessWords } from './access-words.ts';
import { Choices } from './Choices.tsx';
import { SignInSteps } from './SignInSteps.tsx';
import { usePractice } from './use-practice.ts';

/** The way in. */
export function SignIn({ done }: { done(password: string): void }) {
  const { t } = useText();
  const practice = usePractice();
  const { say } = useAccessWords();
  const reachable = useReachable();
  return (
    <main className="centre">
      <SignInSteps button={t('signIn')} done={done} foot={<Choices />}>
        <h1>
          <b lang="ar">مرصد</b> Marsad
        </h1>
        {practice && <p className="chip practice access-practice">{t('practice')}</p>}
        {!reachable && isLeaving() && (
          <p className="access-hint" role="status">
            {say('leftOffline')}
          </p>
        )}
      </SignInSteps>
    </main>
  );
}
