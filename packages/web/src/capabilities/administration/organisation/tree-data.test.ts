import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';
import { expect, test } from 'vitest';
import { type Branch, branchesOf, countFound, unitsAbove } from './tree-data.ts';

const unit = (unitId: number, kind: TreeUnit['kind'], code: string, parentId: number | null, more = {}): TreeUnit => ({
  unitId,
  kind,
  code,
  nameAr: `وحدة ${code}`,
  nameEn: `Unit ${code}`,
  nameFr: `Unité ${code}`,
  parentId,
  forceId: 1,
  validFrom: '2020-01-01',
  validTo: null,
  ended: false,
  hasArea: false,
  ...more,
});
const units = [
  unit(6, 'station', 'TRI-2', 4, { ended: true, validTo: '2024-01-01' }),
  unit(5, 'station', 'TRI-1', 4, { nameAr: 'مخفر الميناء', nameEn: 'Mina station' }),
  unit(4, 'operations_room', 'TRI', 3),
  unit(7, 'department', 'D-TRF', 1),
  unit(3, 'command_centre', 'C-N', 1),
  unit(1, 'force', 'PRA', null),
];
const all = { words: '', kind: '', withEnded: false };
const codes = (branches: readonly Branch[]): unknown[] =>
  branches.map((one) => (one.children.length > 0 ? [one.unit.code, ...codes(one.children)] : one.unit.code));

test('units stand under their parents, by kind and code; ended ones only when asked for', () => {
  expect(codes(branchesOf(units, all))).toEqual([['PRA', ['C-N', ['TRI', 'TRI-1']], 'D-TRF']]);
  expect(codes(branchesOf(units, { ...all, withEnded: true }))).toEqual([
    ['PRA', ['C-N', ['TRI', 'TRI-1', 'TRI-2']], 'D-TRF'],
  ]);
});

test('each branch counts what stands under it', () => {
  const [force] = branchesOf(units, all);
  expect(force?.below).toBe(4);
  expect(force?.children[0]?.below).toBe(2);
  expect(countFound(branchesOf(units, all))).toBe(5);
});

test('words find in any language and however letters are written, and keep what is above', () => {
  for (const words of ['mina', 'الميناء', 'TRI-1 mina', 'مخفر المينا']) {
    const found = branchesOf(units, { ...all, words });
    expect(codes(found), words).toEqual([['PRA', ['C-N', ['TRI', 'TRI-1']]]]);
    expect(countFound(found)).toBe(1);
  }
  expect(branchesOf(units, { ...all, words: 'nowhere' })).toEqual([]);
});

test('a kind alone, with what is above it', () => {
  const found = branchesOf(units, { ...all, kind: 'department' });
  expect(codes(found)).toEqual([['PRA', 'D-TRF']]);
  expect(countFound(found)).toBe(1);
});

test('a part of the tree whose top is out of reach begins with what is known', () => {
  const part = units.filter((one) => one.unitId !== 1 && one.unitId !== 7);
  expect(codes(branchesOf(part, all))).toEqual([['C-N', ['TRI', 'TRI-1']]]);
});

test('above a unit stand its parents from the root; a loop ends', () => {
  const byId = new Map(units.map((one) => [one.unitId, one]));
  expect(unitsAbove(byId, 5).map((one) => one.code)).toEqual(['PRA', 'C-N', 'TRI']);
  expect(unitsAbove(byId, null)).toEqual([]);
  const loop = new Map([unit(1, 'station', 'A', 2), unit(2, 'station', 'B', 1)].map((one) => [one.unitId, one]));
  expect(unitsAbove(loop, 1).map((one) => one.code)).toEqual(['A', 'B']);
});
