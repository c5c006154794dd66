// Areas of units from a GeoJSON file, in one transaction: every feature that fits is written, or nothing at all.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../platform/operations/actor.ts';
import { type CommandContext, type CommandRunner, runCommand } from '../../../platform/operations/run-command.ts';
import type { Organisation, Unit } from '../organisation/organisation.ts';
import { reachesUnit } from '../session/get-session.ts';
import { type AreaRow, endArea, insertArea, lockCurrentAreas, redrawArea } from './areas-store.ts';
import { type ReadArea, readAreas } from './read-areas.ts';
import type { ByteSource } from './read-text.ts';

export interface AreasImport {
  source: ByteSource;
  forceId: number;
  /** Kind of the units whose areas these are. */
  kind: string;
  /** Property that holds the code or the name of a unit. */
  property: string;
  /** First day of the areas, as YYYY-MM-DD; the area before ends the day before. */
  from: string;
  actor: Actor;
}

export interface AreasImported {
  features: number;
  /** Units that had no area. */
  added: number;
  /** Units whose area before was ended. */
  replaced: number;
  unchanged: number;
  refused: { index: number; code: string | null; reason: string }[];
  /** Units of the kind that no feature names; their areas stay. */
  untouched: string[];
}

/**
 * Joins the features to the force's units by code or name (letters that are written alike count as alike) and writes
 * their areas. The same file again changes nothing. @throws AreasFileError when the file cannot be read, or as commands do
 */
export async function importAreas(
  runner: CommandRunner,
  organisation: Organisation,
  request: AreasImport,
): Promise<AreasImported> {
  const read = await readAreas(request.source, { code: request.property });
  const units = organisation.units.filter(
    (unit) => unit.forceId === request.forceId && unit.kind === request.kind && unit.validTo === null,
  );
  const refused: AreasImported['refused'] = read.refused.map((one) => ({ ...one, code: null }));
  const joined = new Map<number, ReadArea>();
  for (const area of read.areas) {
    const unit = unitOf(units, area.code);
    if (typeof unit === 'string') refused.push({ index: area.index, code: area.code, reason: unit });
    else if (joined.has(unit.unitId))
      refused.push({
        index: area.index,
        code: area.code,
        reason: `Expected one area for ${unit.code}, got another in feature ${joined.get(unit.unitId)?.index}; leave one out.`,
      });
    else joined.set(unit.unitId, area);
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([...joined]))
    .digest('hex');
  const { forceId, kind, from } = request;
  const input = { commandId: uuidv7(), forceId, kind, from, content: digest };
  const counts = await runCommand(
    runner,
    'administration.importAreas',
    'organisation.manage',
    request.actor,
    input,
    (context) => write(context, organisation, joined, from, refused),
  );
  const untouched = units.filter((unit) => !joined.has(unit.unitId)).map((unit) => unit.code);
  return { features: read.areas.length + read.joined.length + read.refused.length, ...counts, refused, untouched };
}

async function write(
  context: CommandContext,
  organisation: Organisation,
  joined: ReadonlyMap<number, ReadArea>,
  from: string,
  refused: AreasImported['refused'],
) {
  const counts = { added: 0, replaced: 0, unchanged: 0 };
  const written: number[] = [];
  const current = await lockCurrentAreas(context.tx, [...joined.keys()]);
  for (const [unitId, area] of joined) {
    const unit = organisation.findUnit(unitId);
    const done =
      unit && reachesUnit(context.scope, unit)
        ? await writeArea(context, unitId, area, current.get(unitId), from)
        : `Expected a unit within your right to manage units, got ${area.code}; ask for the right.`;
    if (typeof done !== 'string') {
      counts[done.what] += 1;
      if (done.what !== 'unchanged') written.push(unitId);
    } else refused.push({ index: area.index, code: area.code, reason: done });
  }
  context.audit({
    kind: 'administration',
    action: 'organisation.areas_imported',
    subjectKind: 'units',
    subjectId: written.length === 0 ? 'none' : written.join(',').slice(0, 500),
    fields: ['geometry', 'validFrom'],
    values: { from, areas: [...joined] },
  });
  if (written.length > 0) context.emit({ kind: 'organisation.changed', payload: { unitIds: written } });
  return counts;
}

async function writeArea(
  { tx }: CommandContext,
  unitId: number,
  { geometry }: ReadArea,
  current: AreaRow | undefined,
  from: string,
): Promise<{ what: 'added' | 'replaced' | 'unchanged' } | string> {
  if (!current) {
    await insertArea(tx, unitId, geometry, from);
    return { what: 'added' };
  }
  if (isDeepStrictEqual(current.geometry, geometry)) return { what: 'unchanged' };
  if (current.validFrom > from)
    return `Expected a day from ${current.validFrom} on, when the area of today begins, got ${from}; give a later --from.`;
  if (current.validFrom === from) {
    await redrawArea(tx, current.areaId, geometry);
    return { what: 'replaced' };
  }
  await endArea(tx, current.areaId, from);
  await insertArea(tx, unitId, geometry, from);
  return { what: 'replaced' };
}

/** The unit that a code or a name means, or why there is none. */
function unitOf(units: readonly Unit[], code: string): Unit | string {
  const wanted = normaliseForSearch(code);
  const byCode = units.filter((unit) => normaliseForSearch(unit.code) === wanted);
  const found =
    byCode.length > 0
      ? byCode
      : units.filter((unit) =>
          [unit.nameAr, unit.nameEn, unit.nameFr].some((name) => normaliseForSearch(name) === wanted),
        );
  if (found.length === 1 && found[0]) return found[0];
  if (found.length > 1)
    return `Expected one unit for "${code}", got ${found.map((unit) => unit.code).join(', ')}; use codes.`;
  return `Expected the code or name of a unit of the force, got "${code}"; make the unit first.`;
}
