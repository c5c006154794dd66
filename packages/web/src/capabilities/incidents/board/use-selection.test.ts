import { expect, test } from 'vitest';
import { readChosen, writeChosen } from './use-selection.ts';

const read = (search: string) => readChosen(new URLSearchParams(search));

test('what is chosen goes into the address and comes back', () => {
  const place = { name: 'الميناء', longitude: 35.8206, latitude: 34.45 };
  const chosen = { room: '12', incident: 'id', unit: 7, place };
  expect(readChosen(writeChosen(chosen))).toEqual(chosen);
  expect(writeChosen({ room: '12' }).toString()).toBe('room=12');
});

test('a crafted link chooses nothing', () => {
  for (const search of ['unit=-4', 'unit=x', 'place=a&at=999,1', 'place=a&at=1', 'place=&at=1,1', 'at=1,1'])
    expect(read(search)).toEqual({ room: null, incident: null, unit: null, place: null });
});
