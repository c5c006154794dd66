import './board/board.css';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import { useEffect, useMemo, useState } from 'react';
import { leaveField, useKeys } from '../../platform/keys/keys.ts';
import { clockFormat } from '../../platform/locales.ts';
import type { Waiting } from '../../platform/offline/database.ts';
import { useReachable } from '../../platform/offline/link.ts';
import { serverNow } from '../../platform/offline/server-time.ts';
import { nameIn, useText } from '../../platform/text.ts';
import { BoardMap, type NamedUnit } from './board/BoardMap.tsx';
import { type Part, PartTabs } from './board/PartTabs.tsx';
import { QueuePart } from './board/QueuePart.tsx';
import { tasksOf } from './board/tasks.ts';
import { UnitStrip } from './board/UnitStrip.tsx';
import { useSelection } from './board/use-selection.ts';
import { useWorkKeys } from './board/use-work-keys.ts';
import { withWaiting } from './board/with-waiting.ts';
import { useBoardText } from './board/words.ts';
import { useBoardPalette } from './command-line/use-board-palette.ts';
import { Detail } from './Detail.tsx';
import { Draft } from './Draft.tsx';
import { draftRows, logInputOf } from './drafts.ts';
import { NewIncident } from './NewIncident.tsx';
import { type Begun, begin, takenUp } from './new-incident/half-typed.ts';
import { typedOf } from './new-incident/typed.ts';
import { RefusedLogs } from './RefusedLogs.tsx';
import { useReference } from './reference.ts';
import { useBoard } from './use-board.ts';

interface Props {
  roomId: number;
  forceId: number | undefined;
  timeZone: string;
  personId: string;
  rooms: readonly NamedUnit[];
  /** Commands of the person that the server has not taken. */
  waiting: readonly Waiting[];
  mayLog: boolean;
  /** What the person may do somewhere; the server judges whether here. */
  actions: readonly string[];
}

