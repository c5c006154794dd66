import type { contract } from '@marsad/contract';
import type { PlaceView } from '@marsad/contract/administration/gazetteer/place.ts';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { rankPlaces } from '@marsad/contract/administration/text-search/rank-places.ts';
import { romanKeys } from '@marsad/contract/administration/text-search/roman-keys.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { reachesUnit } from '../session/get-session.ts';
import { candidatePlaces, findUnitMiddle } from './places-store.ts';

type Operation = typeof contract.administration.searchPlaces;
type Input = InputOf<Operation>;

const most = 10;
const shortest = 2;

/** Places that a typed text means, ranked; none below two letters. What stands after a comma is detail, not a name. */
export function searchPlaces(organisation: Organisation) {
  return async (context: QueryContext, input: Input): Promise<OutputOf<Operation>> => {
    const room = input.roomId === undefined ? undefined : organisation.findUnit(input.roomId);
    if (input.roomId !== undefined && !(room && reachesUnit(context.scope, room)))
      refuse('NOT_FOUND', 'room.unknown', { field: 'roomId' });
    const named = input.text.split(/[,،;؛/]/)[0] ?? '';
    const asked = normaliseForSearch(named);
    if (asked.length < shortest) return { places: [] };
    const box = room ? (organisation.findUnit(room.forceId)?.bounds ?? null) : null;
    const candidates = await candidatePlaces(context.tx, asked, romanKeys(named), box);
    const near = nearOf(input) ?? (room ? await findUnitMiddle(context.tx, room.unitId) : null);
    const ranked = rankPlaces(named, candidates.map(asCandidate), near ?? undefined);
    return { places: ranked.slice(0, most).map(({ place, name }) => ({ ...place.view, matched: name })) };
  };
}

const nearOf = ({ nearLongitude, nearLatitude }: Input) =>
  nearLongitude === undefined || nearLatitude === undefined
    ? undefined
    : { longitude: nearLongitude, latitude: nearLatitude };

// A place of the force's own has no GeoNames class and weighs in full.
function asCandidate(view: PlaceView) {
  const { names, longitude, latitude, population } = view;
  return { names, longitude, latitude, population, view, ...(!view.own && { featureClass: view.kind.charAt(0) }) };
}
