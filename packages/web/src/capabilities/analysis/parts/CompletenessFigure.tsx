import type { CompletenessField } from '@marsad/contract/analysis/measure.ts';
import { useContext } from 'react';
import { LanguageContext } from '../../../platform/text.ts';
import { shareIn } from '../format.ts';
import type { Overview } from '../use-overview.ts';
import { fieldIn, sayIn } from '../words.ts';
import { FigureCard } from './FigureCard.tsx';

/** How often each field behind the figures is recorded. */
export function CompletenessFigure({ overview }: { overview: Overview }) {
  const language = useContext(LanguageContext);
  const shares = overview.completeness.result.rows.map((row) => ({
    field: row.keys.field as CompletenessField,
    value: row.value,
  }));
  const rows = [
    [sayIn(language, 'field'), sayIn(language, 'share')],
    ...shares.map(({ field, value }) => [fieldIn(language, field), value]),
  ];
  return (
    <FigureCard
      title="completenessTitle"
      definition="completenessDefinition"
      measured={overview.completeness}
      rows={rows}
      file="completeness"
      wide
    >
      <dl className="shares">
        {shares.map(({ field, value }) => (
          <div key={field}>
            <dt>{fieldIn(language, field)}</dt>
            <dd>
              <span className="track">
                <span style={{ inlineSize: `${(value ?? 0) * 100}%` }} />
              </span>
              <bdi>{shareIn(language, value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </FigureCard>
  );
}
