import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../platform/api.ts';
import { AreaMap } from '../../../platform/map/AreaMap.tsx';
import type { DrawnGeometry, MapArea } from '../../../platform/map/map-types.ts';
import { useMapGround } from '../../../platform/map/use-map-ground.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

/** The area of a unit and of those under it on a day; a click on one of them chooses it. */
export function UnitMap({
  unit,
  on,
  choose,
}: {
  unit: TreeUnit;
  on: string | undefined;
  choose(unitId: number): void;
}) {
  const { say } = useOrganisationWords();
  const { name } = useText();
  const { session } = useSession();
  const ground = useMapGround(unit.forceId, session.person.personId);
  const named = useNamedUnits();
  const { data } = useQuery({
    queryKey: ['administration', 'areas', unit.unitId, on ?? null],
    queryFn: () => api.administration.getUnitAreas({ unitId: unit.unitId, ...(on && { on }) }),
  });
  const areas = useMemo(
    () =>
      (data?.areas ?? []).map((area): MapArea => {
        const of = named.get(area.unitId);
        return {
          id: String(area.unitId),
          name: of ? name(of) : '',
          polygons: area.geometry.coordinates as DrawnGeometry,
          role: area.unitId === unit.unitId ? 'home' : 'plain',
        };
      }),
    [data, named, name, unit.unitId],
  );
  if (data && areas.length === 0) return <p className="adm-state">{say('noMap')}</p>;
  return (
    <AreaMap
      label={say('map')}
      ground={ground}
      areas={areas}
      home={String(unit.unitId)}
      onSelectArea={(id) => Number(id) !== unit.unitId && choose(Number(id))}
    />
  );
}
