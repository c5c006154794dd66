import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFilters, writeFilters } from './overview-filters.ts';

test('an empty or spoilt address is the last 52 weeks of everything', () => {
  const all = { from: '2025-11-25', to: '2026-11-24' };
  expect(readFilters('', '2026-11-24')).toEqual(all);
  expect(readFilters('?from=yesterday&to=2026-99-99&unit=x,-1&priority=9&origin=all&type=<b>', '2026-11-24')).toEqual(
    all,
  );
});

test('what is written to the address is read back the same', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const some = <T>(one: fc.Arbitrary<T>) =>
    fc.option(fc.array(one, { minLength: 1, maxLength: 4 }), { nil: undefined });
  fc.assert(
    fc.property(
      day,
      day,
      some(fc.integer({ min: 1, max: 9999 })),
      some(fc.constantFrom('theft', 'theft.vehicle', 'medical.cardiac_2')),
      some(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)),
      fc.constantFrom('reported' as const, 'police_initiated' as const, undefined),
      (from, to, units, typeCodes, priorities, origin) => {
        const filters = JSON.parse(JSON.stringify({ from, to, units, typeCodes, priorities, origin }));
        expect(readFilters(writeFilters(filters), '2026-11-24')).toEqual(filters);
      },
    ),
  );
});
