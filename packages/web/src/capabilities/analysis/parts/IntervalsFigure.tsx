import type { Interval } from '@marsad/contract/analysis/measure.ts';
import { useContext } from 'react';
import { LanguageContext } from '../../../platform/text.ts';
import { Scrolled } from '../../../ui/Scrolled.tsx';
import { countIn, duration, leftOutListIn, shareIn } from '../format.ts';
import type { Overview } from '../use-overview.ts';
import { intervalIn, sayIn } from '../words.ts';
import { FigureCard } from './FigureCard.tsx';

const figures: [keyof Overview, Interval][] = [
  ['answer', 'answer'],
  ['processing', 'processing'],
  ['queue', 'queue'],
  ['turnout', 'turnout'],
  ['travel', 'travel'],
  ['response', 'response'],
  ['onScene', 'on_scene'],
  ['unitConsumed', 'unit_consumed'],
  ['totalConsumed', 'total_consumed'],
];

/** The intervals: median, 90th percentile, share within the limit, how many count, and how many do not and why. */
export function IntervalsFigure({ overview }: { overview: Overview }) {
  const language = useContext(LanguageContext);
  const heads = (['interval', 'median', 'p90', 'withinLimit', 'counted', 'leftOut'] as const).map((word) =>
    sayIn(language, word),
  );
  const lines = figures.map(([name, interval]) => ({ interval, figure: overview[name].result.total }));
  const rows = [
    [...heads.slice(0, 1), `${heads[1]} (s)`, `${heads[2]} (s)`, ...heads.slice(3)],
    ...lines.map(({ interval, figure }) => [
      intervalIn(language, interval),
      figure.median ?? null,
      figure.p90 ?? null,
      figure.shareWithin ?? null,
      figure.count,
      leftOutListIn(language, figure.leftOut),
    ]),
  ];
  return (
    <FigureCard
      title="intervalsTitle"
      definition="intervalDefinition"
      measured={overview.response}
      leftOutInside
      rows={rows}
      file="intervals"
      wide
    >
      <Scrolled className="numbers" label={`${sayIn(language, 'intervalsTitle')}: ${sayIn(language, 'numbers')}`}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ interval, figure }) => (
              <tr key={interval}>
                <th scope="row">{intervalIn(language, interval)}</th>
                <td>
                  <bdi>{duration(figure.median)}</bdi>
                </td>
                <td>
                  <bdi>{duration(figure.p90)}</bdi>
                </td>
                <td>
                  <bdi>{interval === 'response' ? shareIn(language, figure.shareWithin) : '–'}</bdi>
                </td>
                <td>
                  <bdi>{countIn(language, figure.count)}</bdi>
                </td>
                <td>{leftOutListIn(language, figure.leftOut)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </FigureCard>
  );
}
