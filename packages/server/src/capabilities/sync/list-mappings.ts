import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { chosenMapping } from './chosen-mapping.ts';
import { readMapping } from './import-incidents.ts';
import { allMappings, findMapping } from './mappings-store.ts';
import { findShippedMapping, shippedNames } from './shipped-mappings.ts';

type ListMappings = typeof contract.sync.listMappings;
type GetMapping = typeof contract.sync.getMapping;

const columnsOf = (mapping: ImportMapping): string[] => [
  ...new Set([...mapping.key, ...mapping.place, ...Object.values(mapping.clocks).flat()]),
];

/** The mappings to choose from: people's own first, then those of the product. */
export async function listMappings({ tx }: QueryContext): Promise<OutputOf<ListMappings>> {
  const own = (await allMappings(tx)).map(({ name, mapping, changedAt, personName }) => {
    const read = readMapping(mapping);
    return {
      name,
      about: read.about,
      columns: columnsOf(read),
      shipped: false,
      personName,
      changedAt: String(changedAt),
    };
  });
  const shipped = shippedNames.flatMap((name) => {
    const mapping = findShippedMapping(name);
    return mapping
      ? [{ name, about: mapping.about, columns: columnsOf(mapping), shipped: true, personName: null, changedAt: null }]
      : [];
  });
  return [...own, ...shipped];
}

/** One mapping whole. */
export async function getMapping({ tx }: QueryContext, { name }: InputOf<GetMapping>): Promise<OutputOf<GetMapping>> {
  const mapping = await chosenMapping(tx, name);
  const kept = findShippedMapping(name) ? undefined : await findMapping(tx, name);
  return { mapping, shipped: kept === undefined, version: kept?.version ?? 0 };
}
