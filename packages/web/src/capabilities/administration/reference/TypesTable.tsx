import { Button } from '@mantine/core';
import type { KeptType } from '@marsad/contract/administration/reference/get-reference.ts';
import type { RequirableField } from '@marsad/contract/administration/reference/list-input.ts';
import { useText } from '../../../platform/text.ts';
import type { TypeGroup } from './narrow.ts';
import { useReferenceWords } from './words.ts';

interface TypesTableProps {
  groups: readonly TypeGroup[];
  mayChange: boolean;
  open(form: string): void;
}

/** The tree of incident types as a table: a group, then what is in it. */
export function TypesTable({ groups, mayChange, open }: TypesTableProps) {
  const { say } = useReferenceWords();
  const { name } = useText();
  return (
    <table className="ref-table phone-table">
      <thead>
        <tr>
          {(['name', 'code', 'aliases', 'iccs', 'eido', 'priority', 'origin', 'required'] as const).map((word) => (
            <th key={word} scope="col">
              {say(word)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ group, types }) => (
        <tbody key={group.typeId}>
          <tr className="ref-group" data-out={!group.active || undefined}>
            <th scope="rowgroup" colSpan={8}>
              <span className="ref-group-head">
                <span>
                  <NameCell of={group} mayChange={mayChange} open={open} />
                </span>
                <bdi dir="ltr" className="ref-code">
                  {group.code}
                </bdi>
                {mayChange && group.active && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={say('newTypeIn', { name: name(group) })}
                    onClick={() => open(`in:${group.typeId}`)}
                  >
                    {say('newType')}
                  </Button>
                )}
              </span>
            </th>
          </tr>
          {types.map((type) => (
            <TypeRow key={type.typeId} type={type} mayChange={mayChange} open={open} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function TypeRow({ type, mayChange, open }: { type: KeptType; mayChange: boolean; open(form: string): void }) {
  const { say } = useReferenceWords();
  const attempt = type.attempted === null ? '' : say(type.attempted ? 'attempt_attempted' : 'attempt_completed');
  return (
    <tr data-out={!type.active || undefined}>
      <td>
        <NameCell of={type} mayChange={mayChange} open={open} />
      </td>
      <td data-head={say('code')}>
        <bdi dir="ltr" className="ref-code">
          {type.code}
        </bdi>
      </td>
      <td data-head={say('aliases')}>
        <bdi>{type.aliases.join(', ')}</bdi>
      </td>
      <td data-head={say('iccs')}>
        {type.iccs ? <bdi dir="ltr">{type.iccs}</bdi> : <span className="ref-dim">{say('noOffence')}</span>}
        {attempt && <small> {attempt}</small>}
      </td>
      <td data-head={say('eido')}>
        <bdi dir="ltr">{type.eido}</bdi>
      </td>
      <td data-head={say('priority')}>
        <span className="ref-priority" data-priority={type.priority}>
          {type.priority}
        </span>
      </td>
      <td data-head={say('origin')}>{say(`origin_${type.origin}`)}</td>
      <td data-head={say('required')}>
        {type.requiredFields.map((field) => say(`field_${field as RequirableField}`)).join(' · ')}
      </td>
    </tr>
  );
}

interface NameCellProps {
  of: { typeId: number; nameAr: string; nameEn: string; nameFr: string; active: boolean };
  mayChange: boolean;
  open(form: string): void;
}

/** A name that opens the form, for who may change it. */
function NameCell({ of, mayChange, open }: NameCellProps) {
  const { say } = useReferenceWords();
  const { name } = useText();
  return (
    <>
      {mayChange ? (
        <button type="button" className="ref-name" onClick={() => open(String(of.typeId))}>
          <bdi>{name(of)}</bdi>
        </button>
      ) : (
        <bdi>{name(of)}</bdi>
      )}
      {!of.active && <span className="adm-tag">{say('out')}</span>}
    </>
  );
}
