import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { childKinds, type UnitKind } from '@marsad/contract/administration/units/unit-kinds.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../platform/api.ts';
import { useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { DayField, NameFields, ReasonField } from '../forms/fields.tsx';
import { useCommand } from '../forms/use-command.ts';
import { useKindWords } from '../words.ts';
import type { UnitRead } from './UnitDetail.tsx';
import { useOrganisationWords } from './words.ts';

type Unit = UnitRead['unit'];

interface UnitFormProps {
  /** The unit to change; absent for a new one under `parent`. */
  unit?: Unit;
  parent?: Unit;
  close(): void;
  made?(unitId: number): void;
}

/** A new unit under another, or a change of one. */
export function UnitForm({ unit, parent, close, made }: UnitFormProps) {
  const { say } = useOrganisationWords();
  const { say: kindWord } = useKindWords();
  const { name } = useText();
  const kinds = parent ? childKinds(parent.kind) : [];
  const [kind, setKind] = useState<UnitKind>(unit?.kind ?? kinds[0] ?? 'station');
  const [code, setCode] = useState(parent && kinds[0] === 'station' ? `${parent.code}-` : '');
  const [names, setNames] = useState({
    nameAr: unit?.nameAr ?? '',
    nameEn: unit?.nameEn ?? '',
    nameFr: unit?.nameFr ?? '',
  });
  const [population, setPopulation] = useState<number | null>(unit?.population ?? null);
  const [typeCodes, setTypeCodes] = useState<string[]>(unit?.typeCodes ?? []);
  const [from, setFrom] = useState(() => todayIn((unit ?? parent)?.timeZone ?? 'UTC'));
  const [reason, setReason] = useState('');
  const creating = useCommand(api.administration.createUnit, ({ unitId }) => {
    close();
    made?.(unitId);
  });
  const changing = useCommand(api.administration.changeUnit, close);
  const { busy, problem } = unit ? changing : creating;
  const fields = { ...names, population, typeCodes };
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
    <FormDialog title={what} close={close} submit={submit} busy={busy} problem={problem}>
      {!unit && (
        <div className="adm-pair">
          <Select
            name="kind"
            label={say('kind')}
            data={kinds.map((one) => ({ value: one, label: kindWord(one) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => value && setKind(value as UnitKind)}
          />
          <TextInput
            name="code"
            label={say('code')}
            dir="ltr"
            required
            maxLength={12}
            value={code}
            error={problem?.fields.code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </div>
      )}
      <NameFields value={names} change={setNames} problem={problem} />
      <div className="adm-pair">
        <NumberInput
          name="population"
          label={say('population')}
          min={0}
          allowDecimal={false}
          hideControls
          value={population ?? ''}
          error={problem?.fields.population}
          onChange={(value) => setPopulation(typeof value === 'number' ? value : null)}
        />
        {!unit && <DayField label={say('firstDay')} name="validFrom" value={from} change={setFrom} problem={problem} />}
      </div>
      {kind === 'department' && (
        <TypesField value={typeCodes} change={setTypeCodes} error={problem?.fields.typeCodes} />
      )}
      {unit && <ReasonField value={reason} change={setReason} problem={problem} />}
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
