import { expect, test } from 'vitest';
import { actionFor, type KeyGroup, keyOf } from './keys.ts';

const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test('a letter is what is printed where that is Latin, and the place of the key where it is not', () => {
  expect(keyOf(press('ى', 'KeyN'))).toBe('N');
  expect(keyOf(press('n', 'KeyN'))).toBe('N');
  // AZERTY: the key where Q stands elsewhere says A.
  expect(keyOf(press('a', 'KeyQ'))).toBe('A');
  expect(keyOf(press('ظ', 'Slash'))).toBe('/');
  expect(keyOf(press('؟', 'Slash', { shiftKey: true }))).toBe('?');
  expect(keyOf(press('?', 'KeyM', { shiftKey: true }))).toBe('?');
});

const said: string[] = [];
const group = (id: string, key: string, more: object = {}): KeyGroup => ({
  id,
  title: id,
  order: 0,
  actions: [{ key, run: () => said.push(id), ...more }],
});

test('the latest part of the page has the key; modifiers and typing are respected', () => {
  const groups = [group('board', 'N'), group('detail', 'N'), group('palette', 'K', { ctrl: true, everywhere: true })];
  actionFor(press('n', 'KeyN'), groups, false)?.run({} as KeyboardEvent);
  expect(said).toEqual(['detail']);
  expect(actionFor(press('n', 'KeyN'), groups, true)).toBeUndefined();
  expect(actionFor(press('n', 'KeyN', { ctrlKey: true }), groups, false)).toBeUndefined();
  expect(actionFor(press('k', 'KeyK', { ctrlKey: true }), groups, true)).toBeDefined();
  expect(actionFor(press('k', 'KeyK'), groups, false)).toBeUndefined();
});

test('a key held on acts once, but for what walks through a list', () => {
  const groups = [group('status', 'S'), group('down', 'J', { repeats: true })];
  expect(actionFor(press('s', 'KeyS'), groups, false)).toBeDefined();
  expect(actionFor(press('s', 'KeyS', { repeat: true }), groups, false)).toBeUndefined();
  expect(actionFor(press('j', 'KeyJ', { repeat: true }), groups, false)).toBeDefined();
});
