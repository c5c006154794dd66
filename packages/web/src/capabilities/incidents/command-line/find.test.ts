import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { expect, test } from 'vitest';
import type { TypeView } from '../reference.ts';
import { incidentsFor, unitsFor } from './find.ts';

const rows = [
  { incidentId: 'one', number: 'TRI-26-004512', typeId: 1, placeText: 'ساحة التل' },
  { incidentId: 'two', number: null, typeId: 2, placeText: 'Port' },
] as unknown as BoardIncident[];
const types = [
  { typeId: 1, nameAr: 'شجار', nameEn: 'Fight', nameFr: 'Rixe', aliases: ['FGT'] },
  { typeId: 2, nameAr: 'سرقة', nameEn: 'Theft', nameFr: 'Vol', aliases: [] },
] as unknown as TypeView[];
const units = ['M-03', 'M-12', 'T-12'].map((callSign, patrolUnitId) => ({ callSign, patrolUnitId }) as BoardUnit);
const ids = (line: string) => incidentsFor(line, rows, types).map((row) => row.incidentId);
const signs = (line: string) => unitsFor(line, units).map((unit) => unit.callSign);

test('an incident by number, by words of any language, or by both; nothing typed finds all', () => {
  expect(ids('#4512')).toEqual(['one']);
  expect(ids('rixe ساحة')).toEqual(['one']);
  expect(ids('سرقه')).toEqual(['two']);
  expect(ids('')).toEqual(['one', 'two']);
});

test('a unit however its call sign is written; a number sign means an incident', () => {
  expect(signs('m12')).toEqual(['M-12']);
  expect(signs('ة-03')).toEqual(['M-03']);
  expect(signs('12')).toEqual(['M-12', 'T-12']);
  expect(signs('#12')).toEqual([]);
  expect(signs(' ')).toEqual([]);
});
