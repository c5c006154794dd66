import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { type PeopleQuestion, personStates } from './people-filters.ts';
import { RolePicker, UnitPicker } from './pickers.tsx';
import { usePeopleWords } from './words.ts';

interface PeopleFiltersProps {
  question: PeopleQuestion;
  ask(question: PeopleQuestion, how?: { replace: boolean }): void;
}

const typingMilliseconds = 250;

/** The conditions of the list: they hold as soon as they are chosen, words a moment after they are typed. */
export function PeopleFilters({ question, ask }: PeopleFiltersProps) {
  const { say } = usePeopleWords();
  const [typed, setTyped] = useState(question.find);
  const find = useDebouncedCallback(
    (words: string) => ask({ ...question, find: words }, { replace: true }),
    typingMilliseconds,
  );
  const choose = (part: Partial<PeopleQuestion>) => ask({ ...question, find: typed, ...part });
  return (
    <search className="ppl-filters">
      <TextInput
        type="search"
        name="find"
        className="ppl-wide"
        aria-label={say('find')}
        placeholder={say('find')}
        dir="auto"
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
      />
      <UnitPicker
        name="unit"
        label={say('unit')}
        placeholder={say('anyUnit')}
        clearable
        value={question.unit}
        change={(unit) => choose({ unit })}
      />
      <RolePicker
        name="role"
        label={say('role')}
        placeholder={say('anyRole')}
        clearable
        value={question.role}
        change={(role) => choose({ role })}
      />
      <NativeSelect
        name="state"
        label={say('state')}
        data={personStates.map((state) => ({ value: state, label: say(`state_${state}`) }))}
        value={question.state}
        onChange={(event) => choose({ state: event.currentTarget.value as PeopleQuestion['state'] })}
      />
    </search>
  );
}
