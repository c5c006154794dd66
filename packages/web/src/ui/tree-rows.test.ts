import { expect, test } from 'vitest';
import { openTo, type TreeNode, treeRows } from './tree-rows.ts';

const nodes: TreeNode<number>[] = [
  { id: 1, parentId: null, name: 'Force' },
  { id: 2, parentId: 1, name: 'North centre', aliases: ['مركز الشمال'] },
  { id: 3, parentId: 2, name: 'Tripoli room', aliases: ['غرفة عمليات طرابلس', 'TRI'] },
  { id: 4, parentId: 3, name: 'Mina station' },
  { id: 5, parentId: 1, name: 'South centre' },
  { id: 6, parentId: 99, name: 'Of another tree' },
];
const shown = (query: string, open: ReadonlySet<number>) =>
  treeRows(nodes, query, open).map(({ node, depth }) => [node.id, depth]);

test('what is under a closed node is not shown; a node whose parent is unknown stands as a root', () => {
  expect(shown('', new Set())).toEqual([
    [1, 0],
    [6, 0],
  ]);
  expect(shown('', openTo(nodes, 2))).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [5, 1],
    [6, 0],
  ]);
});

test('a search finds by any name, however its letters are written, and shows the way down to it', () => {
  const rows = treeRows(nodes, 'طَرابلس', new Set());
  expect(rows.map((row) => [row.node.id, row.context])).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ]);
  expect(rows.at(-1)).toMatchObject({ hasChildren: true, expanded: false });
  expect(shown('TRI', new Set([3]))).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
  ]);
  expect(shown('nowhere', new Set())).toEqual([]);
});

test('a loop among parents ends', () => {
  const loop: TreeNode<number>[] = [
    { id: 1, parentId: 2, name: 'a' },
    { id: 2, parentId: 1, name: 'b' },
  ];
  expect(treeRows(loop, 'a', new Set())).toEqual([]);
});
