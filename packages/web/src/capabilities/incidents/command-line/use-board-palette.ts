import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../platform/api.ts';
import { findsAll, type PaletteItem, usePaletteSource } from '../../../platform/palette/sources.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { nameIn, useText, wordIn } from '../../../platform/text.ts';
import type { Reference } from '../reference.ts';
import { statusIn } from '../statuses.ts';
import { codeOf, parseLine, type Verb } from './parse.ts';
import { perform } from './perform.ts';
import { findUnit, isNumber, type PlanContext, type Planned, planLine } from './plan.ts';
import { lineWord, planText, problemText } from './words.ts';

interface Options extends PlanContext {
  types: Reference['types'];
  title(typeId: number): string;
  /** What the person may do somewhere. */
  actions: readonly string[];
  chooseIncident(incidentId: string): void;
  chooseUnit(patrolUnitId: number): void;
  roomId: number;
  /** Shows a place of the gazetteer on the map. */
  showPlace(place: { name: string; longitude: number; latitude: number }): void;
}

const most = 7;
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
  const navigate = useNavigate();
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

  const incidentItems = (line: string): PaletteItem[] => {
    const wanted = codeOf(line.replace(/^#/, ''));
    return incidents
      .filter((row) => {
        if (isNumber(row.number, wanted)) return true;
        const type = types.find((one) => one.typeId === row.typeId);
        const names = type ? [type.nameAr, type.nameEn, type.nameFr, ...type.aliases] : [];
        return findsAll(line, [row.number, row.placeText, ...names]);
      })
      .slice(0, most)
      .map((row) => ({
        id: `incident:${row.incidentId}`,
        group: word('incidents'),
        title: `${title(row.typeId)} · ${row.placeText}`,
        detail: row.number ?? '',
        run: () => chooseIncident(row.incidentId),
      }));
  };

  const unitItems = (line: string): PaletteItem[] => {
    if (line.trim().startsWith('#')) return [];
    const exact = line.trim() ? findUnit(line.trim(), units) : undefined;
    return units
      .filter((unit) => unit === exact || (line.trim() !== '' && findsAll(line, [unit.callSign])))
      .slice(0, most)
      .map((unit) => {
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
  };

  const places = async (line: string): Promise<PaletteItem[]> => {
    if (parseLine(line) || line.trim().length < 2) return [];
    const { roomId, showPlace } = options;
    const found = await api.administration.searchPlaces({ text: line, roomId });
    return found.places.map(({ placeId, longitude, latitude, ...place }) => {
      // A place may have no name in the person's language: then the one it was found by.
      const name = { ar: place.nameAr, en: place.nameEn, fr: place.nameFr }[language] ?? place.matched;
      return {
        id: `place:${placeId}`,
        group: word('places'),
        title: name,
        detail: word('onMap'),
        run: () => showPlace({ name, longitude, latitude }),
      };
    });
  };

  // What is no longer on the board: the list's own search, logged as it is there, so not before a word is whole enough.
  const older = async (line: string): Promise<PaletteItem[]> => {
    const words = line.trim();
    if (parseLine(line) || words.length < 3 || words.length > 200) return [];
    const found = await api.incidents.searchIncidents({ words, limit: most });
    const group = word('olderIncidents');
    const items = found.items.map((row) => ({
      id: `incident:${row.incidentId}`,
      group,
      title: `${title(row.typeId)} · ${row.placeText}`,
      detail: `${row.number ?? ''} · ${statusIn(language, row.status)}`,
      run: () => navigate({ to: `/incidents/${row.incidentId}` as string }),
    }));
    if (found.nextCursor === null) return items;
    const all = {
      id: 'incidents:all',
      group,
      title: word('allFound'),
      run: () => navigate({ to: '/incidents' as string, search: { q: words } as never }),
    };
    return [...items, all];
  };

  usePaletteSource({
    find: (line) => [...commands(line), ...unitItems(line), ...incidentItems(line)],
    // One that fails (no link, no right) takes nothing from the other.
    ask: async (line) => (await Promise.all([older(line), places(line)].map((one) => one.catch(() => [])))).flat(),
  });
}
