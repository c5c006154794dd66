import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import type { Organisation } from '../administration/index.ts';

/** Where a mapping names an incident type that the force does not have: a dotted path in it and a key of the reasons. */
export function faultsOfCodes(mapping: ImportMapping, organisation: Organisation): { path: string; reason: string }[] {
  const known = new Set(organisation.types.map((type) => type.code));
  const named: [string, string][] = [
    ['type.otherwise', mapping.type.otherwise],
    ...Object.entries(mapping.type.table).map(([value, code]): [string, string] => [`type.table.${value}`, code]),
  ];
  return named.filter(([, code]) => !known.has(code)).map(([path]) => ({ path, reason: 'mapping.type_unknown' }));
}
