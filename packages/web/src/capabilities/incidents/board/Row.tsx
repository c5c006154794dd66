import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { memo, useRef } from 'react';
import { useText } from '../../../platform/text.ts';
import { duration, usedShare, waitsFrom } from '../lateness.ts';
import { Glyph } from './Glyph.tsx';
import { isLate, nextClock } from './queue-groups.ts';
import type { Fresh } from './use-fresh.ts';
import { useSecondInSight } from './use-second.ts';
import { useBoardText } from './words.ts';

interface Props {
  row: BoardIncident;
  title: string;
  selected: boolean;
  fresh: Fresh | undefined;
  /** It has left the queue, and its place is kept until the hand goes. */
  gone: boolean;
  choose(incidentId: string): void;
}

/** One incident of the queue: what, where, how long, who, and the clock that runs out next. */
export const Row = memo(function Row({ row, title, selected, fresh, gone, choose }: Props) {
  const { t, language } = useText();
  const text = useBoardText();
  const place = useRef<HTMLLIElement>(null);
  const now = useSecondInSight(place);
  const share = usedShare(row, now);
  const late = isLate(row, now);
  const running = nextClock(row).kind === 'arrival';
  const state = late ? 'late' : running && share !== null && share >= 0.8 ? 'near' : '';
  const limit = row.dueAt ? Date.parse(row.dueAt) - Date.parse(waitsFrom(row)) : null;
  const until = row.status === 'resolved' && row.resolvedAt ? Date.parse(row.resolvedAt) : now;
  const working = row.assignments.filter((one) => one.status !== 'stood_down');
  return (
    <li ref={place}>
      <button
        type="button"
        className={['row', state, row.status === 'draft' && 'draft', fresh, gone && 'gone'].filter(Boolean).join(' ')}
        aria-current={selected}
        data-id={row.incidentId}
        onClick={() => choose(row.incidentId)}
      >
        <Glyph priority={row.priority} />
        <span className="t">{title}</span>
        <span className="w">
          <bdi>{duration(until - Date.parse(waitsFrom(row)), language)}</bdi>
          {limit !== null && (
            <span className="of">
              {' / '}
              <bdi>{duration(limit, language)}</bdi>
            </span>
          )}
        </span>
        <span className="pl">
          <bdi>{row.placeText}</bdi>
        </span>
        <span className="next">{gone ? text('gone') : <Next row={row} now={now} />}</span>
        <span className="m">
          {working.length > 0 ? (
            working.map((one) => (
              <bdi key={one.assignmentId} className="u">
                {one.callSign}
              </bdi>
            ))
          ) : (
            <span>{t(row.status === 'draft' ? 'waitingTitle' : 'noUnit')}</span>
          )}
          <span className="lim">
            <span style={{ inlineSize: `${Math.min(1, share ?? 0) * 100}%` }} />
          </span>
        </span>
      </button>
    </li>
  );
});

function Next({ row, now }: { row: BoardIncident; now: number }) {
  const { language } = useText();
  const text = useBoardText();
  const clock = nextClock(row);
  if (clock.kind === 'none') return text('noLimit');
  if ('since' in clock) {
    return (
      <>
        {text(clock.kind === 'on_scene' ? 'onSceneFor' : 'resolvedAgo')}{' '}
        <bdi>{duration(now - clock.since, language)}</bdi>
      </>
    );
  }
  const left = clock.dueAt - now;
  if (clock.kind === 'hold' && left <= 0) return text('lookNow');
  const word = clock.kind === 'hold' ? 'lookIn' : left > 0 ? 'arriveIn' : 'lateBy';
  return (
    <>
      {text(word)} <bdi>{duration(Math.abs(left), language)}</bdi>
    </>
  );
}
