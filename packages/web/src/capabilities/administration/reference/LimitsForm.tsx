import { Button, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
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
  const [minutes, setMinutes] = useState(() => priorities.map(stands));
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useCommand(api.administration.changeLimits, ({ renewed }) => {
    setReason('');
    saved(renewed);
  });
  const changed = priorities.filter((priority, index) => minutes[index] !== stands(priority));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || changed.length === 0) return;
    const limits = changed.map((priority) => ({
      priority,
      typeId: null,
      responseMinutes: minutes[priority - 1] ?? null,
    }));
    run({ forceId, limits, ...(reason.trim() && { reason }) });
  };
  return (
    <form className="ref-limits adm-form" onSubmit={submit} noValidate>
      <p className="adm-hint">{say('limitsHint')}</p>
      <div className="ref-minutes">
        {priorities.map((priority, index) => (
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
            value={minutes[index] ?? ''}
            onChange={(value) =>
              setMinutes(minutes.map((one, at) => (at === index ? (typeof value === 'number' ? value : null) : one)))
            }
          />
        ))}
      </div>
      <ReasonField value={reason} change={setReason} problem={problem} />
      {problem && (
        <p role="alert" className="adm-problem">
          {[problem.text, ...new Set(Object.values(problem.fields))].join(' ')}
        </p>
      )}
      <Button type="submit" loading={busy} disabled={changed.length === 0}>
        {formWord('save')}
      </Button>
    </form>
  );
}
