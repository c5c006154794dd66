import { Button, TextInput } from '@mantine/core';
import { Dialog } from '../forms/Dialog.tsx';
import type { Problem } from '../forms/use-command.ts';
import { CopyButton } from '../parts/CopyText.tsx';
import { firstPassword } from './first-password.ts';
import { usePersonFormWords } from './form-words.ts';

interface PasswordFieldProps {
  value: string;
  change(value: string): void;
  problem: Problem | null;
}

/** A password to hand over, proposed and open to be read: it is somebody else's, and is written down or said. */
export function PasswordField({ value, change, problem }: PasswordFieldProps) {
  const { say } = usePersonFormWords();
  return (
    <div className="ppl-password">
      <TextInput
        name="password"
        label={say('firstPassword')}
        description={say('passwordHint')}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        required
        maxLength={128}
        value={value}
        error={problem?.fields.password ?? problem?.fields['account.password']}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Button variant="default" onClick={() => change(firstPassword())}>
        {say('otherPassword')}
      </Button>
    </div>
  );
}

export interface Handed {
  name: string;
  userName: string;
  password: string;
}

/** The password that was set, once more and for the last time. */
export function HandOver({ handed, close }: { handed: Handed; close(): void }) {
  const { say } = usePersonFormWords();
  return (
    <Dialog title={say('onceTitle', { name: handed.name })} close={close} firm>
      <p className="adm-hint">{say('onceHint')}</p>
      <p className="ppl-once" dir="ltr">
        <span>{handed.userName}</span>
        <code>{handed.password}</code>
      </p>
      <div className="ppl-buttons">
        <CopyButton text={handed.password} />
        <Button data-autofocus onClick={close}>
          {say('kept')}
        </Button>
      </div>
    </Dialog>
  );
}
