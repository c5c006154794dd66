// The smaller forms of a person: particulars, posts, account, end of service.
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { personIn, useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { DayField, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
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
  const [typed, setTyped] = useState<TypedPerson>({
    nameAr,
    nameLatin,
    language,
    serviceNumber: person.serviceNumber ?? '',
  });
  const { run, busy, problem } = useCommand(api.administration.changePerson, close);
  return (
    <FormDialog
      title={say('changeOf', { name: nameOf(person) })}
      size="lg"
      close={close}
      submit={() => run({ ...typed, personId: person.personId })}
      busy={busy}
      problem={problem}
    >
      <PersonFields value={typed} change={setTyped} problem={problem} />
    </FormDialog>
  );
}

export function GivePostForm({ person, close }: PersonFormProps) {
  const { say } = usePeopleWords();
  const nameOf = useNameOf();
  const { timeZone } = useMoments();
  const [postId] = useState(() => uuidv7());
  const [post, setPost] = useState(() => emptyPost(todayIn(timeZone)));
  const [asked, setAsked] = useState(false);
  const { run, busy, problem } = useCommand(api.administration.grantPost, close);
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
      submit={submit}
      submitLabel={say('givePost')}
      busy={busy}
      problem={problem}
    >
      <PostFields value={post} change={setPost} problem={problem} asked={asked} />
    </FormDialog>
  );
}

export function EndPostForm({ person, postId, role, close }: PersonFormProps & { postId: string; role: string }) {
  const { say } = usePeopleWords();
  const { timeZone } = useMoments();
  const [lastDay, setLastDay] = useState(() => todayIn(timeZone));
  const { run, busy, problem } = useCommand(api.administration.endPost, close);
  return (
    <FormDialog
      title={say('endPostOf', { role })}
      close={close}
      submit={() => run({ personId: person.personId, postId, lastDay })}
      submitLabel={say('endPost')}
      busy={busy}
      problem={problem}
      grave
    >
      <p className="adm-hint">{say('endPostHint')}</p>
      <DayField label={say('lastDay')} name="lastDay" value={lastDay} change={setLastDay} problem={problem} />
    </FormDialog>
  );
}

/** An account for who has none, a temporary password for who does. */
export function AccountForm({ person, set, close }: PersonFormProps & { set(handed: Handed): void }) {
  const { say } = usePersonFormWords();
  const nameOf = useNameOf();
  const [typedName, setTypedName] = useState(() => suggestedUserName(person.nameLatin));
  const [password, setPassword] = useState(firstPassword);
  const [reason, setReason] = useState('');
  const name = nameOf(person);
  const { run, busy, problem } = useCommand(api.administration.setAccount, ({ userName }) =>
    set({ name, userName, password }),
  );
  const known = person.userName !== null;
  return (
    <FormDialog
      title={say(known ? 'newPasswordFor' : 'giveAccountTo', { name })}
      close={close}
      submit={() => run({ personId: person.personId, password, reason, ...(!known && { userName: typedName }) })}
      submitLabel={say(known ? 'setPassword' : 'giveAccount')}
      busy={busy}
      problem={problem}
    >
      {known ? (
        <p className="adm-hint">{say('newPasswordHint')}</p>
      ) : (
        <UserNameField value={typedName} change={setTypedName} error={problem?.fields.userName} />
      )}
      <PasswordField value={password} change={setPassword} problem={problem} />
      <ReasonField value={reason} change={setReason} problem={problem} />
    </FormDialog>
  );
}

export function EndServiceForm({ person, close }: PersonFormProps) {
  const { say } = usePersonFormWords();
  const { say: peopleSay } = usePeopleWords();
  const nameOf = useNameOf();
  const { timeZone } = useMoments();
  const [lastDay, setLastDay] = useState(() => todayIn(timeZone));
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useCommand(api.administration.endPerson, close);
  return (
    <FormDialog
      title={say('endServiceOf', { name: nameOf(person) })}
      close={close}
      submit={() => run({ personId: person.personId, lastDay, reason })}
      submitLabel={say('endService')}
      busy={busy}
      problem={problem}
      grave
    >
      <p className="adm-hint">{say('endServiceHint')}</p>
      <DayField label={peopleSay('lastDay')} name="lastDay" value={lastDay} change={setLastDay} problem={problem} />
      <ReasonField value={reason} change={setReason} problem={problem} />
    </FormDialog>
  );
}
