// What a line would do, said before it is done. Looks up units and incidents on the board as it stands; judges what the
// screen can judge (the server judges again).
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { type AssignmentStatus, assignmentMoves } from '@marsad/contract/incidents/assignment-moves.ts';
import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { incidentMoves, needsReason } from '@marsad/contract/incidents/incident-moves.ts';
import type { Task } from '../board/tasks.ts';
import { codeOf, type ParsedLine } from './parse.ts';

export interface NamedDisposition {
  dispositionId: number;
  code: string;
  nameAr: string;
  nameEn: string;
  nameFr: string;
  active: boolean;
}

export interface PlanContext {
  incidents: readonly BoardIncident[];
  units: readonly BoardUnit[];
  tasks: ReadonlyMap<number, Task>;
  selected: string | null;
  dispositions: readonly NamedDisposition[];
}

type Moved = Exclude<AssignmentStatus, 'proposed' | 'assigned'>;

/** A command ready to be sent. */
export type Planned =
  | { does: 'assign'; unit: BoardUnit; incident: BoardIncident }
  | { does: 'move'; task: Task; to: Moved }
  | { does: 'note'; incident: BoardIncident; text: string }
  | { does: 'resolve'; incident: BoardIncident; reason: string | undefined }
  | { does: 'close'; incident: BoardIncident; disposition: NamedDisposition }
  | { does: 'hold'; incident: BoardIncident; minutes: number; reason: string };

export type Problem =
  | 'unitMissing'
  | 'unitUnknown'
  | 'unitBusy'
  | 'unitIdle'
  | 'incidentMissing'
  | 'incidentUnknown'
  | 'statusUnknown'
  | 'textMissing'
  | 'moveNotAllowed'
  | 'dispositionMissing'
  | 'minutesMissing'
  | 'reasonMissing';

export type Plan = { planned: Planned } | { problem: Problem; about?: string };

const statusCodes: Record<string, Moved> = {
  ak: 'acknowledged',
  er: 'en_route',
  os: 'on_scene',
  tr: 'transporting',
  cl: 'cleared',
  sd: 'stood_down',
};

/** The code that the command line takes for a status, `os` for on scene. */
export const codeOfStatus = (status: Moved): string =>
  Object.keys(statusCodes).find((code) => statusCodes[code] === status) ?? '';

/** Plans a line. `statusWords` gives a status in each language, so that words do as well as codes. */
export function planLine(line: ParsedLine, on: PlanContext, statusWords: (status: Moved) => readonly string[]): Plan {
  if (line.verb === 'status') return planStatus(line, on, statusWords);
  const incident = incidentOf(line, on);
  if (line.verb === 'assign') return planAssign(line, on, incident);
  if ('problem' in incident) return incident;
  const { row } = incident;
  const allowed = (to: 'resolved' | 'closed' | 'on_hold'): boolean => incidentMoves[row.status].includes(to);
  const notAllowed: Plan = { problem: 'moveNotAllowed', about: row.number ?? '' };
  switch (line.verb) {
    case 'note':
      return line.text ? { planned: { does: 'note', incident: row, text: line.text } } : { problem: 'textMissing' };
    case 'resolve':
      return allowed('resolved')
        ? { planned: { does: 'resolve', incident: row, reason: line.text || undefined } }
        : notAllowed;
    case 'close': {
      if (!allowed('closed')) return notAllowed;
      const disposition = dispositionOf(line.text, on.dispositions);
      return disposition
        ? { planned: { does: 'close', incident: row, disposition } }
        : { problem: 'dispositionMissing' };
    }
    case 'hold': {
      if (!allowed('on_hold')) return notAllowed;
      const minutes = Number(codeOf(line.words[0] ?? ''));
      if (!Number.isInteger(minutes) || minutes < 1 || minutes > 30 * 24 * 60) return { problem: 'minutesMissing' };
      const reason = line.words.slice(1).join(' ');
      if (!reason && needsReason(row.status, 'on_hold')) return { problem: 'reasonMissing' };
      return { planned: { does: 'hold', incident: row, minutes, reason } };
    }
  }
}

