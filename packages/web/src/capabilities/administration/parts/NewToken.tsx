import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { useSession } from '../../../platform/session.ts';
import { useAccountWords } from '../account-words.ts';
import { useAction } from '../use-action.ts';
import { useActionNames } from '../use-action-names.ts';

const mine = ['session.self', 'account.self'];

/** Makes a token. The secret is made here and only its digest is sent: nobody but this screen ever has it. */
export function NewToken({ made, cancel }: { made(token: string): void; cancel(): void }) {
  const { say } = useAccountWords();
  const { session } = useSession();
  const nameOf = useActionNames();
  const { busy, problem, run } = useAction(say('failed'));
  const [actions, setActions] = useState<string[]>([]);
  // One id for all tries: an answer that was lost is not a second token.
  const [ids] = useState(() => ({ commandId: uuidv7(), tokenId: uuidv7() }));
  const [secret] = useState(newSecret);
  if (!crypto.subtle) return <p role="alert">{say('needsSecure')}</p>;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run(async () => {
      await api.administration.createToken({
        ...ids,
        name: String(form.get('name') ?? ''),
        days: Number(form.get('days')),
        secretDigest: await digestOf(secret),
        ...(actions.length > 0 && { actions }),
      });
      made(secret);
    });
  };
  return (
    <form onSubmit={submit}>
      <TextInput name="name" label={say('tokenName')} maxLength={80} dir="auto" required />
      <NativeSelect
        name="days"
        label={say('days')}
        defaultValue="90"
        data={[
          { value: '30', label: say('days30') },
          { value: '90', label: say('days90') },
          { value: '365', label: say('days365') },
        ]}
      />
      <MultiSelect
        label={say('actions')}
        placeholder={actions.length === 0 ? say('allActions') : ''}
        data={session.actions
          .filter((action) => !mine.includes(action))
          .map((action) => ({ value: action, label: nameOf(action) }))}
        value={actions}
        onChange={setActions}
        comboboxProps={{ withinPortal: false }}
      />
      {problem && <p role="alert">{problem}</p>}
      <div className="account-row">
        <Button type="submit" loading={busy}>
          {say('make')}
        </Button>
        <Button variant="default" onClick={cancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}

function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  return `msd_${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

async function digestOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
