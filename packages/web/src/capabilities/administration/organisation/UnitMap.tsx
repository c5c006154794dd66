import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../platform/api.ts';
import { AreaMap } from '../../../platform/map/AreaMap.tsx';
import type { DrawnGeometry, MapArea } from '../../../platform/map/map-types.ts';
import { useMapGround } from '../../../platform/map/use-map-ground.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { todayIn } from '../forms/days.ts';
import { problemOf } from '../forms/use-command.ts';
import { useFormWords } from '../forms/words.ts';
import { useMoments } from '../use-moments.ts';
import { areasAround } from './map-areas.ts';
import { useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

interface UnitMapProps {
  unit: TreeUnit;
  /** The day whose areas are shown; today when empty. */
  day: string;
  show(day: string): void;
  choose(unitId: number): void;
}

/** The area of a unit and of those under it on a day, with what lies around; a click on one of them chooses it. */
export function UnitMap({ unit, day, show, choose }: UnitMapProps) {
  const { say, language } = useOrganisationWords();
  const { say: formWord } = useFormWords();
  const { name } = useText();
  const { session } = useSession();
  const ground = useMapGround(unit.forceId, session.person.personId);
  const named = useNamedUnits();
  const drawn = useQuery({
    queryKey: ['administration', 'areas', unit.unitId, day],
    queryFn: () => api.administration.getUnitAreas({ unitId: unit.unitId, ...(day && { on: day }) }),
  });
  const today = todayIn(useMoments().timeZone);
  const { data } = drawn;
  const own = useMemo(
    () =>
      (data?.areas ?? []).map((area): MapArea => {
        const of = named.get(area.unitId);
        const home = area.unitId === unit.unitId;
        return {
          id: String(area.unitId),
          name: of && !(home && data && data.areas.length > 1) ? name(of) : '',
          polygons: area.geometry.coordinates as DrawnGeometry,
          role: home ? 'home' : 'plain',
        };
      }),
    [data, named, name, unit.unitId],
  );
  const areas = useMemo(
    () => [...(ground && day === '' ? areasAround(ground.areas, unit) : []), ...own],
    [ground, day, unit, own],
  );
  const has = own.some((area) => area.id === String(unit.unitId));
  const home = has ? unit.unitId : own.length > 0 ? null : unit.parentId;
  return (
    <div className="org-map">
      <AreaMap
        label={say('map')}
        ground={ground}
        areas={areas}
        home={home === null ? null : String(home)}
        listAreas
        onSelectArea={(id) => Number(id) !== unit.unitId && choose(Number(id))}
      >
        <div className="org-map-foot">
          <label>
            <span>{say('areasOn')}</span>
            <input
              type="date"
              value={day || today}
              aria-label={say('areasOn')}
              onChange={(event) => show(event.currentTarget.value === today ? '' : event.currentTarget.value)}
            />
          </label>
          {day !== '' && (
            <button type="button" className="chip" onClick={() => show('')}>
              {say('today')}
            </button>
          )}
          {drawn.isError && <span role="alert">{problemOf(drawn.error, language, formWord('loadFailed')).text}</span>}
          {data && !has && <span role="status">{say(own.length > 0 ? 'noOwnArea' : 'noMap')}</span>}
        </div>
      </AreaMap>
    </div>
  );
}
