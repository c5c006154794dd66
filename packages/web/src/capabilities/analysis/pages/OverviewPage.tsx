import { useCallback, useContext } from 'react';
import { LanguageContext, nameIn } from '../../../platform/text.ts';
import { countIn, duration, shareIn } from '../format.ts';
import '../overview.css';
import { localeOf } from '../../../platform/locales.ts';
import { BarsFigure } from '../parts/BarsFigure.tsx';
import { CellsFigure } from '../parts/CellsFigure.tsx';
import { CompletenessFigure } from '../parts/CompletenessFigure.tsx';
import { FilterBar } from '../parts/FilterBar.tsx';
import { HoursFigure } from '../parts/HoursFigure.tsx';
import { IntervalsFigure } from '../parts/IntervalsFigure.tsx';
import { WeeksFigure } from '../parts/WeeksFigure.tsx';
import { type Overview, useFilters, useLists, useOverview } from '../use-overview.ts';
import { type AnalysisWord, sayIn } from '../words.ts';

/** The first page of the analyst and the commander: how much, where, when, how fast, and how far the data can be trusted. */
export default function OverviewPage() {
  const language = useContext(LanguageContext);
  const [filters, choose] = useFilters();
  const { session, reference } = useLists();
  const { overview, loading, failed, again } = useOverview(filters);
  const typeName = useCallback(
    (key: string | number | null) => {
      const type = reference?.types.find((one) => one.code === key || one.typeId === key);
      return type ? nameIn(language, type) : sayIn(language, 'unknown');
    },
    [reference, language],
  );
  const unitName = useCallback(
    (key: string | number | null) => {
      const unit = session?.units.find((one) => one.unitId === key);
      return unit ? nameIn(language, unit) : sayIn(language, 'unknown');
    },
    [session, language],
  );
  const originName = useCallback(
    (key: string | number | null) => sayIn(language, key === 'police_initiated' ? 'police_initiated' : 'reported'),
    [language],
  );
  const fedAt = overview?.weeks.result.freshness.fedAt;
  return (
    <main className="overview" aria-busy={loading}>
      <div className="title">
        <h1>{sayIn(language, 'title')}</h1>
        <span role="status">
          {loading
            ? sayIn(language, 'loading')
            : fedAt &&
              `${sayIn(language, 'fresh')} ${new Date(fedAt).toLocaleString(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' })}`}
        </span>
      </div>
      <FilterBar filters={filters} choose={choose} session={session} reference={reference} />
      {failed && (
        <p role="alert">
          {sayIn(language, 'failed')}{' '}
          <button type="button" className="chip" onClick={again}>
            {sayIn(language, 'again')}
          </button>
        </p>
      )}
      {overview && overview.weeks.result.considered === 0 && <p className="state">{sayIn(language, 'empty')}</p>}
      {overview && overview.weeks.result.considered > 0 && (
        <>
          <Numbers overview={overview} />
          <div className="figures">
            <WeeksFigure overview={overview} />
            <IntervalsFigure overview={overview} />
            <BarsFigure title="typesTitle" file="types" rows={overview.types.result.rows} by="type" nameOf={typeName} />
            <BarsFigure title="roomsTitle" file="rooms" rows={overview.rooms.result.rows} by="room" nameOf={unitName} />
            <HoursFigure overview={overview} />
            <CellsFigure overview={overview} />
            <CompletenessFigure overview={overview} />
            <BarsFigure
              title="originsTitle"
              file="origins"
              rows={overview.origins.result.rows}
              by="origin"
              nameOf={originName}
            />
          </div>
        </>
      )}
    </main>
  );
}

function Numbers({ overview }: { overview: Overview }) {
  const language = useContext(LanguageContext);
  const response = overview.response.result.total;
  const numbers: [AnalysisWord, string][] = [
    ['incidents', countIn(language, overview.weeks.result.total.count)],
    ['medianResponse', duration(response.median)],
    ['p90Response', duration(response.p90)],
    ['withinLimit', shareIn(language, response.shareWithin)],
  ];
  return (
    <dl className="numbers-strip">
      {numbers.map(([word, value]) => (
        <div key={word}>
          <dt>{sayIn(language, word)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
