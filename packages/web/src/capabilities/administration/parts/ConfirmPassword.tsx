import { Button, PasswordInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useAccountWords } from '../account-words.ts';

interface Props {
  button: string;
  busy: boolean;
  give(password: string): void;
  cancel(): void;
}

/** Asks for the password before something that matters. */
export function ConfirmPassword({ button, busy, give, cancel }: Props) {
  const { say } = useAccountWords();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    give(String(new FormData(event.currentTarget).get('confirm') ?? ''));
  };
  return (
    <form onSubmit={submit}>
      <PasswordInput
        name="confirm"
        label={say('confirmPassword')}
        autoComplete="current-password"
        dir="ltr"
        required
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': say('show') }}
      />
      <div className="account-row">
        <Button type="submit" loading={busy}>
          {button}
        </Button>
        <Button variant="default" onClick={cancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
