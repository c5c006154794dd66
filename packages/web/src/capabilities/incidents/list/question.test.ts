import { expect, test } from 'vitest';
import type { Reference } from '../reference.ts';
import { daysOf, filtersOf, readQuestion, usualColumns, withoutConditions, writeQuestion } from './question.ts';

const read = (text: string) => readQuestion(new URLSearchParams(text));
const reference = {
  types: [
    { typeId: 7, code: 'theft' },
    { typeId: 8, code: 'theft.vehicle' },
  ],
  dispositions: [{ dispositionId: 3, code: 'arrest' }],
} as unknown as Reference;

test('an address is read and written back as it was', () => {
  const text =
    'q=%D8%A3%D8%B1%D8%B2&period=dates&from=2026-03-01&to=2026-03-02&units=4%2C5&types=theft&origin=reported&status=open%2Cclosed&priority=1%2C2&disposition=arrest&order=oldest&columns=created%2Cnumber&open=x';
  expect(writeQuestion(read(text)).toString()).toBe(text);
  expect(writeQuestion(read('')).toString()).toBe('');
});

test('what makes no sense falls out of an address', () => {
  const question = read(
    'period=never&from=today&units=a,-1,2.5,9&status=lost,open&priority=0,9,4&origin=both&columns=none&order=x',
  );
  expect(question).toMatchObject({
    period: '',
    from: '',
    units: [9],
    statuses: ['open'],
    priorities: [4],
    origin: '',
    order: 'newest',
    columns: usualColumns,
  });
});

test('a period is whole days of the room, also where the clocks change in it', () => {
  // Beirut goes from UTC+2 to UTC+3 at midnight of 29 March 2026: the day begins at 01:00, where 00:00 never was.
  const dates = read('period=dates&from=2026-03-28&to=2026-03-28');
  expect(filtersOf(dates, reference, 'Asia/Beirut', '')).toEqual({
    from: '2026-03-27T22:00:00.000Z',
    to: '2026-03-28T22:00:00.000Z',
  });
  expect(filtersOf(read('period=today'), reference, 'Asia/Beirut', '2026-07-02')).toEqual({
    from: '2026-07-01T21:00:00.000Z',
  });
  expect(filtersOf(read('period=yesterday'), reference, 'Asia/Beirut', '2026-07-02')).toEqual({
    from: '2026-06-30T21:00:00.000Z',
    to: '2026-07-01T21:00:00.000Z',
  });
  expect(daysOf(read('period=days7'), '2026-03-03')).toEqual({ from: '2026-02-25', to: '' });
  expect(daysOf(read('from=2026-01-01'), '2026-03-03')).toEqual({ from: '', to: '' });
});

test('codes become ids; what the force does not know asks for nothing', () => {
  expect(
    filtersOf(read('types=theft,gone&disposition=arrest,gone&units=4&priority=1'), reference, 'UTC', '2026-03-03'),
  ).toEqual({
    typeIds: [7],
    dispositionIds: [3],
    unitIds: [4],
    priorities: [1],
  });
});

test('clearing the conditions keeps how the list is shown', () => {
  const question = withoutConditions(read('q=x&types=theft&order=oldest&columns=number&open=y'));
  expect(writeQuestion(question).toString()).toBe('order=oldest&columns=number&open=y');
});
