import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chooseArabicName, scriptOf } from './arabic-names.ts';
import { type GeoNamesPlace, newGeoNamesTally, readGeoNames } from './read-geonames.ts';

const repositoryRoot = join(import.meta.dirname, '../../../../../..');
const dump = join(process.env.MARSAD_SHARED ?? join(repositoryRoot, '../shared'), 'data/lebanon/geonames-LB.txt.gz');

function row(changes: Record<number, string> = {}): string {
  const columns = ['7', 'Aïn Wahmiyé', 'Ain Wahmiye', 'Ain Wahmiye,عين وهمیە,عين وهميه,عين وهمية,Айн', '33.5', '35.6'];
  columns.push('P', 'PPL', 'LB', '', '05', '', '', '', '1200', '', '300', 'Asia/Beirut', '2020-01-01');
  for (const [index, value] of Object.entries(changes)) columns[Number(index)] = value;
  return columns.join('\t');
}

async function readAll(text: string | Buffer, chunkSize = 1 << 16) {
  const bytes = Buffer.from(text as string);
  const chunks: Buffer[] = [];
  for (let i = 0; i < bytes.length; i += chunkSize) chunks.push(bytes.subarray(i, i + chunkSize));
  const tally = newGeoNamesTally();
  const places: GeoNamesPlace[] = [];
  for await (const place of readGeoNames(chunks, tally)) places.push(place);
  return { places, tally };
}

test('a line becomes a place with its Arabic name chosen and the other names as aliases', async () => {
  const { places, tally } = await readAll(row());
  expect(places).toEqual([
    {
      sourceId: '7',
      nameAr: 'عين وهمية',
      nameEn: 'Aïn Wahmiyé',
      aliases: [{ name: 'Ain Wahmiye' }, { name: 'عين وهمیە' }, { name: 'عين وهميه', lang: 'ar' }],
      longitude: 35.6,
      latitude: 33.5,
      featureClass: 'P',
      featureCode: 'PPL',
      population: 1200,
      admin1: '05',
    },
  ]);
  expect(tally).toMatchObject({ lines: 1, kept: 1, refused: 0 });
});

test.each([1, 2, 7, 100_000])('plain and gzip, in pieces of %i bytes, read alike', async (size) => {
  const text = `\uFEFF${row()}\r\n\n${row({ 0: '8', 1: 'Two\u2028Parts' })}\n`;
  const plain = await readAll(text, size);
  const packed = await readAll(gzipSync(text), size);
  expect(plain.places.map((place) => place.nameEn)).toEqual(['Aïn Wahmiyé', 'Two\u2028Parts']);
  expect(packed).toEqual(plain);
});

test('bad lines are refused with number and reason, the rest is read', async () => {
  const lines = [
    row(),
    'not a place',
    row({ 0: 'x' }),
    row({ 0: '9', 4: '' }),
    row({ 0: '10', 5: '181' }),
    row({ 0: '11', 14: '-4' }),
    row({ 0: '12', 1: '', 2: '' }),
    row(),
    row({ 0: '13', 6: 'U', 7: 'RDGU' }),
    row({ 0: '14' }),
  ];
  const { places, tally } = await readAll(lines.join('\n'));
  expect(places.map((place) => place.sourceId)).toEqual(['7', '14']);
  expect(tally).toMatchObject({ lines: 10, kept: 2, leftOut: 1, refused: 7 });
  expect(tally.refusals.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  expect(tally.refusals.map(({ reason }) => reason).join('\n')).toMatch(
    /19 columns.*got 1;.*geonameid.*latitude.*longitude.*181.*inhabitants.*name in column 2.*got 7 again/s,
  );
});

test('bytes that are not UTF-8 are refused, not guessed', async () => {
  const bytes = Buffer.concat([Buffer.from('7\tA'), Buffer.from([0xe9]), Buffer.from('\tx\n')]);
  const { tally } = await readAll(bytes);
  expect(tally.refusals).toEqual([{ line: 1, reason: expect.stringContaining('UTF-8') }]);
});

test('alphabets are told apart and a plain Arabic name is preferred', () => {
  expect(scriptOf('زحلة')).toBe('ar');
  expect(scriptOf('زحلہ')).toBe('arabic-script');
  expect(scriptOf('بەیرووت')).toBe('arabic-script');
  expect(scriptOf('‘Ayn')).toBe('latin');
  expect(scriptOf('Захла')).toBe('other');
  expect(chooseArabicName(['Zahle', 'زحله، لبنان', 'زحله', 'زحلة'])).toBe('زحلة');
  expect(chooseArabicName(['پل', 'ژاله'])).toBeUndefined();
});

test.skipIf(!existsSync(dump))('the country dump of Lebanon reads whole (skips without MARSAD_SHARED)', async () => {
  const tally = newGeoNamesTally();
  let arabic = 0;
  let outside = 0;
  for await (const place of readGeoNames(createReadStream(dump), tally)) {
    if (place.nameAr) arabic += 1;
    if (place.longitude < 35 || place.longitude > 36.7 || place.latitude < 33 || place.latitude > 34.8) outside += 1;
  }
  expect(tally.lines).toBe(24_597);
  expect(tally.refusals).toEqual([]);
  expect(tally.kept + tally.leftOut).toBe(24_597);
  expect(tally.kept).toBeGreaterThan(15_000);
  expect(arabic).toBeGreaterThan(8_000);
  expect(outside).toBeLessThan(tally.kept / 100);
});
