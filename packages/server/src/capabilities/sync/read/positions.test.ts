import { importMapping } from '@marsad/contract/sync/mapping.ts';
import { expect, test } from 'vitest';
import { compileMapping } from './compile-mapping.ts';

const mapping = {
  name: 'invented',
  rowIs: 'incident',
  timeZone: 'Asia/Beirut',
  dateFormat: 'YYYY-MM-DD HH:mm',
  force: { code: 'INV', nameAr: 'م', nameEn: 'i', nameFr: 'i', timeZone: 'Asia/Beirut', bounds: [35, 33, 37, 34.7] },
  room: { otherwise: 'R' },
  key: ['id'],
  origin: 'reported',
  type: { otherwise: 'unclassified.imported' },
  priority: { otherwise: 3 },
  clocks: { created: 'at' },
};
const heading = ['id', 'at', 'x', 'y', '(geometry)'];
function positionOf(position: object, x: string, y = '', more = {}): unknown {
  const read = compileMapping(importMapping.parse({ ...mapping, position, ...more }), heading, new Date('2026-01-01'));
  const draft = read.read(['1', '2024-01-05 10:00', x, y, x]);
  return [draft.longitude, draft.latitude];
}
const decimal = { kind: 'decimal', longitude: 'x', latitude: 'y' };
const pointText = { kind: 'point_text', column: 'x' };
const geometry = { kind: 'geometry' };

test.each([
  ['a point', decimal, '35.5', '33.9'],
  ['decimal commas', decimal, '35,5', '33,9'],
  ['Arabic digits and the Arabic decimal mark', decimal, '٣٥٫٥', '٣٣٫٩'],
  ['Persian digits', decimal, '۳۵٫۵', '۳۳٫۹'],
  ['(lat, lon)', pointText, '(33.9, 35.5)', ''],
  ['(lat, lon) in Arabic', pointText, '(٣٣٫٩، ٣٥٫٥)', ''],
  ['a feature’s point', geometry, '35.5 33.9', ''],
])('reads %s', (_name, position, x, y) => {
  expect(positionOf(position, x, y)).toEqual([35.5, 33.9]);
});

// Reference: EPSG:22770 (Deir ez Zor / Syria Lambert) has its false origin 300000, 300000 at 37.35 E, 34.65 N.
test('reads projected metres by the definition written out', () => {
  const definition =
    '+proj=lcc +lat_1=34.65 +lat_0=34.65 +lon_0=37.35 +k_0=0.9996256 +x_0=300000 +y_0=300000 +a=6378249.2 +b=6356515 +units=m +no_defs';
  const found = positionOf({ kind: 'projected', x: 'x', y: 'y', definition }, '300000', '299000', {
    force: { ...mapping.force, bounds: [35, 33, 38, 35] },
  }) as number[];
  expect(found[0]).toBeCloseTo(37.35, 6);
  // A kilometre of latitude is some 0.009 degrees.
  expect(found[1]).toBeCloseTo(34.65 - 0.009, 3);
});

test.each([
  ['zero', decimal, '0', '0', 'position.zero'],
  ['swapped', decimal, '33.9', '35.5', 'position.swapped'],
  ['swapped in text', pointText, '(35.5, 33.9)', '', 'position.swapped'],
  ['outside', decimal, '2.35', '48.85', 'place.outside_force'],
  ['half a position', decimal, '35.5', '', 'position.format'],
  ['words', decimal, 'east', '33.9', 'position.format'],
  ['thousands and decimals', decimal, '1,035,5', '33.9', 'position.format'],
  ['hexadecimal', decimal, '0x23', '33.9', 'position.format'],
  ['another geometry', geometry, 'Polygon', '', 'position.format'],
])('%s is refused with its reason', (_name, position, x, y, reason) => {
  expect(() => positionOf(position, x, y)).toThrowError(expect.objectContaining({ reason }));
});

test('no position is none; (0, 0) is none where the mapping says so', () => {
  expect(positionOf(decimal, '', '')).toEqual([null, null]);
  expect(positionOf(decimal, '0.0', '0', { zeroIsUnknown: true })).toEqual([null, null]);
});

test('an unknown projection, a column that is twice there and one that is not are faults of the whole', () => {
  const projected = (definition: string) => ({ kind: 'projected', x: 'x', y: 'y', definition });
  expect(() => positionOf(projected('EPSG:99999999'), '1', '1')).toThrowError(
    expect.objectContaining({ reason: 'file.projection' }),
  );
  const parsed = importMapping.parse(mapping);
  const now = new Date();
  expect(() => compileMapping(parsed, ['id', 'at', 'id'], now)).toThrowError(
    expect.objectContaining({ reason: 'file.column_twice' }),
  );
  expect(() => compileMapping(parsed, ['id'], now)).toThrowError(
    expect.objectContaining({ reason: 'file.column_missing' }),
  );
});

test.each([
  ['before 1900', ['1', '1899-12-31 10:00'], 'time.past'],
  ['in the future', ['1', '2026-01-02 10:00'], 'time.future'],
  ['letters that were read wrongly', ['a\uFFFDb', '2024-01-05 10:00'], 'text.unreadable'],
  ['a zero byte', ['a\0b', '2024-01-05 10:00'], 'text.forbidden_characters'],
  ['text turned round', ['a\u202Eb', '2024-01-05 10:00'], 'text.forbidden_characters'],
])('%s is refused with its reason', (_name, cells, reason) => {
  const compiled = compileMapping(importMapping.parse(mapping), ['id', 'at'], new Date('2026-01-01'));
  expect(() => compiled.read(cells)).toThrowError(expect.objectContaining({ reason }));
});
