import type { KeptType } from '@marsad/contract/administration/reference/get-reference.ts';
import { expect, test } from 'vitest';
import { dispositionsOf, groupsOf } from './narrow.ts';

const type = (typeId: number, code: string, parentId: number | null, more: Partial<KeptType> = {}): KeptType => ({
  typeId,
  code,
  parentId,
  nameAr: 'نوع',
  nameEn: `Type ${code}`,
  nameFr: `Genre ${code}`,
  aliases: [],
  iccs: null,
  attempted: null,
  eido: null,
  priority: 3,
  origin: 'reported',
  requiredFields: [],
  selectable: parentId !== null,
  active: true,
  version: 1,
  ...more,
});
const types = [
  type(1, 'theft', null, { nameAr: 'سرقة' }),
  type(2, 'order', null),
  type(3, 'theft.vehicle', 1, { aliases: ['VEH'], iccs: '0502' }),
  type(4, 'theft.bike', 1, { nameAr: 'سرقة درّاجة' }),
  type(5, 'order.noise', 2, { active: false }),
];
const codes = (words: string, withOut = false) =>
  groupsOf(types, { words, withOut }).map(({ group, types: inside }) => [group.code, ...inside.map((one) => one.code)]);

test('types stand in their groups, by code; what is out of use when asked for', () => {
  expect(codes('')).toEqual([['order'], ['theft', 'theft.bike', 'theft.vehicle']]);
  expect(codes('', true)).toEqual([
    ['order', 'order.noise'],
    ['theft', 'theft.bike', 'theft.vehicle'],
  ]);
});

test('words find by name in any language, short word, code and ICCS; a group found shows what is in it', () => {
  expect(codes('veh')).toEqual([['theft', 'theft.vehicle']]);
  expect(codes('0502')).toEqual([['theft', 'theft.vehicle']]);
  expect(codes('دراجه')).toEqual([['theft', 'theft.bike']]);
  expect(codes('سرقة')).toEqual([['theft', 'theft.bike', 'theft.vehicle']]);
  expect(codes('nothing')).toEqual([]);
});

test('dispositions the same way', () => {
  const one = { dispositionId: 1, code: 'arrest', nameAr: 'توقيف', nameEn: 'Arrest', nameFr: 'Arrestation' };
  const all = [
    { ...one, offenceRecorded: true, version: 1, active: true },
    { ...one, code: 'gone', nameEn: 'Gone', offenceRecorded: false, version: 1, active: false },
  ];
  expect(dispositionsOf(all, { words: 'arr', withOut: true }).map((found) => found.code)).toEqual(['arrest', 'gone']);
  expect(dispositionsOf(all, { words: '', withOut: false }).map((found) => found.code)).toEqual(['arrest']);
});
