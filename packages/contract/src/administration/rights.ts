import * as z from 'zod';

/** The name of an action, as `incident.read`. */
export const actionName = z
  .string()
  .max(60)
  .regex(/^[a-z_]+(\.[a-z_]+)*$/, 'input.invalid');

/**
 * A right: what may be done, over which part of the tree, on which incident types, on everybody's records or one's own.
 * `unit` is the post's unit and all under it, `centre` the subtree of the enclosing command centre (at headquarters the whole
 * tree), `force` the whole tree, `everywhere` every force. `post` as types means the types that the post's unit (a department) works.
 */
export const right = z.object({
  action: actionName,
  area: z.enum(['unit', 'centre', 'force', 'everywhere']),
  types: z.union([z.enum(['all', 'post']), z.array(z.string())]),
  own: z.boolean(),
});
export type Right = z.infer<typeof right>;

export interface PostRights {
  unitId: number;
  rights: readonly Right[];
}
export interface ScopeUnit {
  unitId: number;
  parentId: number | null;
  kind: string;
  typeCodes: readonly string[];
}
export interface ScopeType {
  typeId: number;
  code: string;
}

/** Where an action reaches: units whole, unit-type pairs, and the same for one's own records alone. */
export interface Scope {
  rooms: number[];
  pairs: Array<[unitId: number, typeId: number]>;
  ownRooms: number[];
  /**
   * Own records of some types. No role joins the two (`right.own_types` refuses it) and the walls know none, so that nothing is
   * read or written by these. They stand because two moments can have them in common: a post by types then, by own records
   * now. With them what is in common is exact, which is what proves that it is never more.
   */
  ownPairs: Array<[unitId: number, typeId: number]>;
}

/** The scope that posts give for an action. Cost: units x rights; kept by the caller until the organisation changes. */
export function resolveScope(
  posts: readonly PostRights[],
  units: readonly ScopeUnit[],
  types: readonly ScopeType[],
  action: string,
): Scope {
  const tree = new Tree(units);
  const whole = new Set<number>();
  const ownWhole = new Set<number>();
  const pairs = new Map<string, [number, number]>();
  const ownPairs = new Map<string, [number, number]>();
  for (const post of posts) {
    for (const granted of post.rights) {
      if (granted.action !== action) continue;
      const area = tree.area(post.unitId, granted.area);
      if (granted.types === 'all') {
        for (const unitId of area) (granted.own ? ownWhole : whole).add(unitId);
        continue;
      }
      const codes = granted.types === 'post' ? (tree.find(post.unitId)?.typeCodes ?? []) : granted.types;
      const reached = types.filter((type) =>
        codes.some((code) => type.code === code || type.code.startsWith(`${code}.`)),
      );
      for (const unitId of area) {
        for (const type of reached)
          (granted.own ? ownPairs : pairs).set(`${unitId}:${type.typeId}`, [unitId, type.typeId]);
      }
    }
  }
  return {
    rooms: [...whole],
    pairs: [...pairs.values()].filter(([unitId]) => !whole.has(unitId)),
    ownRooms: [...ownWhole].filter((unitId) => !whole.has(unitId)),
    ownPairs: [...ownPairs.values()].filter(([unitId]) => !whole.has(unitId) && !ownWhole.has(unitId)),
  };
}

/** Where two scopes both reach, each whole, by types, and one's own records. */
export function intersectScopes(one: Scope, other: Scope): Scope {
  const a = new Reach(one);
  const b = new Reach(other);
  const allPairs = [...one.pairs, ...other.pairs];
  const pairs = once(allPairs).filter((pair) => a.holdsPair(pair) && b.holdsPair(pair));
  const whole = new Set(pairs.map(String));
  return {
    rooms: one.rooms.filter((unit) => b.rooms.has(unit)),
    pairs,
    ownRooms: once([...one.ownRooms, ...other.ownRooms]).filter((unit) => a.holdsOwn(unit) && b.holdsOwn(unit)),
    ownPairs: once([...one.ownPairs, ...other.ownPairs, ...allPairs]).filter(
      (pair) => a.holdsOwnPair(pair) && b.holdsOwnPair(pair) && !whole.has(String(pair)),
    ),
  };
}

type Pair = [unitId: number, typeId: number];

class Reach {
  readonly rooms: Set<number>;
  private readonly pairs: Set<string>;
  private readonly ownRooms: Set<number>;
  private readonly ownPairs: Set<string>;

  constructor(scope: Scope) {
    this.rooms = new Set(scope.rooms);
    this.pairs = new Set(scope.pairs.map(String));
    this.ownRooms = new Set(scope.ownRooms);
    this.ownPairs = new Set(scope.ownPairs.map(String));
  }

  holdsPair = (pair: Pair): boolean => this.rooms.has(pair[0]) || this.pairs.has(String(pair));
  holdsOwn = (unit: number): boolean => this.rooms.has(unit) || this.ownRooms.has(unit);
  holdsOwnPair = (pair: Pair): boolean =>
    this.holdsPair(pair) || this.ownRooms.has(pair[0]) || this.ownPairs.has(String(pair));
}

const once = <One>(items: readonly One[]): One[] => [...new Map(items.map((item) => [String(item), item])).values()];

class Tree {
  private readonly byId: Map<number, ScopeUnit>;
  private readonly children = new Map<number | null, number[]>();

  constructor(units: readonly ScopeUnit[]) {
    this.byId = new Map(units.map((unit) => [unit.unitId, unit]));
    for (const unit of units)
      this.children.set(unit.parentId, [...(this.children.get(unit.parentId) ?? []), unit.unitId]);
  }

  find(unitId: number): ScopeUnit | undefined {
    return this.byId.get(unitId);
  }

  area(unitId: number, area: Right['area']): number[] {
    if (area === 'everywhere') return [...this.byId.keys()];
    if (area === 'unit') return this.subtree(unitId);
    const centre = area === 'centre' ? this.enclosing(unitId, ['command_centre', 'headquarters']) : undefined;
    // Outside any centre, `centre` gives no more than the unit itself: never the whole force by accident.
    if (area === 'centre' && !centre) return this.subtree(unitId);
    if (centre?.kind === 'command_centre') return this.subtree(centre.unitId);
    // What a centre's team is to its rooms, the one at headquarters is to all of them.
    return this.subtree(this.enclosing(unitId, [])?.unitId ?? unitId);
  }

  /** The nearest unit of one of these kinds, the unit itself counted; the root where no kind is named. */
  private enclosing(unitId: number, kinds: readonly string[]): ScopeUnit | undefined {
    let unit = this.byId.get(unitId);
    while (unit && !(kinds.length === 0 ? unit.parentId === null : kinds.includes(unit.kind)))
      unit = this.byId.get(unit.parentId ?? -1);
    return unit;
  }

  private subtree(unitId: number): number[] {
    if (!this.byId.has(unitId)) return [];
    const found = [unitId];
    for (let index = 0; index < found.length; index += 1) found.push(...(this.children.get(found[index] ?? -1) ?? []));
    return found;
  }
}
