import { isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { useEffect, useState } from 'react';
import type { Waiting } from '../../platform/offline/database.ts';
import { useText } from '../../platform/text.ts';
import { Detail } from './Detail.tsx';
import { Draft } from './Draft.tsx';
import { draftRows, logInputOf } from './drafts.ts';
import { byLateness, duration, usedShare } from './lateness.ts';
import { NewIncident, type Typed } from './NewIncident.tsx';
import { RefusedLogs } from './RefusedLogs.tsx';
import { useReference } from './reference.ts';
import { statusIn } from './statuses.ts';
import { useBoard } from './use-board.ts';

interface Props {
  roomId: number;
  forceId: number | undefined;
  timeZone: string;
  personId: string;
  /** Commands of the person that the server has not taken. */
  waiting: readonly Waiting[];
  mayLog: boolean;
  /** What the person may do somewhere; the server judges whether here. */
  actions: readonly string[];
}

/** The home of a room: queue by lateness, the chosen incident with its story, and the units. */
export function Board({ roomId, forceId, timeZone, personId, waiting, mayLog, actions }: Props) {
  const { t, name, language } = useText();
  const { incidents, units, keptAt } = useBoard(roomId, personId);
  const reference = useReference(personId);
  const types = reference?.types ?? [];
  const [selected, setSelected] = useState<string | null>(null);
  const [writing, setWriting] = useState<Typed | boolean>(false);
  const now = useNow();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLInputElement ||
        event.target instanceof HTMLTextAreaElement ||
        event.target instanceof HTMLSelectElement;
      // The key's place on the board, so that N is N on an Arabic keyboard too.
      if (!typing && mayLog && event.code === 'KeyN' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        setWriting(true);
      }
      if (event.key === 'Escape') setWriting(false);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [mayLog]);

  const known = new Set(incidents?.map((row) => row.incidentId));
  const drafts = draftRows(waiting, roomId, forceId, reference).filter((row) => !known.has(row.incidentId));
  const all = [...(incidents ?? []), ...drafts].sort(byLateness(now));
  const rows = all.filter((row) => row.status !== 'resolved');
  const resolved = all.filter((row) => row.status === 'resolved');
  const chosen = waiting.filter((row) => row.incidentId === selected);
  const correct = (row: Waiting) => {
    const { incidentId, typeId, placeText, narrative } = logInputOf(row);
    setWriting({ incidentId, type: typeName(typeId), place: placeText, what: narrative });
  };
  const late = rows.filter((row) => (usedShare(row, now) ?? 0) >= 1).length;
  // What a unit works on is told by the incidents, which the stream keeps; the list of units only says who there is.
  const tasks = new Map(
    rows.flatMap((row) =>
      row.assignments.filter((one) => !isOver(one.status)).map((one) => [one.patrolUnitId, { row, one }] as const),
    ),
  );
  const typeName = (typeId: number): string => {
    const type = types.find((one) => one.typeId === typeId);
    return type ? name(type) : '';
  };
  const shownRow = (row: BoardIncident) => (
    <Row
      key={row.incidentId}
      row={row}
      now={row.status === 'resolved' && row.resolvedAt ? Date.parse(row.resolvedAt) : now}
      title={typeName(row.typeId)}
      selected={row.incidentId === selected}
      choose={() => setSelected(row.incidentId)}
    />
  );
  return (
    <main className="board">
      <h1 className="unseen">{t('board')}</h1>
      <section className="queue" aria-label={t('open')}>
        <div className="bar">
          {mayLog && (
            <button type="button" className="primary" onClick={() => setWriting(true)}>
              {t('newIncident')} <kbd>N</kbd>
            </button>
          )}
          <span className="chip">
            {t('open')} {rows.length}
          </span>
          {late > 0 && (
            <span className="chip late">
              {t('late')} {late}
            </span>
          )}
        </div>
        <RefusedLogs waiting={waiting} roomId={roomId} selected={writing ? null : selected} correct={correct} />
        {keptAt !== null && (
          <p className="state kept">
            {t('keptAt')} <bdi>{new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(keptAt)}</bdi>
          </p>
        )}
        {incidents === null && <p className="state">{t('loading')}</p>}
        {incidents !== null && all.length === 0 && <p className="state">{t('empty')}</p>}
        <ul>{rows.map(shownRow)}</ul>
        {resolved.length > 0 && (
          <>
            <h2 className="group">
              {t('toClose')} <bdi>{resolved.length}</bdi>
            </h2>
            <ul>{resolved.map(shownRow)}</ul>
          </>
        )}
      </section>
      <section className="detail">
        {writing ? (
          <NewIncident
            roomId={roomId}
            personId={personId}
            types={types}
            begin={writing === true ? null : writing}
            close={() => setWriting(false)}
            logged={setSelected}
          />
        ) : drafts.some((row) => row.incidentId === selected) ? (
          <Draft waiting={chosen} timeZone={timeZone} title={typeName} correct={correct} />
        ) : selected ? (
          <Detail
            incidentId={selected}
            version={all.find((row) => row.incidentId === selected)?.version ?? 0}
            personId={personId}
            timeZone={timeZone}
            waiting={chosen}
            title={typeName}
            free={units.filter((unit) => !tasks.has(unit.patrolUnitId))}
            may={(action) => actions.includes(action)}
            dispositions={reference?.dispositions ?? []}
          />
        ) : (
          <p className="state">{t('select')}</p>
        )}
      </section>
      <section className="units" aria-label={t('units')}>
        {units.map((unit) => {
          const task = tasks.get(unit.patrolUnitId);
          return (
            <button
              key={unit.patrolUnitId}
              type="button"
              className={task ? 'unit busy' : 'unit free'}
              onClick={() => task && setSelected(task.row.incidentId)}
            >
              <b>
                <bdi>{unit.callSign}</bdi>
              </b>
              <span>{task ? statusIn(language, task.one.status) : t('free')}</span>
            </button>
          );
        })}
      </section>
    </main>
  );
}

