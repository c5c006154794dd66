import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { personIn, useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import { useMoments } from '../use-moments.ts';
import { firstPassword, suggestedUserName } from './first-password.ts';
import { usePersonFormWords } from './form-words.ts';
import { type Handed, PasswordField } from './PasswordField.tsx';
import { PersonFields, type TypedPerson } from './PersonFields.tsx';
import { emptyPost, givenPost, PostFields } from './PostFields.tsx';

interface NewPersonFormProps {
  close(): void;
  /** Taken in; `handed` is what the new account signs in with. */
  made(personId: string, handed: Handed | null): void;
}

/** Takes a person in: names, first post, and an account where they will sign in. */
export function NewPersonForm({ close, made }: NewPersonFormProps) {
  const { say } = usePersonFormWords();
  const { language } = useText();
  const { timeZone } = useMoments();
  // Kept through a reload, the ids with it: what arrived though its answer was lost is not a second person. The password
  // is not kept.
  const [fresh] = useState(() => ({ personId: uuidv7(), postId: uuidv7() }));
  const edit = useEdit('person-new', {
    ids: fresh,
    person: { nameAr: '', nameLatin: '', serviceNumber: '', language: 'ar' } as TypedPerson,
    post: emptyPost(todayIn(timeZone)),
    withAccount: true,
    typedName: null as string | null,
  });
  const { value, change, drop } = edit;
  const { ids, person, post, withAccount } = value;
  const [password, setPassword] = useState(firstPassword);
  const [asked, setAsked] = useState(false);
  const userName = value.typedName ?? suggestedUserName(person.nameLatin);
  const { run, busy, problem } = useCommand(api.administration.createPerson, ({ personId }) => {
    drop();
    const name = personIn(language, person.nameAr.trim(), person.nameLatin.trim());
    made(personId, withAccount ? { name, userName, password } : null);
  });
  const submit = () => {
    setAsked(true);
    const given = givenPost(post);
    if (!given) return;
    const account = withAccount ? { account: { userName, password } } : {};
    run({ ...person, ...account, personId: ids.personId, post: { ...given, postId: ids.postId } });
  };
  return (
    <FormDialog
      title={say('newPerson')}
      size="lg"
      close={close}
      submit={submit}
      submitLabel={say('addPerson')}
      edit={edit}
      busy={busy}
      problem={problem}
    >
      <PersonFields value={person} change={(next) => change({ person: next })} problem={problem} />
      <fieldset className="ppl-group">
        <legend>{say('firstPost')}</legend>
        <PostFields value={post} change={(next) => change({ post: next })} problem={problem} asked={asked} />
      </fieldset>
      <Switch
        label={say('withAccount')}
        checked={withAccount}
        onChange={(event) => change({ withAccount: event.currentTarget.checked })}
      />
      {withAccount && (
        <>
          <UserNameField
            value={userName}
            change={(typedName) => change({ typedName })}
            error={problem?.fields['account.userName'] ?? problem?.fields.userName}
          />
          <PasswordField value={password} change={setPassword} problem={problem} />
        </>
      )}
    </FormDialog>
  );
}

interface UserNameFieldProps {
  value: string;
  change(value: string): void;
  error: string | undefined;
}

/** The name that somebody signs in with. */
export function UserNameField({ value, change, error }: UserNameFieldProps) {
  const { say } = usePersonFormWords();
  return (
    <TextInput
      name="userName"
      label={say('userName')}
      description={say('userNameHint')}
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      required
      maxLength={30}
      value={value}
      error={error}
      onChange={(event) => change(event.currentTarget.value.toLowerCase())}
    />
  );
}
