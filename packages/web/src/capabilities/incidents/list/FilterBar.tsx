import { Button, NativeSelect, TextInput } from '@mantine/core';
import { incidentStatus } from '@marsad/contract/incidents/incident.ts';
import { type FormEvent, type RefObject, useMemo, useState } from 'react';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { Glyph } from '../board/Glyph.tsx';
import type { Reference } from '../reference.ts';
import { statusIn } from '../statuses.ts';
import { Chosen } from './Chosen.tsx';
import { typeOptions, unitOptions } from './options.ts';
import { type Period, periods, type Question, withoutConditions, writeQuestion } from './question.ts';
import { useListText } from './words.ts';

interface Props {
  question: Question;
  reference: Reference | null;
  /** The search field, for the key that leads to it. */
  field: RefObject<HTMLInputElement | null>;
  ask(question: Question): void;
}

/** The conditions. Words are asked for when they are whole, for each search is logged; the rest when it is chosen. */
export function FilterBar({ question, reference, field, ask }: Props) {
  const { say, language } = useListText();
  const { name } = useText();
  const { session } = useSession();
  // On a phone the conditions stand behind a button: the list is what one came for.
  const [whole, setWhole] = useState(false);
  const units = useMemo(() => unitOptions(session, language, say('wholeCentre')), [session, language, say]);
  const types = reference ? typeOptions(reference, language, say('wholeGroup')) : [];
  const dispositions = (reference?.dispositions ?? []).map((one) => ({ value: one.code, label: name(one) }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('words') ?? '').trim();
    ask({ ...question, words });
  };
  const turn = (priority: number) =>
    ask({
      ...question,
      priorities: question.priorities.includes(priority)
        ? question.priorities.filter((one) => one !== priority)
        : [...question.priorities, priority].sort(),
    });
  const any = writeQuestion(question).toString() !== writeQuestion(withoutConditions(question)).toString();
  return (
    <search className={whole ? 'list-filters is-whole' : 'list-filters'}>
      <form className="list-search" onSubmit={submit}>
        <TextInput
          ref={field}
          key={question.words}
          name="words"
          type="search"
          label={say('searchLabel')}
          placeholder={say('search')}
          defaultValue={question.words}
          dir="auto"
          maxLength={200}
        />
        <Button type="submit" className="list-find">
          {say('find')}
        </Button>
      </form>
      <button type="button" className="chip list-whole" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {say(whole ? 'fewer' : 'conditions')}
        {any && ' •'}
      </button>
      <NativeSelect
        label={say('period')}
        value={question.period}
        onChange={(event) => ask({ ...question, period: event.currentTarget.value as Period | '' })}
        data={[{ value: '', label: say('always') }, ...periods.map((value) => ({ value, label: say(value) }))]}
      />
      {question.period === 'dates' && (
        <>
          <TextInput
            type="date"
            label={say('from')}
            value={question.from}
            {...(question.to && { max: question.to })}
            onChange={(event) => ask({ ...question, from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={say('to')}
            value={question.to}
            {...(question.from && { min: question.from })}
            onChange={(event) => ask({ ...question, to: event.currentTarget.value })}
          />
        </>
      )}
      <Chosen
        label={say('units')}
        options={units}
        chosen={question.units.map(String)}
        most={100}
        choose={(values) => ask({ ...question, units: values.map(Number) })}
      />
      <Chosen
        label={say('types')}
        options={types}
        chosen={question.types}
        most={100}
        choose={(values) => ask({ ...question, types: values })}
      />
      <Chosen
        label={say('status')}
        options={incidentStatus.options.map((value) => ({ value, label: statusIn(language, value) }))}
        chosen={question.statuses}
        most={11}
        choose={(values) =>
          ask({ ...question, statuses: incidentStatus.options.filter((one) => values.includes(one)) })
        }
      />
      <fieldset className="list-priorities">
        <legend>{say('priority')}</legend>
        {[1, 2, 3, 4].map((priority) => (
          <button
            key={priority}
            type="button"
            className="chip"
            aria-pressed={question.priorities.includes(priority)}
            title={say(`p${priority}` as 'p1')}
            onClick={() => turn(priority)}
          >
            <Glyph priority={priority} />
          </button>
        ))}
      </fieldset>
      <NativeSelect
        label={say('origin')}
        value={question.origin}
        onChange={(event) => ask({ ...question, origin: event.currentTarget.value as Question['origin'] })}
        data={[
          { value: '', label: say('bothOrigins') },
          { value: 'reported', label: say('reported') },
          { value: 'police_initiated', label: say('police_initiated') },
        ]}
      />
      <Chosen
        label={say('disposition')}
        options={dispositions}
        chosen={question.dispositions}
        most={50}
        choose={(values) => ask({ ...question, dispositions: values })}
      />
      {any && (
        <Button variant="default" className="list-clear" onClick={() => ask(withoutConditions(question))}>
          {say('clear')}
        </Button>
      )}
    </search>
  );
}
