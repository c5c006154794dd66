import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { type PaletteItem, usePaletteSource } from '../../../platform/palette/sources.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { nameIn, useText, wordIn } from '../../../platform/text.ts';
import type { Reference } from '../reference.ts';
import { statusIn } from '../statuses.ts';
import { incidentsFor, most, unitsFor } from './find.ts';
import { codeOf, parseLine, type Verb } from './parse.ts';
import { perform } from './perform.ts';
import { type PlanContext, type Planned, planLine } from './plan.ts';
import { lineWord, planText, problemText } from './words.ts';

interface Options extends PlanContext {
  types: Reference['types'];
  title(typeId: number): string;
  /** What the person may do somewhere. */
  actions: readonly string[];
  chooseIncident(incidentId: string): void;
  chooseUnit(patrolUnitId: number): void;
}

const needs: Record<Verb, string> = {
  assign: 'incident.dispatch',
  status: 'incident.dispatch',
  note: 'incident.note',
  resolve: 'incident.close',
  close: 'incident.close',
  hold: 'incident.close',
};
const languages = ['ar', 'en', 'fr'] as const;

/** What the board gives the palette: its incidents, its units, and the command line. */
export function useBoardPalette(options: Options): void {
  const { language } = useText();
  const { incidents, units, tasks, types, title, chooseIncident, chooseUnit } = options;
  const word = (name: Parameters<typeof lineWord>[1]) => lineWord(language, name);

  const numberOf = (row: BoardIncident): string => `#${row.number ?? row.incidentId.slice(-8)} ${title(row.typeId)}`;
  const sentence = (planned: Planned): string => {
    if (planned.does === 'move') {
      const values = { unit: planned.task.assignment.callSign, status: statusIn(language, planned.to) };
      return planText(language, 'move', values);
    }
    const values: Record<string, string | number> = { incident: numberOf(planned.incident) };
    if (planned.does === 'assign') values.unit = planned.unit.callSign;
    if (planned.does === 'note') values.text = planned.text;
    if (planned.does === 'hold') Object.assign(values, { minutes: planned.minutes, text: planned.reason });
    if (planned.does === 'close') values.text = nameIn(language, planned.disposition);
    return planText(language, planned.does, values);
  };
  const run = (planned: Planned) => async () => {
    try {
      await perform(planned);
      return undefined;
    } catch (error) {
      return sentenceOf(error, language, wordIn(language, 'failed'));
    }
  };

  const commands = (line: string): PaletteItem[] => {
    const parsed = parseLine(line);
    if (!parsed || !options.actions.includes(needs[parsed.verb])) return [];
    const plan = planLine(parsed, options, (status) => languages.map((one) => statusIn(one, status)));
    const group = word('commands');
    if ('planned' in plan)
      return [
        { id: 'command', group, title: sentence(plan.planned), detail: word('pressEnter'), run: run(plan.planned) },
      ];
    const problem = { id: 'problem', group, title: problemText(language, plan.problem, plan.about), problem: true };
    const begun = parsed.words[0] ?? '';
    if (parsed.verb !== 'assign' || (plan.problem !== 'unitMissing' && plan.problem !== 'unitUnknown'))
      return [problem];
    const incident = parsed.incident === null ? '' : ` #${parsed.incident}`;
    const free = units.filter((unit) => !tasks.has(unit.patrolUnitId) && unit.primaryStatus !== 'NotAvailable');
    const fitting = free.filter((unit) => codeOf(unit.callSign).includes(codeOf(begun)));
    return [
      problem,
      ...fitting.slice(0, most).map((unit) => ({
        id: `assign:${unit.patrolUnitId}`,
        group: word('units'),
        title: unit.callSign,
        detail: wordIn(language, 'free'),
        complete: `a ${unit.callSign}${incident}`,
      })),
    ];
  };

  const incidentItems = (line: string): PaletteItem[] =>
    incidentsFor(line, incidents, types).map((row) => ({
      id: `incident:${row.incidentId}`,
      group: word('incidents'),
      title: `${title(row.typeId)} · ${row.placeText}`,
      detail: row.number ?? '',
      run: () => chooseIncident(row.incidentId),
    }));

  const unitItems = (line: string): PaletteItem[] =>
    unitsFor(line, units).map((unit) => {
      const task = tasks.get(unit.patrolUnitId);
      return {
        id: `unit:${unit.patrolUnitId}`,
        group: word('units'),
        title: unit.callSign,
        detail: task
          ? `${statusIn(language, task.assignment.status)} · ${numberOf(task.row)}`
          : wordIn(language, 'free'),
        run: () => chooseUnit(unit.patrolUnitId),
      };
    });

  usePaletteSource({ find: (line) => [...commands(line), ...unitItems(line), ...incidentItems(line)] });
}
