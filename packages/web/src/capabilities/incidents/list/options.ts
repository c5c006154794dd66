// What the filters offer: units by their centre, types by their group, each once, as far as the person reads them.
import type { Session } from '../../../platform/session.ts';
import { type Language, nameIn } from '../../../platform/text.ts';
import type { Reference } from '../reference.ts';

export interface OptionGroup {
  group: string;
  items: { value: string; label: string }[];
}

type Unit = Session['units'][number];

/** Rooms with their stations under their centre. Of a centre as a whole only who reads all of it may ask. */
export function unitOptions(session: Session, language: Language, wholeCentre: string): OptionGroup[] {
  const readable = new Set(session.boardRoomIds);
  const rooms = session.units.filter((unit) => unit.kind === 'operations_room' && readable.has(unit.unitId));
  const named = (unit: Unit) => ({ value: String(unit.unitId), label: nameIn(language, unit) });
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, language);
  const groups = new Map<number, OptionGroup>();
  for (const room of rooms) {
    const centre = session.units.find((unit) => unit.unitId === room.parentId);
    const group = groups.get(centre?.unitId ?? 0) ?? { group: centre ? nameIn(language, centre) : '', items: [] };
    if (group.items.length === 0 && centre?.kind === 'command_centre' && readable.has(centre.unitId))
      group.items.push({ value: String(centre.unitId), label: `${wholeCentre} ${nameIn(language, centre)}` });
    const stations = session.units.filter((unit) => unit.kind === 'station' && unit.parentId === room.unitId);
    group.items.push(
      named(room),
      ...stations
        .map((unit) => ({ ...named(unit), label: `${nameIn(language, room)} › ${nameIn(language, unit)}` }))
        .sort(byName),
    );
    groups.set(centre?.unitId ?? 0, group);
  }
  return [...groups.values()].sort((a, b) => a.group.localeCompare(b.group, language));
}

/** Types under their group, the whole group first. */
export function typeOptions(reference: Reference, language: Language, wholeGroup: string): OptionGroup[] {
  const tops = reference.types.filter((type) => type.parentId === null);
  return tops
    .map((top) => {
      const under = reference.types.filter((type) => type.parentId !== null && type.code.startsWith(`${top.code}.`));
      const whole = {
        value: top.code,
        label: under.length > 0 ? `${wholeGroup} ${nameIn(language, top)}` : nameIn(language, top),
      };
      const items = under.map((type) => ({ value: type.code, label: nameIn(language, type) }));
      return { group: nameIn(language, top), items: [whole, ...items] };
    })
    .sort((a, b) => a.group.localeCompare(b.group, language));
}
