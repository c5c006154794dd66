import { refuse } from '../../../platform/operations/refuse.ts';
import type { IncidentType } from '../organisation/organisation.ts';

const fold = (text: string): string => text.trim().toUpperCase();

/** Refuses a short form that stands twice or that another type in use has: who types it would get either. */
export function judgeAliases(types: readonly IncidentType[], aliases: readonly string[], typeId?: number): void {
  const others = new Set(
    types.filter((type) => type.active && type.typeId !== typeId).flatMap((type) => type.aliases.map(fold)),
  );
  const seen = new Set<string>();
  for (const alias of aliases) {
    if (others.has(fold(alias)) || seen.has(fold(alias)))
      refuse('CONFLICT', 'type.alias_taken', { field: 'aliases', parameters: { alias } });
    seen.add(fold(alias));
  }
}

/** What an import gives a record whose type it does not know. */
export const fallbackType = 'unclassified.imported';

/** Refuses to retire a group while types of it are in use, and the type that imports fall back on. */
export function judgeRetiring(types: readonly IncidentType[], type: IncidentType): void {
  if (type.code === fallbackType) refuse('CONFLICT', 'type.fallback', { field: 'active' });
  const under = types.filter((one) => one.active && one.code.startsWith(`${type.code}.`)).length;
  if (under > 0) refuse('CONFLICT', 'type.group_in_use', { field: 'active', parameters: { count: under } });
}

/** Refuses to take a type back into use while its group is out of it. */
export function judgeReturning(types: readonly IncidentType[], type: IncidentType): void {
  const parent = types.find((one) => one.typeId === type.parentId);
  if (parent && !parent.active)
    refuse('CONFLICT', 'type.group_unknown', { field: 'active', parameters: { code: parent.code } });
}
