import { expect, test } from 'vitest';
import type { Waiting } from '../../../platform/offline/database.ts';
import { emptyCaller, inputOf, keptPlace, type Typed, timesOf, typedOf } from './typed.ts';

const zone = 'Asia/Beirut';
const now = Date.parse('2026-07-15T09:00:00Z');
const typed: Typed = {
  incidentId: 'i',
  type: 'Fight',
  place: 'el mina, port',
  what: '',
  openedAt: '2026-07-15T08:59:30Z',
};
const chosen = { placeId: 7, label: 'الميناء', longitude: 35.8, latitude: 34.4, radiusMetres: 500, forText: 'el mina' };

test('a chosen place stays while the text grows, and goes with the text', () => {
  expect(keptPlace(chosen, 'el mina, port')).toBe(chosen);
  expect(keptPlace(chosen, 'el min')).toBeUndefined();
  expect(keptPlace({ ...chosen, forText: '' }, ' ')).toBeUndefined();
});

test('no place chosen, no position: coordinates, source and radius go together or not at all', () => {
  const times = timesOf(typed, zone, now);
  expect(inputOf(typed, emptyCaller(), 1, 2, times)).toEqual({
    incidentId: 'i',
    roomId: 1,
    typeId: 2,
    placeText: 'el mina, port',
    narrative: '',
    channel: 'telephone',
    occurredFrom: '2026-07-15T08:59:30Z',
  });
  expect(inputOf({ ...typed, chosen }, emptyCaller(), 1, 2, times)).toMatchObject({
    placeId: 7,
    positionSource: 'gazetteer',
    radiusMetres: 500,
  });
});

test.each([
  [{ when: 'earlier', from: '2026-07-14T22:00', to: '2026-07-15T07:00' }, null],
  [{ when: 'earlier', from: '', to: '' }, 'times'],
  [{ when: 'earlier', from: '2026-07-15T13:00' }, 'times'],
  [{ when: 'earlier', from: '2026-07-15T07:00', to: '2026-07-14T22:00' }, 'times'],
  [{ when: 'unknown' }, null],
  [{ scheduledFor: '2026-07-15T11:00' }, 'scheduled'],
  [{ scheduledFor: '2026-07-15T13:00' }, null],
] as const)('times %o: %s', (more, wrong) => {
  expect(timesOf({ ...typed, ...more }, zone, now).wrong).toBe(wrong);
});

test('what was refused comes back whole', () => {
  const full: Typed = {
    ...typed,
    chosen,
    priority: 1,
    channel: 'radio',
    when: 'earlier',
    from: '2026-07-14T22:00',
    to: '2026-07-15T07:00',
  };
  const caller = { involvedId: 'p', name: 'Rana', telephone: '03 123' };
  const input = inputOf(full, caller, 1, 2, timesOf(full, zone, now));
  const back = typedOf({ input } as unknown as Waiting, 'Fight', zone);
  expect(inputOf(back.typed, back.caller, 1, 2, timesOf(back.typed, zone, now))).toEqual(input);
});
