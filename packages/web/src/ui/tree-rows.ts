import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';

export interface TreeNode<Id extends string | number> {
  id: Id;
  /** Null for a root; a parent that is not among the nodes makes a root too. */
  parentId: Id | null;
  name: string;
  /** Names in other languages and codes by which it is found as well. */
  aliases?: readonly string[];
}

export interface TreeRow<Id extends string | number> {
  node: TreeNode<Id>;
  depth: number;
  hasChildren: boolean;
  expanded: boolean;
  /** Shown only because something under it was found. */
  context: boolean;
}

/**
 * The rows of a tree as they are shown, each node after its parent, siblings in the order given. Without a query those
 * whose ancestors are all in `open`; with one every node that any of its names holds, and the way down to it.
 */
export function treeRows<Id extends string | number>(
  nodes: readonly TreeNode<Id>[],
  query: string,
  open: ReadonlySet<Id>,
): TreeRow<Id>[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<Id | null, TreeNode<Id>[]>();
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    const list = children.get(parent);
    if (list) list.push(node);
    else children.set(parent, [node]);
  }
  const wanted = normaliseForSearch(query);
  const found = new Set<Id>();
  const leading = new Set<Id>();
  if (wanted !== '') {
    for (const node of nodes) {
      if (![node.name, ...(node.aliases ?? [])].some((one) => normaliseForSearch(one).includes(wanted))) continue;
      found.add(node.id);
      for (let up = node.parentId; up !== null && !leading.has(up); up = known.get(up)?.parentId ?? null)
        leading.add(up);
    }
  }
  const rows: TreeRow<Id>[] = [];
  const walk = (parent: Id | null, depth: number): void => {
    for (const node of children.get(parent) ?? []) {
      if (wanted !== '' && !found.has(node.id) && !leading.has(node.id)) continue;
      const hasChildren = children.has(node.id);
      const expanded = hasChildren && (wanted === '' ? open.has(node.id) : leading.has(node.id) || open.has(node.id));
      rows.push({ node, depth, hasChildren, expanded, context: wanted !== '' && !found.has(node.id) });
      if (expanded) walk(node.id, depth + 1);
    }
  };
  walk(null, 0);
  return rows;
}

/** The ids of all nodes less than `depth` levels down: what is open to begin with. */
export function openTo<Id extends string | number>(nodes: readonly TreeNode<Id>[], depth: number): Set<Id> {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  const depthOf = (id: Id): number => {
    let steps = 0;
    for (
      let up = parents.get(id) ?? null;
      up !== null && parents.has(up) && steps < depth;
      up = parents.get(up) ?? null
    )
      steps += 1;
    return steps;
  };
  return new Set(nodes.filter((node) => depthOf(node.id) < depth).map((node) => node.id));
}
