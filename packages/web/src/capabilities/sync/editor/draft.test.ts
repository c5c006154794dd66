import { expect, test } from 'vitest';
import { mappingOf, nameFrom, startFrom } from './draft.ts';

test('a file’s name becomes a mapping’s name', () => {
  expect(nameFrom('Calls 2020-04.CSV.gz')).toBe('calls-2020-04');
  expect(nameFrom('سجل.xlsx')).toBe('new-mapping');
});

test('what is empty is absent, and a unit’s columns go only with rows of units', () => {
  const draft = { ...startFrom({ key: ['id'], callSign: 'unit' }, 'Asia/Beirut'), encoding: undefined, sheet: '' };
  const mapping = mappingOf(draft, 'try');
  expect(mapping).toMatchObject({ name: 'try', key: ['id'], empty: [], timeZone: 'Asia/Beirut' });
  expect(Object.keys(mapping)).not.toContain('sheet');
  expect(Object.keys(mapping)).not.toContain('response');
  expect(mappingOf({ ...draft, rowIs: 'unit_response' }, 'try').response).toMatchObject({ callSign: 'unit' });
});
