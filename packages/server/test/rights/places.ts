// Where the table of rights looks from and at: who acts holds one post, and what is acted on lies somewhere seen from it.
import { createHash } from 'node:crypto';

/** Where the thing lies, seen from the post: see rights-table.md. */
export const letters = ['s', 'o', 'n', 'c', 'a', 'd', 'x', 'h', 'f', 'z'] as const;
export type Letter = (typeof letters)[number];

export const posts = ['TRI', 'D-TRF', 'HQ'] as const;
export type Post = (typeof posts)[number];
export const postOf: Record<Letter, Post> = {
  s: 'TRI',
  o: 'TRI',
  n: 'TRI',
  c: 'TRI',
  a: 'TRI',
  d: 'D-TRF',
  x: 'D-TRF',
  h: 'HQ',
  f: 'HQ',
  z: 'HQ',
};

/** What a row is about, and the letters that mean something for it. */
export const lettersOf = {
  incident: ['s', 'o', 'n', 'c', 'd', 'x', 'h', 'f'],
  unit: ['o', 'n', 'c', 'a', 'd', 'x', 'h', 'f'],
  room: ['o', 'n', 'c', 'x', 'h', 'f'],
  force: ['o', 'd', 'h', 'f'],
  own: ['o', 'd', 'h', 'z'],
  everybody: ['o', 'd', 'h'],
} as const satisfies Record<string, readonly Letter[]>;
export type About = keyof typeof lettersOf;

/** The other force, made for the table: a force, two rooms. */
export const otherForce = { force: 'OTH', room: 'OTR', second: 'OTS' } as const;

const roomOf: Record<Letter, string> = {
  s: 'TRI',
  o: 'TRI',
  n: 'AKK',
  c: 'BEY',
  a: 'HQ',
  d: 'TRI',
  x: 'TRI',
  h: 'TRI',
  f: otherForce.room,
  z: 'TRI',
};

/** The code of the unit where the thing of a cell lies. */
export function unitOf(about: About, letter: Letter): string {
  if (about === 'force') return letter === 'f' ? otherForce.force : 'PRA';
  if (about === 'unit' && letter === 'd') return 'D-TRF';
  return roomOf[letter];
}

/** A unit of the same kind and force beside another, where what lies in the one can go. */
export const besides: Record<string, string> = {
  TRI: 'AKK',
  AKK: 'TRI',
  BEY: 'RAS',
  HQ: 'C-N',
  'D-TRF': 'D-JUD',
  [otherForce.room]: otherForce.second,
};

/** The kind of unit that can stand under the unit of a cell and under the one beside it. */
export const childKind = (code: string): string =>
  code === 'HQ' ? 'analysis_team' : code === 'D-TRF' ? 'department' : 'station';

/** The same id for the same words, every time: what a failure names can be looked up. */
export function idOf(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A word of letters alone that stands nowhere else. */
export const wordOf = (...words: string[]): string =>
  [...createHash('sha256').update(words.join('|')).digest('hex').slice(0, 14)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');
