import { Button, Group } from '@mantine/core';
import { useMemo, useState } from 'react';
import { AreaMap } from '../../../platform/map/AreaMap.tsx';
import type { DrawnGeometry, MapArea, MapPoint, Place } from '../../../platform/map/map-types.ts';
import { useMapGround } from '../../../platform/map/use-map-ground.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { areasAround } from './map-areas.ts';
import { type UnitRead, useNamedUnits } from './use-units.ts';
import { useOrganisationWords } from './words.ts';

interface OutlineMapProps {
  unit: UnitRead['unit'];
  /** The outline that is not kept yet. */
  polygons: DrawnGeometry;
  /** Its corners, where it is drawn here. */
  corners?: readonly Place[];
  change?(corners: Place[]): void;
}

const nowhere: readonly Place[] = [];

// Enter pressed twice over the same place sets one corner.
const isLast = (corners: readonly Place[], { longitude, latitude }: Place): boolean =>
  corners.at(-1)?.longitude === longitude && corners.at(-1)?.latitude === latitude;

/** An outline before it is kept, over what lies around it today. Drawn here, a click or Enter adds a corner and a corner moves. */
export function OutlineMap({ unit, polygons, corners = nowhere, change }: OutlineMapProps) {
  const { say } = useOrganisationWords();
  const { name } = useText();
  const { session } = useSession();
  const named = useNamedUnits();
  const ground = useMapGround(unit.forceId, session.person.personId);
  const [selected, setSelected] = useState<string | null>(null);
  const around = useMemo((): MapArea[] => {
    if (!ground) return [];
    const own = ground.areas.find((area) => area.unitId === unit.unitId);
    const beside = areasAround(ground.areas, unit).map((area): MapArea => {
      const of = named.get(Number(area.id));
      return { ...area, name: of && area.role === 'faint' ? name(of) : '' };
    });
    return own
      ? [...beside, { id: String(unit.unitId), name: say('areaNow'), polygons: own.polygons, role: 'home' }]
      : beside;
  }, [ground, unit, named, name, say]);
  const areas = useMemo(
    (): MapArea[] => (polygons.length > 0 ? [...around, { id: 'draft', name: '', polygons, role: 'draft' }] : around),
    [around, polygons],
  );
  const points = useMemo(
    () =>
      corners.map((corner, index): MapPoint => {
        const number = String(index + 1);
        return { ...corner, id: number, shape: 'corner', label: number, name: say('corner', { number }) };
      }),
    [corners, say],
  );
  const without = (index: number) => {
    change?.(corners.filter((_, at) => at !== index));
    setSelected(null);
  };
  // A file is looked at whole; what is drawn here must not jump away under the hand.
  const home = change ? String(around.some((area) => area.role === 'home') ? unit.unitId : unit.parentId) : 'draft';
  return (
    <div className="org-outline">
      <div className="org-outline-map">
        <AreaMap
          label={say('outlineMap')}
          ground={ground}
          areas={areas}
          points={points}
          selected={selected}
          home={home}
          {...(change && {
            onSelect: setSelected,
            onPlace: (place: Place) => !isLast(corners, place) && change([...corners, place]),
            onMove: (id: string, place: Place) =>
              change(corners.map((corner, index) => (String(index + 1) === id ? place : corner))),
          })}
        />
      </div>
      {change && (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={corners.length === 0}
            onClick={() => without(corners.length - 1)}
          >
            {say('dropLast')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={selected === null}
            onClick={() => without(Number(selected) - 1)}
          >
            {selected === null ? say('dropCorner') : say('dropCornerNumber', { number: selected })}
          </Button>
          <Button size="xs" variant="default" disabled={corners.length === 0} onClick={() => change([])}>
            {say('dropAll')}
          </Button>
        </Group>
      )}
    </div>
  );
}
