import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { rememberPassword } from '../../../platform/lock/password-here.ts';
import { useSession } from '../../../platform/session.ts';
import { changePassword } from '../../../platform/sign-in.ts';
import { useAccountWords } from '../account-words.ts';
import { useAction } from '../use-action.ts';

/** Changes the own password. */
export function PasswordPart() {
  const { say } = useAccountWords();
  const { busy, problem, run } = useAction(say('failed'));
  const queries = useQueryClient();
  const { session } = useSession();
  const [differ, setDiffer] = useState(false);
  const [changed, setChanged] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = (name: string): string => String(new FormData(form).get(name) ?? '');
    setChanged(false);
    setDiffer(field('new') !== field('repeat'));
    if (field('new') !== field('repeat')) return;
    if (!(await run(() => changePassword(field('current'), field('new'))))) return;
    await rememberPassword(session.person.personId, field('new'));
    form.reset();
    setChanged(true);
    queries.invalidateQueries({ queryKey: ['account', 'sessions'] });
  };
  const shown = { visibilityToggleButtonProps: { 'aria-label': say('show') }, dir: 'ltr' as const, required: true };
  return (
    <section className="account-part" aria-label={say('password')}>
      <h2>{say('password')}</h2>
      <form onSubmit={submit}>
        <PasswordInput {...shown} name="current" label={say('current')} autoComplete="current-password" />
        <PasswordInput
          {...shown}
          name="new"
          label={say('new')}
          description={say('passwordHint')}
          autoComplete="new-password"
        />
        <PasswordInput
          {...shown}
          name="repeat"
          label={say('repeat')}
          autoComplete="new-password"
          error={differ ? say('differ') : null}
        />
        {problem && <p role="alert">{problem}</p>}
        {changed && (
          <p role="status" className="account-good">
            {say('changed')}
          </p>
        )}
        <div className="account-row">
          <Button type="submit" loading={busy}>
            {say('change')}
          </Button>
        </div>
      </form>
    </section>
  );
}
