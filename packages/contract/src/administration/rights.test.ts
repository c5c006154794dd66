import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intersectScopes, type Right, resolveScope, type Scope, type ScopeUnit } from './rights.ts';

const unit = (unitId: number, kind: string, parentId: number | null): ScopeUnit => ({
  unitId,
  kind,
  parentId,
  typeCodes: kind === 'department' ? ['theft'] : [],
});
const units = [
  unit(1, 'force', null),
  unit(2, 'command_centre', 1),
  unit(3, 'operations_room', 2),
  unit(4, 'station', 3),
  unit(5, 'operations_room', 2),
  unit(6, 'operations_room', 1),
  unit(7, 'department', 1),
  unit(8, 'force', null),
  unit(9, 'operations_room', 8),
];
const types = ['theft', 'theft.car', 'noise'].map((code, index) => ({ typeId: index + 1, code }));
/** Where records can lie: force, room and station, the one under the other. */
const places = [
  [1, 3, 4],
  [1, 3],
  [1, 5],
  [1, 6],
  [8, 9],
];

const rights: fc.Arbitrary<Right> = fc.record({
  action: fc.constant('incident.note'),
  area: fc.constantFrom('unit', 'centre', 'force', 'everywhere'),
  types: fc.oneof(fc.constantFrom<'all' | 'post'>('all', 'post'), fc.subarray(['theft', 'noise'], { minLength: 1 })),
  own: fc.boolean(),
});
const scopes = fc
  .array(fc.record({ unitId: fc.integer({ min: 1, max: 9 }), rights: fc.array(rights, { maxLength: 2 }) }), {
    maxLength: 3,
  })
  .map((posts) => resolveScope(posts, units, types, 'incident.note'));

function reaches(scope: Scope, place: readonly number[], typeId: number, own: boolean): boolean {
  const among = (pairs: Scope['pairs']) => pairs.some(([unitId, type]) => place.includes(unitId) && type === typeId);
  const whole = place.some((unitId) => scope.rooms.includes(unitId)) || among(scope.pairs);
  return whole || (own && (place.some((unitId) => scope.ownRooms.includes(unitId)) || among(scope.ownPairs)));
}

test('two scopes have in common exactly what both reach', () => {
  fc.assert(
    fc.property(scopes, scopes, (one, other) => {
      const both = intersectScopes(one, other);
      for (const place of places)
        for (const { typeId } of types)
          for (const own of [true, false])
            expect(reaches(both, place, typeId, own), `${place} ${typeId} ${own}`).toBe(
              reaches(one, place, typeId, own) && reaches(other, place, typeId, own),
            );
    }),
    { numRuns: 500 },
  );
});
