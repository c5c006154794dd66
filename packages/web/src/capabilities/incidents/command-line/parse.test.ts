import { expect, test } from 'vitest';
import { codeOf, parseLine } from './parse.ts';

test('the letters of the practised', () => {
  expect(parseLine('a M-12 #4512')).toEqual({ verb: 'assign', incident: '4512', words: ['M-12'], text: 'M-12' });
  expect(parseLine('s M-12 os')).toMatchObject({ verb: 'status', incident: null, words: ['M-12', 'os'] });
  expect(parseLine('n #4512 two persons,  on foot')).toMatchObject({
    verb: 'note',
    incident: '4512',
    text: 'two persons, on foot',
  });
  expect(parseLine('c #TRI-26-004512 report')).toMatchObject({
    verb: 'close',
    incident: 'tri26004512',
    text: 'report',
  });
  expect(parseLine('h 30 waits for the owner')).toMatchObject({
    verb: 'hold',
    words: ['30', 'waits', 'for', 'the', 'owner'],
  });
  expect(parseLine('a ')).toMatchObject({ verb: 'assign', words: [] });
});

test('the same in words, and on an Arabic keyboard left as it is', () => {
  expect(parseLine('engager M-12')?.verb).toBe('assign');
  expect(parseLine('كلّف M-12')?.verb).toBe('assign');
  expect(parseLine('ملاحظه نص')?.verb).toBe('note');
  expect(parseLine('ش ة-12 #٤٥١٢')).toMatchObject({ verb: 'assign', incident: '4512', words: ['ة-12'] });
  expect(codeOf('ة-12')).toBe('m12');
  expect(codeOf('خس')).toBe('os');
  // The key of B writes two letters.
  expect(codeOf('لا12')).toBe('b12');
  expect(codeOf('\uFEFB7')).toBe('b7');
});

test('what is no command is searched for', () => {
  for (const line of ['', '   ', 'a', 'fight', 'سرقة محل', 'M-12', '#4512', 'annex road'])
    expect(parseLine(line), line).toBeNull();
});
