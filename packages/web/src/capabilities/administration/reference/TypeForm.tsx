import { Checkbox, Group, SegmentedControl, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import type { KeptType } from '@marsad/contract/administration/reference/get-reference.ts';
import { type RequirableField, requirableFields } from '@marsad/contract/administration/reference/list-input.ts';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { NameFields, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import { TypeHistory } from './TypeHistory.tsx';
import { useReferenceWords } from './words.ts';

interface TypeFormProps {
  /** The type to change; absent for a new one. */
  type?: KeptType;
  /** The group of a new type; absent for a new group. */
  group?: KeptType;
  close(): void;
}

const attempts = { none: null, attempted: true, completed: false } as const;
type Attempt = keyof typeof attempts;
const attemptOf = (value: boolean | null): Attempt => (value === null ? 'none' : value ? 'attempted' : 'completed');

/** A new incident type or group, or a change of one. */
export function TypeForm({ type, group, close }: TypeFormProps) {
  const { say } = useReferenceWords();
  const { name } = useText();
  const isGroup = type ? type.parentId === null : !group;
  const edit = useEdit(
    `type:${type?.typeId ?? `in:${group?.typeId ?? ''}`}`,
    {
      code: group ? `${group.code}.` : '',
      nameAr: type?.nameAr ?? '',
      nameEn: type?.nameEn ?? '',
      nameFr: type?.nameFr ?? '',
      aliases: type?.aliases ?? [],
      iccs: type?.iccs ?? '',
      attempted: attemptOf(type?.attempted ?? null),
      eido: type?.eido ?? '',
      priority: type?.priority ?? 3,
      origin: type?.origin ?? ('reported' as const),
      requiredFields: (type?.requiredFields ?? []) as RequirableField[],
      active: type?.active ?? true,
      reason: '',
    },
    type?.version,
  );
  const { value, change, drop } = edit;
  const done = () => {
    drop();
    close();
  };
  const creating = useCommand(api.administration.createType, done);
  const changing = useCommand(api.administration.changeType, done);
  const { busy, problem } = type ? changing : creating;
  const { code, nameAr, nameEn, nameFr, aliases, priority, origin, requiredFields, active, reason } = value;
  const fields = {
    ...{ nameAr, nameEn, nameFr, aliases, priority, origin, requiredFields },
    iccs: value.iccs.trim() || null,
    eido: value.eido.trim().toUpperCase() || null,
    attempted: attempts[value.attempted],
  };
  const submit = () =>
    type
      ? changing.run({ ...fields, typeId: type.typeId, version: edit.version, active, reason })
      : creating.run({ ...fields, code: code.trim(), parentId: group?.typeId ?? null });
  const title = type
    ? say('changeTitle', { name: name(type) })
    : group
      ? say('newTypeIn', { name: name(group) })
      : say('newGroup');
  return (
    <FormDialog title={title} size="lg" close={close} edit={edit} submit={submit} busy={busy} problem={problem}>
      {!type && (
        <TextInput
          name="code"
          label={say('code')}
          description={say('codeStays')}
          dir="ltr"
          required
          maxLength={80}
          value={code}
          error={problem?.fields.code}
          onChange={(event) => change({ code: event.currentTarget.value })}
        />
      )}
      <NameFields value={{ nameAr, nameEn, nameFr }} change={change} problem={problem} />
      {!isGroup && (
        <>
          <TagsInput
            name="aliases"
            label={say('aliases')}
            description={say('aliasesHint')}
            maxTags={20}
            value={aliases}
            error={problem?.fields.aliases}
            onChange={(next) => change({ aliases: next })}
          />
          <div className="adm-pair">
            <TextInput
              name="iccs"
              label={say('iccs')}
              description={say('iccsHint')}
              dir="ltr"
              inputMode="numeric"
              maxLength={8}
              value={value.iccs}
              error={problem?.fields.iccs}
              onChange={(event) => change({ iccs: event.currentTarget.value })}
            />
            <Select
              name="attempted"
              label={say('attempted')}
              allowDeselect={false}
              data={(Object.keys(attempts) as Attempt[]).map((one) => ({ value: one, label: say(`attempt_${one}`) }))}
              value={value.attempted}
              onChange={(next) => next && change({ attempted: next as Attempt })}
            />
            <TextInput
              name="eido"
              label={say('eido')}
              dir="ltr"
              maxLength={20}
              value={value.eido}
              error={problem?.fields.eido}
              onChange={(event) => change({ eido: event.currentTarget.value })}
            />
            <Select
              name="origin"
              label={say('origin')}
              allowDeselect={false}
              data={(['reported', 'police_initiated'] as const).map((one) => ({
                value: one,
                label: say(`origin_${one}`),
              }))}
              value={origin}
              onChange={(next) => next && change({ origin: next as KeptType['origin'] })}
            />
          </div>
          <div className="ref-field">
            <span aria-hidden>{say('priority')}</span>
            <SegmentedControl
              aria-label={say('priority')}
              data={['1', '2', '3', '4']}
              value={String(priority)}
              onChange={(next) => change({ priority: Number(next) })}
            />
          </div>
          <Checkbox.Group
            label={say('required')}
            value={requiredFields}
            onChange={(next) => change({ requiredFields: next as RequirableField[] })}
          >
            <Group gap="lg" mt={4}>
              {requirableFields.map((field) => (
                <Checkbox key={field} size="xs" value={field} label={say(`field_${field}`)} />
              ))}
            </Group>
          </Checkbox.Group>
        </>
      )}
      {type && (
        <>
          <Switch
            size="xs"
            label={say('inUse')}
            description={say('inUseHint')}
            checked={active}
            error={problem?.fields.active}
            onChange={(event) => change({ active: event.currentTarget.checked })}
          />
          <ReasonField value={reason} change={(text) => change({ reason: text })} problem={problem} />
          <TypeHistory type={type} />
        </>
      )}
    </FormDialog>
  );
}
