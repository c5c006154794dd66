import { expect, test } from 'vitest';
import { actingPostOf } from '../platform/acting-post.ts';
import { roomOfPost } from './room.ts';

// Headquarters over two centres; a room under each, a station under the second room.
const units = [
  { unitId: 1, parentId: null },
  { unitId: 2, parentId: 1 },
  { unitId: 3, parentId: 1 },
  { unitId: 21, parentId: 2 },
  { unitId: 31, parentId: 3 },
  { unitId: 311, parentId: 31 },
];

test('the room of a post is its own unit, the first below it, or the nearest above it', () => {
  expect(roomOfPost(31, units, [21, 31])).toBe(31);
  expect(roomOfPost(3, units, [21, 31])).toBe(31);
  expect(roomOfPost(1, units, [21, 31])).toBe(21);
  expect(roomOfPost(311, units, [21, 31])).toBe(31);
});

test('a post without a room that may be seen shows the first that may; without any, none', () => {
  expect(roomOfPost(311, units, [21])).toBe(21);
  expect(roomOfPost(undefined, units, [21, 31])).toBe(21);
  expect(roomOfPost(99, units, [21])).toBe(21);
  expect(roomOfPost(31, units, [])).toBeUndefined();
});

test('a person acts from the post they chose while they hold it, else from the first', () => {
  const posts = [{ postId: 'a' }, { postId: 'b' }];
  expect(actingPostOf(posts, 'b')).toBe(posts[1]);
  expect(actingPostOf(posts, null)).toBe(posts[0]);
  expect(actingPostOf(posts, 'ended')).toBe(posts[0]);
  expect(actingPostOf([], 'a')).toBeUndefined();
});
