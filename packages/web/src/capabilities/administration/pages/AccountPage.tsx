import '../account.css';
import { useSession } from '../../../platform/session.ts';
import { useAccountWords } from '../account-words.ts';
import { PasswordPart } from '../parts/PasswordPart.tsx';
import { ScreenPart } from '../parts/ScreenPart.tsx';
import { SecondFactorPart } from '../parts/SecondFactorPart.tsx';
import { SessionsPart } from '../parts/SessionsPart.tsx';
import { TokensPart } from '../parts/TokensPart.tsx';

/** One's own means of signing in: password, second step, sessions, tokens of programs. */
export default function AccountPage() {
  const { say, language } = useAccountWords();
  const { session } = useSession();
  const { person, secondFactor } = session;
  return (
    <main className="office account">
      <h1>{say('title')}</h1>
      <p className="account-who">
        <bdi>{language === 'ar' ? person.nameAr : person.nameLatin}</bdi> <bdi>{person.userName}</bdi>
      </p>
      {secondFactor.required && (
        <p role="alert" className="account-required">
          {say('secondRequired')}
        </p>
      )}
      <div className="account-parts">
        <div className="account-column">
          <ScreenPart />
          <SecondFactorPart />
          <SessionsPart />
        </div>
        <div className="account-column">
          <PasswordPart />
          {!secondFactor.required && <TokensPart />}
        </div>
      </div>
    </main>
  );
}
