import { useContext } from 'react';
import { LanguageContext } from '../../../platform/text.ts';
import { factsOf } from '../figure-facts.ts';
import { useFigureNames } from '../figure-names.ts';
import { countIn, leftOutListIn, momentIn } from '../format.ts';
import type { Measured } from '../use-overview.ts';
import { type AnalysisWord, sayIn } from '../words.ts';

interface Props {
  definition: AnalysisWord;
  measured: Measured;
  /** Each part of the figure says itself what was left out of it. */
  leftOutInside?: boolean;
  /** What all figures of the page share is told once, at its head. */
  brief?: boolean;
}

/** What a figure is: its definition, period, area and choices, how many it counts, what was left out and why, how fresh. */
export function AboutFigure({ definition, measured: { measure, result }, leftOutInside, brief }: Props) {
  const language = useContext(LanguageContext);
  const names = useFigureNames();
  const facts = brief ? [] : factsOf(language, measure, names);
  facts.push(['considered', countIn(language, result.considered)]);
  if (leftOutInside) facts.push(['leftOut', sayIn(language, 'leftOutInside')]);
  else {
    facts.push(['counted', countIn(language, result.total.count)]);
    facts.push(['leftOut', leftOutListIn(language, result.total.leftOut)]);
  }
  if (result.truncated) facts.push(['truncated', countIn(language, result.rows.length)]);
  if (!brief && result.freshness.fedAt)
    facts.push(['fresh', momentIn(language, result.freshness.fedAt, names.timeZone)]);
  return (
    <div className="about">
      <p className="definition">{sayIn(language, definition)}</p>
      <dl>
        {facts.map(([word, value]) => (
          <div key={word}>
            <dt>{sayIn(language, word)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
