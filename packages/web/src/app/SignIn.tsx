import { useText } from '../platform/text.ts';
import './access.css';
import { Choices } from './Choices.tsx';
import { SignInSteps } from './SignInSteps.tsx';

/** The way in. */
export function SignIn({ done }: { done(): void }) {
  const { t } = useText();
  return (
    <main className="centre">
      <SignInSteps button={t('signIn')} done={done} foot={<Choices />}>
        <h1>
          <b lang="ar">مرصد</b> Marsad
        </h1>
      </SignInSteps>
    </main>
  );
}
