import { useCallback, useContext, useMemo } from 'react';
import { zoneIn } from '../../../platform/own-zone.ts';
import { localOf } from '../../../platform/room-time.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { useSession } from '../../../platform/session.ts';
import { LanguageContext, nameIn } from '../../../platform/text.ts';
import { FigureNamesContext } from '../figure-names.ts';
import { countIn, duration, momentIn, shareIn } from '../format.ts';
import '../overview.css';
import '../overview-print.css';
import { BarsFigure } from '../parts/BarsFigure.tsx';
import { CellsFigure } from '../parts/CellsFigure.tsx';
import { CompletenessFigure } from '../parts/CompletenessFigure.tsx';
import { FilterBar } from '../parts/FilterBar.tsx';
import { HoursFigure } from '../parts/HoursFigure.tsx';
import { IntervalsFigure } from '../parts/IntervalsFigure.tsx';
import { PrintedHead } from '../parts/PrintedHead.tsx';
import { WeeksFigure } from '../parts/WeeksFigure.tsx';
import { type Overview, useFilters, useLists, useOverview } from '../use-overview.ts';
import { type AnalysisWord, sayIn } from '../words.ts';

/** The first page of the analyst and the commander: how much, where, when, how fast, and how far the data can be trusted. */
export default function OverviewPage() {
  const language = useContext(LanguageContext);
  const { session, reference } = useLists();
  const today = localOf(Date.now(), zoneIn(useSession())).slice(0, 10);
  const [filters, choose] = useFilters(today);
  const { overview, loading, problem, again } = useOverview(filters);
  const typeName = useCallback(
    (key: string | number | null) => {
      const type = reference?.types.find((one) => one.code === key || one.typeId === key);
      return type ? nameIn(language, type) : sayIn(language, 'unknown');
    },
    [reference, language],
  );
  const unitName = useCallback(
    (key: string | number | null) => {
      const unit = session.units.find((one) => one.unitId === key);
      return unit ? nameIn(language, unit) : sayIn(language, 'unknown');
    },
    [session, language],
  );
  const originName = useCallback(
    (key: string | number | null) => sayIn(language, key === 'police_initiated' ? 'police_initiated' : 'reported'),
    [language],
  );
  const chosen = session.units.find((unit) => unit.unitId === filters.units?.[0]) ?? session.units[0];
  const timeZone = chosen?.timeZone ?? 'UTC';
  const names = useMemo(() => ({ unitName, typeName, timeZone }), [unitName, typeName, timeZone]);
  const fedAt = overview?.weeks.result.freshness.fedAt;
  return (
    <main className="overview" aria-busy={loading}>
      <div className="title">
        <h1>{sayIn(language, 'title')}</h1>
        <span role="status">
          {loading
            ? sayIn(language, 'loading')
            : fedAt && (
                <>
                  {sayIn(language, 'fresh')} <bdi>{momentIn(language, fedAt, timeZone)}</bdi>
                </>
              )}
        </span>
        <span className="grow" />
        <button type="button" className="chip" onClick={() => print()}>
          {sayIn(language, 'print')}
        </button>
      </div>
      <FilterBar filters={filters} choose={choose} today={today} session={session} reference={reference} />
      {problem !== null && (
        <p role="alert">
          {sentenceOf(problem, language, sayIn(language, 'failed'))}{' '}
          <button type="button" className="chip" onClick={again}>
            {sayIn(language, 'again')}
          </button>
        </p>
      )}
      {overview && overview.weeks.result.considered === 0 && <p className="state">{sayIn(language, 'empty')}</p>}
      {overview && overview.weeks.result.considered > 0 && (
        <FigureNamesContext value={names}>
          <PrintedHead measured={overview.weeks} />
          <Numbers overview={overview} />
          <div className="figures">
            <WeeksFigure overview={overview} />
            <IntervalsFigure overview={overview} />
            <BarsFigure title="typesTitle" file="types" measured={overview.types} by="type" nameOf={typeName} />
            <BarsFigure title="roomsTitle" file="rooms" measured={overview.rooms} by="room" nameOf={unitName} />
            <CellsFigure overview={overview} />
            <div className="figures-stack">
              <HoursFigure overview={overview} />
              <BarsFigure
                title="originsTitle"
                file="origins"
                measured={overview.origins}
                by="origin"
                nameOf={originName}
              />
            </div>
            <CompletenessFigure overview={overview} />
          </div>
        </FigureNamesContext>
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
