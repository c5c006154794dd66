import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { childKinds, type UnitKind } from '@marsad/contract/administration/units/unit-kinds.ts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { DayField, NameFields, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useEdit } from '../forms/use-edit.ts';
import { useKindWords } from '../words.ts';
import type { UnitRead } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

type Unit = UnitRead['unit'];

interface UnitFormProps {
  /** The unit to change; absent for a new one under `parent`. */
  unit?: Unit;
  parent?: Unit;
  close(): void;
  /** Called with the new unit instead of `close`. */
  made?(unitId: number): void;
}

/** A new unit under another, or a change of one. */
export function UnitForm({ unit, parent, close, made }: UnitFormProps) {
  const { say } = useOrganisationWords();
  const { say: kindWord } = useKindWords();
  const { name } = useText();
  const kinds = parent ? childKinds(parent.kind) : [];
  const edit = useEdit(
    unit ? `unit-change:${unit.unitId}` : `unit-new:${parent?.unitId}`,
    {
      kind: unit?.kind ?? kinds[0] ?? ('station' as UnitKind),
      code: parent && kinds[0] === 'station' ? `${parent.code}-` : '',
      nameAr: unit?.nameAr ?? '',
      nameEn: unit?.nameEn ?? '',
      nameFr: unit?.nameFr ?? '',
      population: unit?.population ?? (null as number | null),
      typeCodes: unit?.typeCodes ?? ([] as string[]),
      from: todayIn((unit ?? parent)?.timeZone ?? 'UTC'),
      reason: '',
    },
    unit?.version,
  );
  const { kind, code, nameAr, nameEn, nameFr, population, typeCodes, from, reason } = edit.value;
  const creating = useCommand(api.administration.createUnit, ({ unitId }) => {
    edit.drop();
    made?.(unitId);
  });
  const changing = useCommand(api.administration.changeUnit, () => {
    edit.drop();
    close();
  });
  const { busy, problem } = unit ? changing : creating;
  const fields = { nameAr, nameEn, nameFr, population, typeCodes };
  const submit = () =>
    unit
      ? changing.run({ ...fields, unitId: unit.unitId, version: edit.version, reason })
      : creating.run({
          ...fields,
          kind: kind as Exclude<UnitKind, 'force'>,
          code: code.trim().toUpperCase(),
          parentId: parent?.unitId ?? 0,
          validFrom: from,
        });
  const what = unit ? say('changeTitle', { name: name(unit) }) : say('newUnit', { name: parent ? name(parent) : '' });
  return (
    <FormDialog title={what} close={close} edit={edit} submit={submit} busy={busy} problem={problem}>
      {!unit && (
        <div className="adm-pair">
          <Select
            name="kind"
            label={say('kind')}
            data={kinds.map((one) => ({ value: one, label: kindWord(one) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => value && edit.change({ kind: value as UnitKind })}
          />
          <TextInput
            name="code"
            label={say('code')}
            dir="ltr"
            required
            maxLength={12}
            value={code}
            error={problem?.fields.code}
            onChange={(event) => edit.change({ code: event.currentTarget.value })}
          />
        </div>
      )}
      <NameFields value={{ nameAr, nameEn, nameFr }} change={edit.change} problem={problem} />
      <div className="adm-pair">
        <NumberInput
          name="population"
          label={say('population')}
          min={0}
          allowDecimal={false}
          hideControls
          value={population ?? ''}
          error={problem?.fields.population}
          onChange={(value) => edit.change({ population: typeof value === 'number' ? value : null })}
        />
        {!unit && (
          <DayField
            label={say('firstDay')}
            name="validFrom"
            value={from}
            change={(day) => edit.change({ from: day })}
            problem={problem}
          />
        )}
      </div>
      {kind === 'department' && (
        <TypesField
          value={typeCodes}
          change={(codes) => edit.change({ typeCodes: codes })}
          error={problem?.fields.typeCodes}
        />
      )}
      {unit && <ReasonField value={reason} change={(text) => edit.change({ reason: text })} problem={problem} />}
    </FormDialog>
  );
}

interface TypesFieldProps {
  value: string[];
  change(codes: string[]): void;
  error: string | undefined;
}

/** Incident types by code: a group stands for everything under it. */
export function TypesField({ value, change, error }: TypesFieldProps) {
  const { say } = useOrganisationWords();
  const { name } = useText();
  const { data } = useQuery({
    queryKey: ['administration', 'reference'],
    queryFn: () => api.administration.listReference(),
  });
  return (
    <MultiSelect
      name="typeCodes"
      label={say('types')}
      searchable
      clearable
      hidePickedOptions
      data={(data?.types ?? []).map((type) => ({ value: type.code, label: `${name(type)} (${type.code})` }))}
      value={value}
      error={error}
      onChange={change}
    />
  );
}
