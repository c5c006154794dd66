import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { Actor } from '../../platform/operations/actor.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandRunner } from '../../platform/operations/run-command.ts';
import { runQuery } from '../../platform/operations/run-query.ts';
import { readMapping } from './import-incidents.ts';
import { findMapping } from './mappings-store.ts';
import { findShippedMapping } from './shipped-mappings.ts';

/** The mapping that a request names: of the product, or made by people; refuses a name that nobody gave. */
export async function chosenMapping(tx: Kysely<DB>, name: string): Promise<ImportMapping> {
  const shipped = findShippedMapping(name);
  if (shipped) return shipped;
  const kept = await findMapping(tx, name);
  return kept ? readMapping(kept.mapping) : refuse('NOT_FOUND', 'mapping.unknown', { field: 'mapping' });
}

/** A mapping that people made, by its name, as a person with the right to import may read it; undefined for none. */
export async function findOwnMapping(
  runner: CommandRunner,
  actor: Actor,
  name: string,
): Promise<ImportMapping | undefined> {
  if (!/^[a-z0-9-]{1,60}$/.test(name)) return undefined;
  const kept = await runQuery(runner, 'import.run', false, actor, name, ({ tx }) => findMapping(tx, name));
  return kept && readMapping(kept.mapping);
}
