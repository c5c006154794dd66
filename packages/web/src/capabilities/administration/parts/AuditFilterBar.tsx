import { Button, NativeSelect, TextInput } from '@mantine/core';
import { auditActions, auditKinds } from '@marsad/contract/administration/audit-words.ts';
import type { FormEvent } from 'react';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { type AuditQuestion, readQuestion, writeQuestion } from '../audit-filters.ts';
import { useAuditWords } from '../audit-words.ts';

interface Props {
  question: AuditQuestion;
  ask(question: AuditQuestion): void;
  /** The same question once more: what came since. */
  again(): void;
}

const column = { ar: 0, en: 1, fr: 2 } as const;

/** The conditions. They are asked for together, for each asking is an entry of the log. */
export function AuditFilterBar({ question, ask, again }: Props) {
  const { say, language } = useAuditWords();
  const { name } = useText();
  const { session } = useSession();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].map(([field, value]) => [field, String(value).trim()]);
    const next = readQuestion(new URLSearchParams(given));
    if (String(writeQuestion(next)) === String(writeQuestion(question))) again();
    else ask(next);
  };
  const inWords = (table: Record<string, readonly [string, string, string]>) =>
    Object.entries(table)
      .map(([value, said]) => ({ value, label: said[column[language]] }))
      .sort((a, b) => a.label.localeCompare(b.label, language));
  const units = session.units
    .map((unit) => ({ value: String(unit.unitId), label: name(unit) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <form className="audit-filters" onSubmit={submit}>
      <TextInput type="date" name="from" label={say('from')} defaultValue={question.from} />
      <TextInput type="date" name="to" label={say('to')} defaultValue={question.to} />
      <TextInput name="user" label={say('person')} defaultValue={question.user} dir="ltr" maxLength={60} />
      <NativeSelect
        name="kind"
        label={say('kind')}
        defaultValue={question.kind}
        data={[{ value: '', label: say('allKinds') }, ...inWords(auditKinds)]}
      />
      <NativeSelect
        name="action"
        label={say('action')}
        defaultValue={question.action}
        data={[{ value: '', label: say('allActions') }, ...inWords(auditActions)]}
      />
      <NativeSelect
        name="unit"
        label={say('unit')}
        defaultValue={question.unit}
        data={[{ value: '', label: say('allUnits') }, ...units]}
      />
      <TextInput name="subject" label={say('subject')} defaultValue={question.subject} dir="ltr" maxLength={80} />
      <div className="audit-buttons">
        <Button type="submit">{say('show')}</Button>
        <Button variant="default" onClick={() => ask(readQuestion(new URLSearchParams()))}>
          {say('clear')}
        </Button>
      </div>
    </form>
  );
}
