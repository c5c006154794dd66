import { type ComboboxItem, MultiSelect } from '@mantine/core';
import { findsAll } from '../../../platform/palette/sources.ts';
import type { OptionGroup } from './options.ts';

interface Props {
  label: string;
  options: readonly OptionGroup[] | readonly { value: string; label: string }[];
  chosen: readonly string[];
  most: number;
  choose(values: string[]): void;
}

type Parsed = ComboboxItem | { group: string; items: ComboboxItem[] };

const fits = (item: ComboboxItem, search: string): boolean => findsAll(search, [item.label, item.value]);

/** What fits the words; a group whose name does keeps all it holds. */
function narrowed(all: readonly Parsed[], search: string): Parsed[] {
  return all.flatMap((one): Parsed[] => {
    if (!('items' in one)) return fits(one, search) ? [one] : [];
    const items = findsAll(search, [one.group]) ? one.items : one.items.filter((item) => fits(item, search));
    return items.length > 0 ? [{ ...one, items }] : [];
  });
}

/** Several values of one condition, found by typing however their letters are written. */
export function Chosen({ label, options, chosen, most, choose }: Props) {
  return (
    <MultiSelect
      label={label}
      size="sm"
      searchable
      clearable
      hidePickedOptions
      maxValues={most}
      data={options as OptionGroup[]}
      value={[...chosen]}
      onChange={choose}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      filter={({ options: all, search }) => narrowed(all as Parsed[], search)}
    />
  );
}
