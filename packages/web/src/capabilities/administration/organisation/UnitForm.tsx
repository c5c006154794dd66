import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { childKinds, type UnitKind } from '@marsad/contract/administration/units/unit-kinds.ts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/api.ts';
import { useDraft } from '../../../platform/offline/use-draft.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { DayField, NameFields, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
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
  const { session } = useSession();
  const draft = useDraft(unit ? `unit-change:${unit.unitId}` : `unit-new:${parent?.unitId}`, session.person.personId, {
    kind: unit?.kind ?? kinds[0] ?? ('station' as UnitKind),
    code: parent && kinds[0] === 'station' ? `${parent.code}-` : '',
    nameAr: unit?.nameAr ?? '',
    nameEn: unit?.nameEn ?? '',
    nameFr: unit?.nameFr ?? '',
    population: unit?.population ?? (null as number | null),
    typeCodes: unit?.typeCodes ?? ([] as string[]),
    from: todayIn((unit ?? parent)?.timeZone ?? 'UTC'),
    reason: '',
  });
  const { kind, code, nameAr, nameEn, nameFr, population, typeCodes, from, reason } = draft.value;
  const creating = useCommand(api.administration.createUnit, ({ unitId }) => {
    draft.drop();
    made?.(unitId);
  });
  const changing = useCommand(api.administration.changeUnit, () => {
    draft.drop();
    close();
  });
  const { busy, problem } = unit ? changing : creating;
  const fields = { nameAr, nameEn, nameFr, population, typeCodes };
  const submit = () =>
    unit
      ? changing.run({ ...fields, unitId: unit.unitId, reason })
      : creating.run({
          ...fields,
          kind: kind as Exclude<UnitKind, 'force'>,
          code: code.trim().toUpperCase(),
          parentId: parent?.unitId ?? 0,
          validFrom: from,
        });
  const what = unit ? say('changeTitle', { name: name(unit) }) : say('newUnit', { name: parent ? name(parent) : '' });
  return (
    <FormDialog title={what} close={close} drop={draft.drop} submit={submit} busy={busy} problem={problem}>
      {!unit && (
        <div className="adm-pair">
          <Select
            name="kind"
            label={say('kind')}
            data={kinds.map((one) => ({ value: one, label: kindWord(one) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => value && draft.change({ kind: value as UnitKind })}
          />
          <TextInput
            name="code"
            label={say('code')}
            dir="ltr"
            required
            maxLength={12}
            value={code}
            error={problem?.fields.code}
            onChange={(event) => draft.change({ code: event.currentTarget.value })}
          />
        </div>
      )}
      <NameFields value={{ nameAr, nameEn, nameFr }} change={draft.change} problem={problem} />
      <div className="adm-pair">
        <NumberInput
          name="population"
          label={say('population')}
          min={0}
          allowDecimal={false}
          hideControls
          value={population ?? ''}
          error={problem?.fields.population}
          onChange={(value) => draft.change({ population: typeof value === 'number' ? value : null })}
        />
        {!unit && (
          <DayField
            label={say('firstDay')}
            name="validFrom"
            value={from}
            change={(day) => draft.change({ from: day })}
            problem={problem}
          />
        )}
      </div>
      {kind === 'department' && (
        <TypesField
          value={typeCodes}
          change={(codes) => draft.change({ typeCodes: codes })}
          error={problem?.fields.typeCodes}
        />
      )}
      {unit && <ReasonField value={reason} change={(text) => draft.change({ reason: text })} problem={problem} />}
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
