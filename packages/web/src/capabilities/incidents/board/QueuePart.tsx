import type { BoardGroup } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { inDigits } from '../../../platform/digits.ts';
import { useKeys } from '../../../platform/keys/keys.ts';
import { useText } from '../../../platform/text.ts';
import { isLate, queueGroups } from './queue-groups.ts';
import { Row } from './Row.tsx';
import { useFresh } from './use-fresh.ts';
import { useSteadyOrder } from './use-hand.ts';
import { useEvery } from './use-second.ts';
import { type BoardWord, useBoardText } from './words.ts';

interface Props {
  /** Null while they are read. */
  incidents: readonly BoardIncident[] | null;
  drafts: readonly BoardIncident[];
  /** Groups that have more than is shown. */
  cut: readonly BoardGroup[];
  /** When what is shown was last known to be so, where it comes from this browser. */
  keptAt: string | null;
  title(typeId: number): string;
  selected: string | null;
  choose(incidentId: string): void;
  /** How to log; absent where the person may not. */
  log?: (() => void) | undefined;
  /** What stands above the rows: incidents that the server refused. */
  children: ReactNode;
}

/** The queue of a room: what is most late first, and nothing that jumps under a hand. */
export function QueuePart(props: Props) {
  const { incidents, drafts, cut, keptAt, title, selected, choose, log, children } = props;
  const { t } = useText();
  const text = useBoardText();
  const now = useEvery(1);
  const list = useRef<HTMLDivElement>(null);
  const fresh = useFresh(incidents);
  const groups = queueGroups([...(incidents ?? []), ...drafts], now);
  const rows = useLastKnown(groups.queue);
  const { order, changed, release } = useSteadyOrder(
    groups.queue.map((row) => row.incidentId),
    list,
  );
  const present = new Set(groups.queue.map((row) => row.incidentId));
  const late = groups.queue.filter((row) => isLate(row, now)).length;
  const below = [...groups.held, ...groups.scheduled, ...groups.resolved];
  useWalk(list, [...order.filter((id) => present.has(id)), ...below.map((row) => row.incidentId)], selected, choose);

  const shown = (row: BoardIncident, gone = false) => (
    <Row
      key={row.incidentId}
      row={row}
      title={title(row.typeId)}
      selected={row.incidentId === selected}
      fresh={fresh.get(row.incidentId)}
      gone={gone}
      choose={choose}
    />
  );
  const group = (word: BoardWord | null, members: readonly BoardIncident[], more?: BoardWord | false) =>
    members.length > 0 && (
      <>
        <h2 className="group">
          {word ? text(word) : t('toClose')} <bdi>{inDigits(members.length)}</bdi>
        </h2>
        {more && <p className="state">{text(more)}</p>}
        <ul>{members.map((row) => shown(row))}</ul>
      </>
    );
  const came = groups.queue.filter((row) => fresh.get(row.incidentId) === 'new');
  return (
    <section className="queue" aria-label={text('queue')} data-part="queue">
      <div className="bar">
        {log && (
          <button type="button" className="primary" onClick={log}>
            {t('newIncident')} <kbd>N</kbd>
          </button>
        )}
        <span className="chip">
          {t('open')} <bdi>{inDigits(groups.queue.length)}</bdi>
        </span>
        {late > 0 && (
          <span className="chip late">
            {t('late')} <bdi>{inDigits(late)}</bdi>
          </span>
        )}
        <span className="grow" />
        {changed && (
          <button type="button" className="board-sort" title={text('sortNow')} onClick={release}>
            {text('orderChanged')}
          </button>
        )}
      </div>
      {children}
      {keptAt !== null && (
        <p className="state kept">
          {t('keptAt')} <bdi>{keptAt}</bdi>
        </p>
      )}
      {cut.includes('queue') && <p className="state">{text('cutQueue')}</p>}
      {incidents === null && <p className="state">{t('loading')}</p>}
      {incidents !== null && order.length + below.length === 0 && <p className="state">{t('empty')}</p>}
      <div className="board-scroll" ref={list}>
        <ul>{order.flatMap((id) => (rows.get(id) ? [shown(rows.get(id) as BoardIncident, !present.has(id))] : []))}</ul>
        {group('onHold', groups.held)}
        {group('scheduled', groups.scheduled, cut.includes('scheduled') && 'cutScheduled')}
        {group(null, groups.resolved, cut.includes('resolved') && 'cutResolved')}
      </div>
      <p className="unseen" role="status">
        {came.map((row) => `${text('newRow')}: ${title(row.typeId)}, ${row.placeText}`).join('. ')}
      </p>
    </section>
  );
}

/** Rows by id, those that have just left as they were last known. */
function useLastKnown(rows: readonly BoardIncident[]): ReadonlyMap<string, BoardIncident> {
  const known = useRef<Map<string, BoardIncident>>(new Map());
  for (const row of rows) known.current.set(row.incidentId, row);
  if (known.current.size > 2_000) known.current = new Map(rows.map((row) => [row.incidentId, row]));
  return known.current;
}

/** Up and down through the queue, as it is shown; what is chosen from elsewhere comes into view. */
function useWalk(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  selected: string | null,
  choose: (id: string) => void,
): void {
  const text = useBoardText();
  const walk = (step: 1 | -1) => {
    const at = selected === null ? -1 : ids.indexOf(selected);
    const next = ids[at === -1 ? (step === 1 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + step))];
    if (next) choose(next);
  };
  useKeys(text('queue'), [
    { key: 'ArrowDown', label: text('keyDown'), repeats: true, run: () => walk(1) },
    { key: 'ArrowUp', label: text('keyUp'), repeats: true, run: () => walk(-1) },
    { key: 'J', label: text('keyDown'), repeats: true, run: () => walk(1) },
    { key: 'K', label: text('keyUp'), repeats: true, run: () => walk(-1) },
  ]);
  useEffect(() => {
    const row = list.current?.querySelector(`[data-id="${CSS.escape(selected ?? '')}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected, list]);
}
