import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import { type KeyboardEvent, useRef } from 'react';
import { useText } from '../../../platform/text.ts';
import { duration } from '../lateness.ts';
import { statusIn } from '../statuses.ts';
import { sinceOf, type Task } from './tasks.ts';
import { useSecondInSight } from './use-second.ts';
import { useBoardText } from './words.ts';

interface Props {
  units: readonly BoardUnit[];
  tasks: ReadonlyMap<number, Task>;
  selectedIncident: string | null;
  selectedUnit: number | null;
  choose(unit: BoardUnit): void;
}

const rank = (unit: BoardUnit, busy: boolean): number => (busy ? 0 : unit.primaryStatus === 'NotAvailable' ? 2 : 1);

/** The room's units: what each is doing and for how long, those at work first. One stop for Tab, arrows within. */
export function UnitStrip({ units, tasks, selectedIncident, selectedUnit, choose }: Props) {
  const { t } = useText();
  const strip = useRef<HTMLElement>(null);
  const sorted = [...units].sort(
    (a, b) =>
      rank(a, tasks.has(a.patrolUnitId)) - rank(b, tasks.has(b.patrolUnitId)) || a.callSign.localeCompare(b.callSign),
  );
  const chosen = sorted.findIndex((unit) => unit.patrolUnitId === selectedUnit);
  const move = (event: KeyboardEvent) => {
    const towards = document.documentElement.dir === 'rtl' ? -1 : 1;
    const step = event.key === 'ArrowRight' ? towards : event.key === 'ArrowLeft' ? -towards : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(strip.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  };
  return (
    <section className="units" aria-label={t('units')} data-part="units" ref={strip}>
      {sorted.map((unit, index) => (
        <Unit
          key={unit.patrolUnitId}
          unit={unit}
          task={tasks.get(unit.patrolUnitId)}
          tabIndex={index === Math.max(0, chosen) ? 0 : -1}
          chosen={
            unit.patrolUnitId === selectedUnit ||
            (selectedIncident !== null && tasks.get(unit.patrolUnitId)?.row.incidentId === selectedIncident)
          }
          choose={choose}
          move={move}
        />
      ))}
    </section>
  );
}

interface UnitProps {
  unit: BoardUnit;
  task: Task | undefined;
  tabIndex: number;
  chosen: boolean;
  choose(unit: BoardUnit): void;
  move(event: KeyboardEvent): void;
}

function Unit({ unit, task, tabIndex, chosen, choose, move }: UnitProps) {
  const { t, language } = useText();
  const text = useBoardText();
  const place = useRef<HTMLButtonElement>(null);
  const now = useSecondInSight(place);
  const off = !task && unit.primaryStatus === 'NotAvailable';
  const since = task ? sinceOf(task.assignment) : Date.parse(unit.statusAt);
  const idle = off ? text('offDuty') : unit.primaryStatus === 'ConditionallyAvailable' ? text('limited') : t('free');
  return (
    <button
      ref={place}
      type="button"
      className={`unit ${task ? 'busy' : off ? 'off' : 'free'}`}
      aria-pressed={chosen}
      tabIndex={tabIndex}
      onClick={() => choose(unit)}
      onKeyDown={move}
    >
      <b>
        <bdi>{unit.callSign}</bdi>
        {!off && <bdi className="unit-for">{duration(now - since, language)}</bdi>}
      </b>
      <span>{task ? statusIn(language, task.assignment.status) : idle}</span>
    </button>
  );
}