function Row({
  row,
  now,
  title,
  selected,
  choose,
}: {
  row: BoardIncident;
  now: number;
  title: string;
  selected: boolean;
  choose(): void;
}) {
  const { t } = useText();
  const share = usedShare(row, now);
  const state = share === null ? '' : share >= 1 ? 'late' : share >= 0.8 ? 'near' : '';
  const limit = row.dueAt ? Date.parse(row.dueAt) - Date.parse(row.createdAt) : null;
  return (
    <li>
      <button
        type="button"
        className={`row ${state} ${row.status === 'draft' ? 'draft' : ''}`}
        aria-current={selected}
        onClick={choose}
      >
        <Glyph priority={row.priority} />
        <span className="t">{title}</span>
        <span className="w">
          <bdi>{duration(now - Date.parse(row.createdAt))}</bdi>
          {limit !== null && (
            <span className="of">
              {' / '}
              <bdi>{duration(limit)}</bdi>
            </span>
          )}
        </span>
        <span className="pl">{row.placeText}</span>
        <span className="m">
          {row.assignments.length > 0
            ? row.assignments.map((one) => <bdi key={one.assignmentId}>{one.callSign}</bdi>)
            : t(row.status === 'draft' ? 'waitingTitle' : 'noUnit')}
          <span className="lim">
            <span style={{ width: `${Math.min(1, share ?? 0) * 100}%` }} />
          </span>
        </span>
      </button>
    </li>
  );
}

/** Priority by shape and colour: diamond, triangle, disc, ring. */
function Glyph({ priority }: { priority: number }) {
  return (
    <svg className="g" viewBox="0 0 14 14" fill={`var(--p${priority})`} role="img" aria-label={`P${priority}`}>
      {priority === 1 && <path d="M7 0 14 7 7 14 0 7Z" />}
      {priority === 2 && <path d="M7 1 14 13H0Z" />}
      {priority === 3 && <circle cx="7" cy="7" r="5.5" />}
      {priority === 4 && <circle cx="7" cy="7" r="4.5" fill="none" stroke="var(--p4)" strokeWidth="2" />}
    </svg>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
