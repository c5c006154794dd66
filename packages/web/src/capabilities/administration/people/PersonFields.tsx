import { NativeSelect, TextInput } from '@mantine/core';
import type { Language } from '../../../platform/text.ts';
import type { Problem } from '../forms/use-command.ts';
import { usePersonFormWords } from './form-words.ts';
import { usePeopleWords } from './words.ts';

export interface TypedPerson {
  nameAr: string;
  nameLatin: string;
  serviceNumber: string;
  language: Language;
}

interface PersonFieldsProps {
  value: TypedPerson;
  change(person: TypedPerson): void;
  problem: Problem | null;
}

/** What a person is called and known by. */
export function PersonFields({ value, change, problem }: PersonFieldsProps) {
  const { say } = usePeopleWords();
  const { say: formSay } = usePersonFormWords();
  return (
    <>
      <div className="adm-pair">
        <TextInput
          name="nameAr"
          label={say('nameAr')}
          dir="rtl"
          lang="ar"
          required
          data-autofocus
          maxLength={120}
          value={value.nameAr}
          error={problem?.fields.nameAr}
          onChange={(event) => change({ ...value, nameAr: event.currentTarget.value })}
        />
        <TextInput
          name="nameLatin"
          label={say('nameLatin')}
          dir="ltr"
          required
          maxLength={120}
          value={value.nameLatin}
          error={problem?.fields.nameLatin}
          onChange={(event) => change({ ...value, nameLatin: event.currentTarget.value })}
        />
      </div>
      <div className="adm-pair">
        <TextInput
          name="serviceNumber"
          label={formSay('serviceNumberOptional')}
          dir="ltr"
          maxLength={30}
          value={value.serviceNumber}
          error={problem?.fields.serviceNumber}
          onChange={(event) => change({ ...value, serviceNumber: event.currentTarget.value })}
        />
        <NativeSelect
          name="language"
          label={say('language')}
          data={(['ar', 'en', 'fr'] as const).map((one) => ({ value: one, label: say(one) }))}
          value={value.language}
          onChange={(event) => change({ ...value, language: event.currentTarget.value as Language })}
        />
      </div>
    </>
  );
}
