import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { landWithin } from '../../../platform/places/surrounding-land.ts';
import { reachesUnit } from '../session/get-session.ts';
import { areasStamp, loadAreas } from './areas-store.ts';
import { drawAreas } from './draw-areas.ts';
import type { Organisation } from './organisation.ts';

type Operation = typeof contract.administration.getMapAreas;
type Drawn = NonNullable<OutputOf<Operation>['drawn']>;

/**
 * The areas of one force, drawn once for everybody and kept until they change. Areas are no secret within the force
 * that they belong to: who holds a post in it, or may read in it, sees them.
 */
export function getMapAreas(organisation: Organisation, streets: string | null) {
  const kept = new Map<number, { version: string; drawn: Drawn }>();
  return async ({ tx, actor, now, runner }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const force = organisation.findUnit(input.forceId);
    const own = actor.posts.some((post) => organisation.findUnit(post.unitId)?.forceId === input.forceId);
    const read = runner.directory.scopeOf(actor, 'incident.read', now);
    const manage = runner.directory.scopeOf(actor, 'organisation.manage', now);
    const reached = organisation.units.some(
      (unit) => unit.forceId === input.forceId && (reachesUnit(read, unit) || reachesUnit(manage, unit)),
    );
    if (force?.kind !== 'force' || !(own || reached)) refuse('NOT_FOUND', 'force.unknown', { field: 'forceId' });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: force.timeZone }).format(now);
    const version = await areasStamp(tx, force.unitId, today);
    if (input.version === version) return { version, streets, drawn: null };
    const known = kept.get(force.unitId);
    if (known?.version === version) return { version, streets, drawn: known.drawn };
    const drawn = drawAreas(await loadAreas(tx, force.unitId, today), landWithin);
    kept.set(force.unitId, { version, drawn });
    return { version, streets, drawn };
  };
}
