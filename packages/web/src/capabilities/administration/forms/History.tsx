import type { OrganisationChange } from '@marsad/contract/administration/organisation-change.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { personIn } from '../../../platform/text.ts';
import { useMoments } from '../use-moments.ts';
import { useFieldWords } from './field-words.ts';
import { Loaded } from './Loaded.tsx';
import { useFormWords } from './words.ts';

interface HistoryProps {
  /** Names the record among all that have a history. */
  record: readonly [kind: string, id: number];
  read(): Promise<{ changes: OrganisationChange[] }>;
  /** The value of a field as a person reads it. */
  textOf(field: string, value: unknown): string;
}

/** What was changed of a record, asked for when it is opened: what each field became, what it was, who, why. */
export function History({ record, read, textOf }: HistoryProps) {
  const { say } = useFormWords();
  const [open, setOpen] = useState(false);
  const query = useQuery({ queryKey: ['administration', 'changes', ...record], queryFn: read, enabled: open });
  return (
    <details className="adm-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('history')}</summary>
      {open && (
        <Loaded query={query}>
          {({ changes }) =>
            changes.length === 0 ? (
              <p className="adm-hint">{say('noHistory')}</p>
            ) : (
              <ol>
                {changes.map((change) => (
                  <Step key={change.changeId} change={change} textOf={textOf} />
                ))}
              </ol>
            )
          }
        </Loaded>
      )}
    </details>
  );
}

function Step({ change, textOf }: { change: OrganisationChange } & Pick<HistoryProps, 'textOf'>) {
  const { say, language } = useFormWords();
  const { moment } = useMoments();
  const wordOf = useFieldWords();
  const { field, oldValue, newValue, reason } = change;
  return (
    <li>
      <b>{wordOf(field)}</b>
      <span>
        <bdi>{textOf(field, newValue)}</bdi>
        {oldValue !== null && (
          <span className="adm-was">
            <bdi>{say('was', { value: textOf(field, oldValue) })}</bdi>
          </span>
        )}
      </span>
      <small>
        <bdi>{personIn(language, change.authorNameAr, change.authorNameLatin)}</bdi> · <bdi>{moment(change.at)}</bdi>
        {reason && (
          <>
            {' · '}
            <bdi>{reason}</bdi>
          </>
        )}
      </small>
    </li>
  );
}