/** The home of a room: queue by lateness, map, the chosen incident with its story, and the units. */
export function Board({ roomId, forceId, timeZone, personId, rooms, waiting, mayLog, actions }: Props) {
  const { t, language } = useText();
  const text = useBoardText();
  const board = useBoard(roomId, personId);
  const { units, keptAt, cut } = board;
  const reference = useReference(personId);
  const types = reference?.types ?? [];
  const { incident: selected, unit: selectedUnit, place: found, choose } = useSelection();
  const [writing, setWriting] = useState<Begun | null>(null);
  const [part, setPart] = useState<Part>(() => (selected ? 'detail' : 'queue'));
  const title = useMemo(() => {
    const byId = new Map(reference?.types.map((type) => [type.typeId, nameIn(language, type)]));
    return (typeId: number): string => byId.get(typeId) ?? '';
  }, [reference, language]);
  const reachable = useReachable();
  // With a link the server's word comes at once; without one, what was done here counts as done.
  const withOwn = useMemo(() => {
    const callSigns = new Map(units.map((unit) => [unit.patrolUnitId, unit.callSign]));
    const callSignOf = (id: number) => callSigns.get(id) ?? '';
    return (rows: BoardIncident[]) =>
      reachable
        ? rows
        : rows.map((one) => withWaiting(one, waiting, callSignOf)).filter((one) => !isIncidentOver(one.status));
  }, [units, waiting, reachable]);
  const incidents = useMemo(() => board.incidents && withOwn(board.incidents), [board.incidents, withOwn]);
  const drafts = useMemo(() => {
    const known = new Set(board.incidents?.map((one) => one.incidentId));
    return withOwn(draftRows(waiting, roomId, forceId, reference).filter((one) => !known.has(one.incidentId)));
  }, [waiting, roomId, forceId, reference, board.incidents, withOwn]);
  const all = useMemo(() => [...(incidents ?? []), ...drafts], [incidents, drafts]);
  // What a unit works on is told by the incidents, which the stream keeps; the list of units only says who there is.
  const tasks = useMemo(() => tasksOf(all), [all]);
  const row = all.find((one) => one.incidentId === selected);
  const chosen = waiting.filter((one) => one.incidentId === selected);

  const write = (begun: Begun) => {
    setWriting(begun);
    setPart('detail');
  };
  const log = () => (writing ? go('detail', 'form.new [name=type]') : write(begin(serverNow())));
  const chooseIncident = (incidentId: string) => {
    choose({ incident: incidentId });
    if (!writing) setPart('detail');
  };
  const chooseUnit = (patrolUnitId: number) =>
    choose({ unit: patrolUnitId, incident: tasks.get(patrolUnitId)?.row.incidentId ?? null });
  const chooseOnMap = (id: string) => {
    const [kind, key] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
    if (kind === 'unit') chooseUnit(Number(key));
    else chooseIncident(key);
  };
  const correct = (row: Waiting) => write(typedOf(row, title(logInputOf(row).typeId), timeZone));
  const go = (next: Part, selector: string) => {
    setPart(next);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
  };
  // In a field of the record Escape leaves the field first: a hand that wants out of it does not want the incident gone.
  const leave = (event: KeyboardEvent) => {
    if (writing) setWriting(null);
    else if (!leaveField(event)) choose({});
  };
  const dispositions = reference?.dispositions ?? [];
  useBoardPalette({
    incidents: all,
    units,
    tasks,
    selected,
    dispositions,
    types,
    title,
    actions,
    chooseIncident,
    chooseUnit,
  });
  useEffect(() => {
    if (found) setPart('map');
  }, [found]);
  useWorkKeys({ selected: row, actions });
  useKeys(text('keys'), [
    ...(mayLog ? [{ key: 'N', label: text('keyNew'), run: log }] : []),
    { key: 'Enter', label: text('keyOpen'), run: () => go('detail', '.detail') },
    { key: 'Escape', label: text('keyLeave'), everywhere: true, run: leave },
    { key: 'M', label: text('keyMap'), run: () => go('map', '.board-map canvas') },
    { key: 'U', label: text('keyUnits'), run: () => go('units', '.units [tabindex="0"]') },
  ]);

  return (
    <main className="board" data-shown={part}>
      <h1 className="unseen">{t('board')}</h1>
      <PartTabs part={part} choose={setPart} />
      <QueuePart
        incidents={incidents}
        drafts={drafts}
        cut={cut}
        keptAt={keptAt === null ? null : clockFormat(language, timeZone, 'short').format(keptAt)}
        title={title}
        selected={selected}
        choose={chooseIncident}
        log={mayLog ? log : undefined}
      >
        <RefusedLogs waiting={waiting} roomId={roomId} selected={writing ? null : selected} correct={correct} />
      </QueuePart>
      <BoardMap
        roomId={roomId}
        forceId={forceId}
        personId={personId}
        rooms={rooms}
        incidents={all}
        units={units}
        title={title}
        found={selected || selectedUnit ? null : found}
        selected={selectedUnit && !selected ? `unit:${selectedUnit}` : selected && `incident:${selected}`}
        choose={chooseOnMap}
      />
      <section className="detail" aria-label={text('detail')} data-part="detail" tabIndex={-1}>
        {writing ? (
          // Each call has a form of its own: nothing of one stands in the next.
          <NewIncident
            key={writing.typed.incidentId}
            roomId={roomId}
            personId={personId}
            timeZone={timeZone}
            types={types}
            incidents={incidents ?? []}
            title={title}
            begin={writing}
            takeUp={(typed) => write(takenUp(typed))}
            close={() => setWriting(null)}
            logged={chooseIncident}
          />
        ) : drafts.some((row) => row.incidentId === selected) ? (
          <Draft waiting={chosen} timeZone={timeZone} title={title} correct={correct} />
        ) : selected ? (
          <Detail
            onBoard={row !== undefined}
            incidentId={selected}
            version={row?.version ?? 0}
            row={row}
            personId={personId}
            timeZone={timeZone}
            waiting={chosen}
            title={title}
            free={units.filter((unit) => !tasks.has(unit.patrolUnitId))}
            may={(action) => actions.includes(action)}
            dispositions={dispositions}
          />
        ) : (
          <p className="state">{t('select')}</p>
        )}
      </section>
      <UnitStrip
        units={units}
        tasks={tasks}
        selectedIncident={selected}
        selectedUnit={selectedUnit}
        choose={(unit) => chooseUnit(unit.patrolUnitId)}
      />
    </main>
  );
}
