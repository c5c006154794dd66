// A map that other pages use. See README.md beside this file for what each property does.
import './map.css';
import { IconFocus2, IconList, IconMapPinPlus, IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { boundsOf } from './circle.ts';
import type { MapCanvas } from './map-canvas.ts';
import type { MapArea, MapCell, MapPoint, Place } from './map-types.ts';
import { PointList } from './PointList.tsx';
import type { MapGround } from './use-map-ground.ts';
import { useMapText } from './words.ts';

export interface AreaMapProps {
  /** What the map is, for who does not see it. */
  label: string;
  /** The land it is drawn on, from `useMapGround`; null while that is read. */
  ground: MapGround | null;
  areas: readonly MapArea[];
  points?: readonly MapPoint[] | undefined;
  /** Cells of a grid, drawn as strongly as they count. */
  cells?: readonly MapCell[] | undefined;
  /** The id of the chosen point or area. */
  selected?: string | null;
  onSelect?(id: string): void;
  onSelectArea?(id: string): void;
  /** A pin may be set: by a click, or with Enter in the middle of the map. */
  onPlace?(place: Place): void;
  /** A point may be taken along with the pointer: called at each step of its way. */
  onMove?(id: string, place: Place): void;
  /** Areas stand in the list too: where choosing one leads somewhere. */
  listAreas?: boolean;
  /** The area to look at first; all areas when null. */
  home?: string | null;
  /** Without tools and list: a wall that nobody touches. */
  still?: boolean;
  /** A legend, drawn over the map. */
  children?: ReactNode;
}

const none: readonly never[] = [];

type State = 'loading' | 'drawn' | 'failed';

/** A map of areas and points: by pointer, by keyboard, and as a list. */
export function AreaMap(props: AreaMapProps) {
  const { label, ground, areas, points = none, cells = none, selected = null, home = null, still = false } = props;
  const movable = props.onMove !== undefined;
  const text = useMapText();
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<MapCanvas | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<State>('loading');
  const [listed, setListed] = useState(false);
  const [hover, setHover] = useState<{ id: string; x: number; y: number } | null>(null);

  const bounds = useMemo(() => {
    const own = areas.filter((area) => area.id === home);
    const drawn = (own.length > 0 ? own : areas).flatMap((area) => area.polygons);
    // A force without areas is where its cells are.
    return boundsOf(drawn.length > 0 ? drawn : cells.map((cell) => [cell.ring]));
  }, [areas, home, cells]);
  const first = useRef(bounds);
  first.current = bounds;

  useEffect(() => {
    const container = place.current;
    if (!container || !ground) return;
    let gone = false;
    let made: MapCanvas | null = null;
    import('./map-canvas.ts')
      .then(({ drawMap }) =>
        drawMap({
          container,
          label,
          land: ground.land,
          streets: ground.streets,
          still,
          bounds: first.current,
          onPoint: (id) => latest.current.onSelect?.(id),
          onArea: (id) => latest.current.onSelectArea?.(id),
          onGround: (where) => latest.current.onPlace?.(where),
          onMove: movable ? (id, where) => latest.current.onMove?.(id, where) : null,
          onHover: (id, x, y) => setHover(id ? { id, x, y } : null),
        }),
      )
      .then((drawn) => {
        if (gone) return drawn.remove();
        made = drawn;
        canvas.current = drawn;
        const now = latest.current;
        drawn.show(now.areas, now.points ?? none, now.selected ?? null, now.cells);
        setState('drawn');
      })
      .catch(() => !gone && setState('failed'));
    return () => {
      gone = true;
      canvas.current = null;
      made?.remove();
      setState('loading');
    };
  }, [ground, label, still, movable]);

  useEffect(() => canvas.current?.show(areas, points, selected, cells), [areas, points, selected, cells]);
  const chosen = points.find((point) => point.id === selected);
  const chosenAt = chosen ? `${chosen.longitude},${chosen.latitude}` : '';
  useEffect(() => {
    const [longitude, latitude] = chosenAt.split(',').map(Number);
    if (chosenAt && state === 'drawn') canvas.current?.reveal({ longitude: longitude ?? 0, latitude: latitude ?? 0 });
  }, [chosenAt, state]);
  const home0 = bounds?.join(',') ?? '';
  useEffect(() => {
    if (home0 && state === 'drawn')
      canvas.current?.fit(home0.split(',').map(Number) as [number, number, number, number]);
  }, [home0, state]);

  const { onPlace } = props;
  const pin = () => canvas.current && onPlace?.(canvas.current.centre());
  const hovered = hover && [...points, ...cells].find((one) => one.id === hover.id);
  return (
    <div className="map" data-state={state} data-pin={onPlace ? 'yes' : undefined}>
      <div className="map-ground" ref={place} />
      {state === 'loading' && <p className="map-note">{text('drawing')}</p>}
      {state === 'failed' && <p className="map-note">{text('cannot')}</p>}
      {hovered && (
        <div className="map-tip" style={{ left: hover.x, top: hover.y }} aria-hidden="true">
          {hovered.name}
        </div>
      )}
      {!still && (
        <div className="map-tools">
          <Tool name={text('zoomIn')} icon={IconPlus} act={() => canvas.current?.zoom(1)} />
          <Tool name={text('zoomOut')} icon={IconMinus} act={() => canvas.current?.zoom(-1)} />
          <Tool name={text('whole')} icon={IconFocus2} act={() => bounds && canvas.current?.fit(bounds)} />
          {cells.length === 0 && (
            <Tool name={text('list')} icon={IconList} pressed={listed} act={() => setListed(!listed)} />
          )}
          {onPlace && <Tool name={text('pinHere')} icon={IconMapPinPlus} act={pin} />}
        </div>
      )}
      {(listed || state === 'failed') && !still && cells.length === 0 && (
        <PointList
          points={points}
          areas={props.listAreas ? areas.filter((area) => area.name !== '') : []}
          selected={selected}
          choose={(id) => props.onSelect?.(id)}
          chooseArea={(id) => props.onSelectArea?.(id)}
        />
      )}
      {props.children}
    </div>
  );
}

interface ToolProps {
  name: string;
  icon: typeof IconPlus;
  act(): void;
  pressed?: boolean;
}

function Tool({ name, icon: Icon, act, pressed }: ToolProps) {
  return (
    <button type="button" aria-label={name} title={name} aria-pressed={pressed} onClick={act}>
      <Icon size={17} stroke={1.8} aria-hidden />
    </button>
  );
}
