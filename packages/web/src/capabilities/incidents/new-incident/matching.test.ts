import { expect, test } from 'vitest';
import type { TypeView } from '../reference.ts';
import { matching } from './matching.ts';

const type = (typeId: number, aliases: string[], nameAr: string, nameEn: string, nameFr: string) =>
  ({ typeId, aliases, nameAr, nameEn, nameFr, selectable: true, active: true }) as unknown as TypeView;
const types = [
  type(1, ['FGT'], 'شجار', 'Fight', 'Rixe'),
  type(2, ['BRG'], 'سرقة بالخلع', 'Burglary', 'Cambriolage'),
  type(3, ['TRF'], 'حادث سير', 'Traffic accident', 'Accident de la route'),
];
const found = (words: string) => matching(types, words).map((one) => one.typeId);

test('a code counts on an Arabic keyboard left as it is, whole or begun', () => {
  expect(found('FGT')).toEqual([1]);
  expect(found('بلف')).toEqual([1]);
  expect(found('لاقل')).toEqual([2]);
  expect(found('لاق')).toEqual([2]);
});

test('words of any language go before codes, and what says nothing finds nothing', () => {
  expect(found('سير')).toEqual([3]);
  expect(found('route')).toEqual([3]);
  expect(found('  ')).toEqual([]);
  expect(found('-')).toEqual([]);
});
