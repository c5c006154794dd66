import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useMemo } from 'react';
import { renderSVG } from 'uqr';
import { useSession } from '../../../platform/session.ts';
import { type Begun, confirmSecondFactor } from '../../../platform/sign-in.ts';
import { useAccountWords } from '../account-words.ts';
import { useAction } from '../use-action.ts';
import { BackupCodes } from './BackupCodes.tsx';

interface Props {
  begun: Begun;
  finished(): void;
  cancel(): void;
}

/** The square code (drawn here, nothing is asked of a network), the backup codes, and the first code that turns it on. */
export function Enrol({ begun, finished, cancel }: Props) {
  const { say } = useAccountWords();
  const { session } = useSession();
  const { busy, problem, run } = useAction(say('failed'));
  const { uri, secret } = useMemo(
    () => labelled(begun.totpUri, session.person.userName ?? ''),
    [begun.totpUri, session.person.userName],
  );
  const drawn = useMemo(
    () => `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri, { ecc: 'M', border: 2 }))}`,
    [uri],
  );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '');
    if (await run(() => confirmSecondFactor(code))) finished();
  };
  return (
    <form onSubmit={submit}>
      <p className="account-hint">{say('scan')}</p>
      <img className="account-qr" src={drawn} alt={say('qr')} />
      <div className="account-row">
        <span>{say('key')}</span> <code className="account-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </div>
      <p className="account-hint">{say('keep')}</p>
      <BackupCodes codes={begun.backupCodes} />
      <p className="account-hint">{say('confirm')}</p>
      <TextInput
        name="code"
        label={say('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        dir="ltr"
        required
      />
      {problem && <p role="alert">{problem}</p>}
      <div className="account-row">
        <Button type="submit" loading={busy}>
          {say('turnOn')}
        </Button>
        <Button variant="default" onClick={cancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}

// The application shows the label: the person's user name, not the placeholder that the sign-in library keeps for mail.
function labelled(totpUri: string, userName: string): { uri: string; secret: string } {
  const query = new URLSearchParams(totpUri.slice(totpUri.indexOf('?')));
  const issuer = query.get('issuer') ?? 'Marsad';
  const uri = `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(userName)}?${query}`;
  return { uri, secret: query.get('secret') ?? '' };
}
