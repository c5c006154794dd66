import { expect, test } from 'vitest';
import { firstPassword, suggestedUserName } from './first-password.ts';

test('a first password is read from paper without a doubt, and no two are alike', () => {
  const made = Array.from({ length: 200 }, () => firstPassword());
  for (const one of made) expect(one).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
  expect(new Set(made).size).toBe(200);
});

test('a byte that would favour a sign is left out', () => {
  // 31 signs go eight times into 248: from there on a byte counts for nothing.
  const source = [255, 248, 247, 0];
  const made = firstPassword((bytes) => bytes.map((_byte, place) => source[place % source.length] ?? 0));
  expect(made).toBe('9a9a-9a9a-9a9a-9a9a');
});

test.each([
  ['Élie El-Achkar', 'elie.elachkar'],
  ['  Jean   Paul ', 'jean.paul'],
  ['عمر', ''],
  ['A very long name that goes on and on', 'a.very.long.name.that.goes.on'],
])('%s is suggested as %s', (nameLatin, userName) => {
  expect(suggestedUserName(nameLatin)).toBe(userName);
});
