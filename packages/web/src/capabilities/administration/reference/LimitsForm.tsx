import { Button, Group, NumberInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { api } from '../../../platform/api.ts';
import { FormProblem } from '../forms/FormProblem.tsx';
import { ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import { useFormWords } from '../forms/words.ts';
import { useReferenceWords } from './words.ts';

const priorities = [1, 2, 3, 4] as const;

interface Limit {
  priority: number;
  typeId: number | null;
  responseMinutes: number | null;
}

interface LimitsFormProps {
  forceId: number;
  own: readonly Limit[];
  /** Saved; so many incidents that wait are due at another time. */
  saved(renewed: number): void;
}

/** Minutes from created to first on scene, by priority; a field left empty is no limit. Sends what was changed alone. */
export function LimitsForm({ forceId, own, saved }: LimitsFormProps) {
  const { say } = useReferenceWords();
  const { say: formWord } = useFormWords();
  const stands = (priority: number) =>
    own.find((limit) => limit.priority === priority && limit.typeId === null)?.responseMinutes ?? null;
  const edit = useEdit(`limits:${forceId}`, { 1: stands(1), 2: stands(2), 3: stands(3), 4: stands(4), reason: '' });
  const { value, base } = edit;
  const { run, busy, problem } = useCommand(api.administration.changeLimits, ({ renewed }) => {
    edit.drop();
    saved(renewed);
  });
  const changed = priorities.filter((priority) => value[priority] !== base[priority]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || changed.length === 0) return;
    const limits = changed.map((priority) => ({
      priority,
      typeId: null,
      was: base[priority],
      responseMinutes: value[priority],
    }));
    run({ forceId, limits, ...(value.reason.trim() && { reason: value.reason }) });
  };
  const wrong = problem && { ...problem, text: [problem.text, ...new Set(Object.values(problem.fields))].join(' ') };
  return (
    <form className="ref-limits adm-form" onSubmit={submit} noValidate>
      <p className="adm-hint">{say('limitsHint')}</p>
      <div className="ref-minutes">
        {priorities.map((priority) => (
          <NumberInput
            key={priority}
            name={`priority${priority}`}
            label={
              <span className="ref-priority" data-priority={priority}>
                {say(`p${priority}`)}
              </span>
            }
            allowDecimal={false}
            allowNegative={false}
            hideControls
            suffix={` ${say('minutes')}`}
            value={value[priority] ?? ''}
            onChange={(next) => edit.change({ [priority]: typeof next === 'number' ? next : null })}
          />
        ))}
      </div>
      <ReasonField value={value.reason} change={(reason) => edit.change({ reason })} problem={problem} />
      <FormProblem problem={wrong} adopt={edit.adopt} />
      <Group gap="xs">
        <Button type="submit" loading={busy} disabled={changed.length === 0}>
          {formWord('save')}
        </Button>
        {(changed.length > 0 || value.reason !== '') && (
          <Button variant="default" onClick={edit.drop}>
            {formWord('cancel')}
          </Button>
        )}
      </Group>
    </form>
  );
}
