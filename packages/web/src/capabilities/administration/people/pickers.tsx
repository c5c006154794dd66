import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { useMemo } from 'react';
import { useText } from '../../../platform/text.ts';
import { useFormWords } from '../forms/words.ts';
import { useNamedUnits } from '../organisation/use-units.ts';
import { useRoles } from '../use-roles.ts';

interface PickerProps {
  label: string;
  name: string;
  placeholder: string;
  value: string;
  change(value: string): void;
  error?: string | undefined;
  required?: boolean;
  /** A filter may be emptied again. */
  clearable?: boolean;
}

const mostShown = 60;

/** A unit that stands, found by words of any of its three names or its code. */
export function UnitPicker({ change, value, ...rest }: PickerProps) {
  const { name, language } = useText();
  const { say } = useFormWords();
  const units = useNamedUnits();
  const { data, texts } = useMemo(() => {
    const standing = [...units.values()].filter((unit) => !unit.ended);
    return {
      data: standing
        .map((unit) => ({ value: String(unit.unitId), label: `${name(unit)} (${unit.code})` }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
      texts: new Map(
        standing.map((unit) => [
          String(unit.unitId),
          normaliseForSearch([unit.code, unit.nameAr, unit.nameEn, unit.nameFr].join(' ')),
        ]),
      ),
    };
  }, [units, name, language]);
  // What was chosen stands in the field: only what is typed beside it narrows the list.
  const chosen = data.find((one) => one.value === value)?.label;
  const filter: OptionsFilter = ({ options, search, limit }) => {
    const words = search === chosen ? [] : normaliseForSearch(search).split(' ').filter(Boolean);
    return (options as ComboboxItem[])
      .filter((option) => words.every((word) => texts.get(option.value)?.includes(word)))
      .slice(0, limit);
  };
  return (
    <Select
      {...rest}
      searchable
      data={data}
      filter={filter}
      limit={mostShown}
      nothingFoundMessage={say('nothing')}
      value={value === '' ? null : value}
      onChange={(next) => change(next ?? '')}
      clearButtonProps={{ 'aria-label': say('empty') }}
    />
  );
}

/** A role in use. */
export function RolePicker({ change, value, ...rest }: PickerProps) {
  const { name, language } = useText();
  const { say } = useFormWords();
  const roles = useRoles();
  const offered = (roles.data?.roles ?? []).filter((role) => role.active || String(role.roleId) === value);
  return (
    <Select
      {...rest}
      searchable
      data={offered
        .map((role) => ({ value: String(role.roleId), label: name(role) }))
        .sort((a, b) => a.label.localeCompare(b.label, language))}
      nothingFoundMessage={say('nothing')}
      value={value === '' ? null : value}
      onChange={(next) => change(next ?? '')}
      clearButtonProps={{ 'aria-label': say('empty') }}
    />
  );
}
