import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { findsAll } from '../../../platform/palette/sources.ts';
import type { TypeView } from '../reference.ts';
import { codeOf } from './parse.ts';
import { findUnit, isNumber } from './plan.ts';

/** How many of a kind the palette shows. */
export const most = 7;

/** The incidents of a board that a line means: by number, or by words of type and place in any language. */
export function incidentsFor(
  line: string,
  rows: readonly BoardIncident[],
  types: readonly TypeView[],
): BoardIncident[] {
  const wanted = codeOf(line.replace(/^#/, ''));
  return rows
    .filter((row) => {
      if (isNumber(row.number, wanted)) return true;
      const type = types.find((one) => one.typeId === row.typeId);
      const names = type ? [type.nameAr, type.nameEn, type.nameFr, ...type.aliases] : [];
      return findsAll(line, [row.number, row.placeText, ...names]);
    })
    .slice(0, most);
}

/** The units that a line means, however the call sign is written. */
export function unitsFor(line: string, units: readonly BoardUnit[]): BoardUnit[] {
  const wanted = line.trim();
  if (wanted === '' || wanted.startsWith('#')) return [];
  const exact = findUnit(wanted, units);
  return units.filter((unit) => unit === exact || findsAll(line, [unit.callSign])).slice(0, most);
}
