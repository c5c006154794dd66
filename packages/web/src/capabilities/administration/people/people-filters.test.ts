import { expect, test } from 'vitest';
import { askedOf, readQuestion, writeQuestion } from './people-filters.ts';

test('the address holds the question and nothing that goes without saying', () => {
  const text = 'find=%D8%A3%D8%B4%D9%82%D8%B1&unit=12&role=3&state=ended';
  const question = readQuestion(new URLSearchParams(text));
  expect(question).toEqual({ find: 'أشقر', unit: '12', role: '3', state: 'ended' });
  expect(String(writeQuestion(question))).toBe(text);
  expect(askedOf(question)).toEqual({ search: 'أشقر', unitId: 12, roleId: 3, state: 'ended' });
  expect(String(writeQuestion(readQuestion(new URLSearchParams('state=active'))))).toBe('');
});

test('an address written by hand breaks nothing', () => {
  const question = readQuestion(new URLSearchParams(`unit=x&role=-1&state=gone&find=${'a'.repeat(300)}`));
  expect(question).toEqual({ find: 'a'.repeat(100), unit: '', role: '', state: 'active' });
  expect(askedOf({ ...question, find: '  ' })).toEqual({ state: 'active' });
});
