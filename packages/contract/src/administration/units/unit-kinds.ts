import * as z from 'zod';

/** What an organisation unit can be. */
export const unitKind = z.enum([
  'force',
  'headquarters',
  'command_centre',
  'operations_room',
  'station',
  'department',
  'analysis_team',
]);
export type UnitKind = z.infer<typeof unitKind>;

/** Under which kinds a unit may stand. A force stands under nothing and is made at set-up or by an import. */
export const parentKinds: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  force: [],
  headquarters: ['force'],
  command_centre: ['force', 'headquarters'],
  operations_room: ['command_centre', 'force'],
  station: ['operations_room'],
  department: ['force', 'headquarters', 'department'],
  analysis_team: ['headquarters', 'command_centre'],
};

/** Kinds that may be made under a unit of a kind, in the order of the type. */
export function childKinds(kind: UnitKind): UnitKind[] {
  return unitKind.options.filter((one) => parentKinds[one].includes(kind));
}
