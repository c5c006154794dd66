import { Textarea, TextInput } from '@mantine/core';
import type { Problem } from './use-command.ts';
import { useFormWords } from './words.ts';

export interface Names {
  nameAr: string;
  nameEn: string;
  nameFr: string;
}

interface Field<Value> {
  value: Value;
  change(value: Value): void;
  problem: Problem | null;
}

/** The three names of a thing, each in its own direction. */
export function NameFields({ value, change, problem }: Field<Names>) {
  const { say } = useFormWords();
  return (['nameAr', 'nameEn', 'nameFr'] as const).map((name, index) => (
    <TextInput
      key={name}
      name={name}
      label={say(name)}
      dir={name === 'nameAr' ? 'rtl' : 'ltr'}
      lang={name.slice(4).toLowerCase()}
      required
      data-autofocus={index === 0 || undefined}
      maxLength={120}
      value={value[name]}
      error={problem?.fields[name]}
      onChange={(event) => change({ ...value, [name]: event.currentTarget.value })}
    />
  ));
}

interface DayProps extends Field<string> {
  label: string;
  name: string;
  description?: string;
  required?: boolean;
}

/** A local date, with the browser's own calendar. */
export function DayField({ label, name, description, required = true, value, change, problem }: DayProps) {
  return (
    <TextInput
      type="date"
      name={name}
      label={label}
      description={description}
      required={required}
      value={value}
      error={problem?.fields[name] ?? problem?.fields[`post.${name}`]}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

/** Why something is done; `required` where the operation asks for it. */
export function ReasonField({ value, change, problem, required = false }: Field<string> & { required?: boolean }) {
  const { say } = useFormWords();
  return (
    <Textarea
      name="reason"
      label={say(required ? 'reasonAsked' : 'reason')}
      required={required}
      data-autofocus={required || undefined}
      dir="auto"
      autosize
      minRows={2}
      maxLength={500}
      value={value}
      error={problem?.fields.reason}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
