// The smaller forms of a person: particulars, posts, account, end of service.
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { personIn, useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { DayField, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import { useMoments } from '../use-moments.ts';
import { firstPassword, suggestedUserName } from './first-password.ts';
import { usePersonFormWords } from './form-words.ts';
import { UserNameField } from './NewPersonForm.tsx';
import { type Handed, PasswordField } from './PasswordField.tsx';
import type { PersonRead } from './PersonDetail.tsx';
import { PersonFields, type TypedPerson } from './PersonFields.tsx';
import { emptyPost, givenPost, PostFields } from './PostFields.tsx';
import { usePeopleWords } from './words.ts';

type Person = PersonRead['person'];
interface PersonFormProps {
  person: Person;
  close(): void;
}

export function useNameOf(): (person: { nameAr: string; nameLatin: string }) => string {
  const { language } = useText();
  return (person) => personIn(language, person.nameAr, person.nameLatin);
}

export function ChangePersonForm({ person, close }: PersonFormProps) {
  const { say } = usePersonFormWords();
  const nameOf = useNameOf();
  const { nameAr, nameLatin, language } = person;
  const stands: TypedPerson = { nameAr, nameLatin, language, serviceNumber: person.serviceNumber ?? '' };
  const edit = useEdit(`person:${person.personId}`, stands, person.version);
  const { run, busy, problem } = useCommand(api.administration.changePerson, () => {
    edit.drop();
    close();
  });
  return (
    <FormDialog
      title={say('changeOf', { name: nameOf(person) })}
      size="lg"
      close={close}
      edit={edit}
      submit={() => run({ ...edit.value, personId: person.personId, version: edit.version })}
      busy={busy}
      problem={problem}
    >
      <PersonFields value={edit.value} change={edit.change} problem={problem} />
    </FormDialog>
  );
}

export function GivePostForm({ person, close }: PersonFormProps) {
  const { say } = usePeopleWords();
  const nameOf = useNameOf();
  const { timeZone } = useMoments();
  const [fresh] = useState(() => uuidv7());
  const edit = useEdit(`post:${person.personId}`, { postId: fresh, post: emptyPost(todayIn(timeZone)) });
  const { postId, post } = edit.value;
  const [asked, setAsked] = useState(false);
  const { run, busy, problem } = useCommand(api.administration.grantPost, () => {
    edit.drop();
    close();
  });
  const submit = () => {
    setAsked(true);
    const given = givenPost(post);
    if (given) run({ ...given, postId, personId: person.personId });
  };
  return (
    <FormDialog
      title={say('givePostTo', { name: nameOf(person) })}
      size="lg"
      close={close}
      edit={edit}
      submit={submit}
      submitLabel={say('givePost')}
      busy={busy}
      problem={problem}
    >
      <PostFields value={post} change={(next) => edit.change({ post: next })} problem={problem} asked={asked} />
    </FormDialog>
  );
}

export function EndPostForm({ person, postId, role, close }: PersonFormProps & { postId: string; role: string }) {
  const { say } = usePeopleWords();
  const { timeZone } = useMoments();
  const edit = useEdit(`post-end:${postId}`, { lastDay: todayIn(timeZone) });
  const { lastDay } = edit.value;
  const { run, busy, problem } = useCommand(api.administration.endPost, () => {
    edit.drop();
    close();
  });
  return (
    <FormDialog
      title={say('endPostOf', { role })}
      close={close}
      edit={edit}
      submit={() => run({ personId: person.personId, postId, lastDay })}
      submitLabel={say('endPost')}
      busy={busy}
      problem={problem}
      grave
    >
      <p className="adm-hint">{say('endPostHint')}</p>
      <DayField
        label={say('lastDay')}
        name="lastDay"
        value={lastDay}
        change={(day) => edit.change({ lastDay: day })}
        problem={problem}
      />
    </FormDialog>
  );
}

/** An account for who has none, a temporary password for who does. */
export function AccountForm({ person, set, close }: PersonFormProps & { set(handed: Handed): void }) {
  const { say } = usePersonFormWords();
  const nameOf = useNameOf();
  const stands = { typedName: suggestedUserName(person.nameLatin), reason: '' };
  const edit = useEdit(`account:${person.personId}`, stands);
  const { typedName, reason } = edit.value;
  // Somebody else's secret: it is not kept, another one is proposed.
  const [password, setPassword] = useState(firstPassword);
  const name = nameOf(person);
  const { run, busy, problem } = useCommand(api.administration.setAccount, ({ userName }) => {
    edit.drop();
    set({ name, userName, password });
  });
  const known = person.userName !== null;
  return (
    <FormDialog
      title={say(known ? 'newPasswordFor' : 'giveAccountTo', { name })}
      close={close}
      edit={edit}
      submit={() => run({ personId: person.personId, password, reason, ...(!known && { userName: typedName }) })}
      submitLabel={say(known ? 'setPassword' : 'giveAccount')}
      busy={busy}
      problem={problem}
    >
      {known ? (
        <p className="adm-hint">{say('newPasswordHint')}</p>
      ) : (
        <UserNameField
          value={typedName}
          change={(next) => edit.change({ typedName: next })}
          error={problem?.fields.userName}
        />
      )}
      <PasswordField value={password} change={setPassword} problem={problem} />
      <ReasonField value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />
    </FormDialog>
  );
}

export function EndServiceForm({ person, close }: PersonFormProps) {
  const { say } = usePersonFormWords();
  const { say: peopleSay } = usePeopleWords();
  const nameOf = useNameOf();
  const { timeZone } = useMoments();
  const edit = useEdit(`person-end:${person.personId}`, { lastDay: todayIn(timeZone), reason: '' });
  const { lastDay, reason } = edit.value;
  const { run, busy, problem } = useCommand(api.administration.endPerson, () => {
    edit.drop();
    close();
  });
  return (
    <FormDialog
      title={say('endServiceOf', { name: nameOf(person) })}
      close={close}
      edit={edit}
      submit={() => run({ personId: person.personId, lastDay, reason })}
      submitLabel={say('endService')}
      busy={busy}
      problem={problem}
      grave
    >
      <p className="adm-hint">{say('endServiceHint')}</p>
      <DayField
        label={peopleSay('lastDay')}
        name="lastDay"
        value={lastDay}
        change={(day) => edit.change({ lastDay: day })}
        problem={problem}
      />
      <ReasonField value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />
    </FormDialog>
  );
}
