import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import type { Organisation } from '../administration/index.ts';
import { faultsOfCodes } from './mapping-codes.ts';
import { findMapping, insertMapping, replaceMapping } from './mappings-store.ts';
import { findShippedMapping } from './shipped-mappings.ts';

type Operation = typeof contract.sync.saveMapping;

/** Keeps a mapping under its name: a new one, or over the version that was read. */
export function saveMapping(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, actor, now } = context;
    const { name, version } = input;
    if (findShippedMapping(name)) refuse('CONFLICT', 'mapping.shipped', { field: 'name' });
    const mapping = { ...input.mapping, name };
    const [fault] = faultsOfCodes(mapping, organisation);
    if (fault) refuse('UNPROCESSABLE_CONTENT', fault.reason, { field: fault.path });
    const kept = { name, mapping, forceCode: mapping.force.code, personId: actor.personId, now };
    const done = version === 0 ? await insertMapping(tx, kept) : await replaceMapping(tx, kept, version);
    if (!done) {
      const there = await findMapping(tx, name);
      if (!there) refuse('NOT_FOUND', 'mapping.unknown', { field: 'name' });
      // The version is the one read, and yet the row could not be written: it is somebody else's, of another force.
      if (there.version === version) refuse('FORBIDDEN', 'area.outside', { field: 'name' });
      refuse('CONFLICT', version === 0 ? 'mapping.name_taken' : 'mapping.changed', { field: 'name' });
    }
    context.audit({
      kind: 'administration',
      action: 'sync.mapping_saved',
      subjectKind: 'import_mapping',
      subjectId: name,
      fields: ['mapping'],
      values: mapping,
    });
    return { name, version: version + 1 };
  };
}