function planAssign(line: ParsedLine, on: PlanContext, incident: ReturnType<typeof incidentOf>): Plan {
  const wanted = line.words[0];
  if (!wanted) return { problem: 'unitMissing' };
  const unit = findUnit(wanted, on.units);
  if (!unit) return { problem: 'unitUnknown', about: wanted };
  if (on.tasks.has(unit.patrolUnitId)) return { problem: 'unitBusy', about: unit.callSign };
  return 'problem' in incident ? incident : { planned: { does: 'assign', unit, incident: incident.row } };
}

function planStatus(line: ParsedLine, on: PlanContext, statusWords: (status: Moved) => readonly string[]): Plan {
  const [wanted, ...rest] = line.words;
  if (!wanted) return { problem: 'unitMissing' };
  const unit = findUnit(wanted, on.units);
  if (!unit) return { problem: 'unitUnknown', about: wanted };
  const task = on.tasks.get(unit.patrolUnitId);
  if (!task) return { problem: 'unitIdle', about: unit.callSign };
  const ways = movesOf(task);
  const said = rest.join(' ');
  const to = said ? statusOf(said, statusWords) : ways[0];
  if (!to) return { problem: 'statusUnknown', about: said };
  return ways.includes(to)
    ? { planned: { does: 'move', task, to } }
    : { problem: 'moveNotAllowed', about: unit.callSign };
}

/** Where a unit's assignment may go from here, the usual next first. */
export const movesOf = (task: Task): Moved[] =>
  assignmentMoves[task.assignment.status].filter((to): to is Moved => to !== 'proposed' && to !== 'assigned');

function statusOf(said: string, statusWords: (status: Moved) => readonly string[]): Moved | undefined {
  const byCode = statusCodes[codeOf(said)];
  if (byCode) return byCode;
  const wanted = normaliseForSearch(said);
  return Object.values(statusCodes).find((status) =>
    statusWords(status).some((word) => normaliseForSearch(word).startsWith(wanted)),
  );
}

function incidentOf(line: ParsedLine, on: PlanContext): { row: BoardIncident } | { problem: Problem; about?: string } {
  const wanted = line.incident;
  if (wanted === null) {
    const row = on.incidents.find((one) => one.incidentId === on.selected);
    return row ? { row } : { problem: 'incidentMissing' };
  }
  const row = on.incidents.find((one) => isNumber(one.number, wanted));
  return row ? { row } : { problem: 'incidentUnknown', about: wanted };
}

/** Whether a number is meant by what was typed: the whole of it, or its serial with or without the zeros before it. */
export function isNumber(number: string | null, wanted: string): boolean {
  if (number === null || wanted === '') return false;
  const serial = number.split('-').at(-1) ?? '';
  return codeOf(number) === wanted || (/^\d+$/.test(wanted) && Number(serial) === Number(wanted));
}

/** The unit of a call sign, however it is written (`M-12`, `m12`, `M 12`), or of its digits where only one has them. */
export function findUnit(wanted: string, units: readonly BoardUnit[]): BoardUnit | undefined {
  const code = codeOf(wanted);
  const exact = units.find((unit) => codeOf(unit.callSign) === code);
  if (exact || !/^\d+$/.test(code)) return exact;
  const digits = units.filter((unit) => Number(/\d+/.exec(unit.callSign)?.[0] ?? Number.NaN) === Number(code));
  return digits.length === 1 ? digits[0] : undefined;
}

function dispositionOf(said: string, all: readonly NamedDisposition[]): NamedDisposition | undefined {
  const wanted = normaliseForSearch(said);
  if (!wanted) return undefined;
  const open = all.filter((one) => one.active);
  const names = (one: NamedDisposition) => [one.code, one.nameAr, one.nameEn, one.nameFr].map(normaliseForSearch);
  return (
    open.find((one) => names(one).includes(wanted)) ??
    open.find((one) => names(one).some((name) => name.startsWith(wanted)))
  );
}
