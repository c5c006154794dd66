// The one place that touches MapLibre. Loaded when a map is first shown, never before the board answers.
import 'maplibre-gl/dist/maplibre-gl.css';
import { addProtocol, type GeoJSONSource, type LngLatBoundsLike, Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { Protocol } from 'pmtiles';
import { onThemeTurn, readColours } from './colours.ts';
import { areaFeatures, cellFeatures, doubtFeatures, landFeatures, nameFeatures, pointFeatures } from './features.ts';
import { type Drawn, mapFonts, mapStyle } from './map-style.ts';
import type { DrawnGeometry, MapArea, MapCell, MapPoint, Place } from './map-types.ts';
import { drawSymbol, pixelRatio, shapeNames } from './symbols.ts';

setWorkerUrl(workerUrl);
addProtocol('pmtiles', new Protocol().tile);

export interface CanvasOptions {
  container: HTMLElement;
  label: string;
  land: DrawnGeometry;
  streets: string | null;
  bounds: [number, number, number, number] | null;
  /** Nobody touches it, and it is read from afar. */
  still: boolean;
  onPoint(id: string): void;
  onArea(id: string): void;
  onGround(place: Place): void;
  /** A point was taken along with the pointer to another place; null where points stay. */
  onMove: ((id: string, place: Place) => void) | null;
  /** What the pointer is over, and where on the map (pixels). */
  onHover(id: string | null, x: number, y: number): void;
}

export interface MapCanvas {
  show(
    areas: readonly MapArea[],
    points: readonly MapPoint[],
    selected: string | null,
    cells?: readonly MapCell[],
  ): void;
  /** Brings a place into view if it is not. */
  reveal(place: Place): void;
  fit(bounds: [number, number, number, number]): void;
  zoom(steps: number): void;
  centre(): Place;
  remove(): void;
}

const reach = 6;
// Room for the legend at the foot.
const padding = { top: 24, right: 24, bottom: 64, left: 24 };

/** A wall is read from afar, and a screen of 4K without the system's own scaling from a chair. */
function scaleOf({ still, container }: CanvasOptions): number {
  const { clientHeight } = container;
  return still ? Math.max(1, clientHeight / 540) : clientHeight > 1500 ? 1.7 : 1;
}

/**
 * Draws a map into a container.
 * @throws where the browser has no WebGL: the caller shows the list instead
 */
export async function drawMap(options: CanvasOptions): Promise<MapCanvas> {
  await Promise.all(
    mapFonts.slice(0, 2).map((font) => document.fonts.load(`12px "${font}"`, 'Aم').catch(() => undefined)),
  );
  const empty = { type: 'FeatureCollection' as const, features: [] };
  const drawn: Drawn = {
    land: landFeatures(options.land),
    areas: empty,
    names: empty,
    cells: empty,
    doubt: empty,
    points: empty,
  };
  const style = () =>
    mapStyle(readColours(), drawn, {
      streets: options.streets && `${location.origin}${options.streets}`,
      scale: scaleOf(options),
    });
  const map = new MapLibre({
    container: options.container,
    style: style(),
    attributionControl: options.streets ? { compact: true } : false,
    locale: { 'Map.Title': options.label },
    ...(options.bounds && { bounds: options.bounds as LngLatBoundsLike, fitBoundsOptions: { padding } }),
    interactive: !options.still,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    maxZoom: 18,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const addSymbols = () => {
    const colours = readColours();
    for (const shape of shapeNames) {
      const image = drawSymbol(shape, colours);
      if (map.hasImage(shape)) map.updateImage(shape, image);
      else map.addImage(shape, image, { pixelRatio });
    }
  };
  map.on('style.load', addSymbols);
  const stopTheme = onThemeTurn(() => {
    map.setStyle(style(), { diff: true });
    if (map.isStyleLoaded()) addSymbols();
  });
  const idAt = (layer: string, x: number, y: number): string | null => {
    if (!map.getLayer(layer)) return null;
    const box: [[number, number], [number, number]] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ];
    const [found] = map.queryRenderedFeatures(layer === 'points' ? box : [x, y], { layers: [layer] });
    return (found?.properties.id as string | undefined) ?? null;
  };
  map.on('click', ({ point, lngLat }) => {
    const id = idAt('points', point.x, point.y);
    if (id) return options.onPoint(id);
    const area = idAt('area-fill', point.x, point.y);
    if (area) options.onArea(area);
    options.onGround({ longitude: lngLat.lng, latitude: lngLat.lat });
  });
  let taken: string | null = null;
  map.on('mousedown', (event) => {
    taken = options.onMove ? idAt('points', event.point.x, event.point.y) : null;
    // The map stays where it is while a point moves over it.
    if (taken) event.preventDefault();
  });
  map.on('mouseup', () => {
    taken = null;
  });
  map.on('mousemove', ({ point, lngLat }) => {
    if (taken) options.onMove?.(taken, { longitude: lngLat.lng, latitude: lngLat.lat });
    const id = idAt('points', point.x, point.y);
    map.getCanvas().style.cursor = id ? 'pointer' : '';
    options.onHover(id ?? idAt('cells', point.x, point.y), point.x, point.y);
  });
  const middle = (): Place => ({ longitude: map.getCenter().lng, latitude: map.getCenter().lat });
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key === 'Enter') options.onGround(middle());
  });
  map.on('mouseout', () => options.onHover(null, 0, 0));

  let last = '';
  let lastOutlines: DrawnGeometry[] = [];
  let lastCells: readonly MapCell[] | undefined;
  return {
    show: (areas, points, selected, cells = []) => {
      const next = {
        areas: areaFeatures(areas, selected),
        names: nameFeatures(areas, cells.length > 0),
        cells: cellFeatures(cells),
        doubt: doubtFeatures(points, selected),
        points: pointFeatures(points, selected),
      };
      const shape = JSON.stringify([next.points, selected, areas.map((area) => area.id + area.name + area.role)]);
      const outlines = areas.map((area) => area.polygons);
      const same = outlines.every((outline, index) => outline === lastOutlines[index]) && cells === lastCells;
      if (shape === last && same) return;
      last = shape;
      lastOutlines = outlines;
      lastCells = cells;
      Object.assign(drawn, next);
      for (const name of ['areas', 'names', 'cells', 'doubt', 'points'] as const) {
        const source = map.getSource<GeoJSONSource>(name);
        if (source) source.setData(next[name]);
        else map.once('style.load', () => map.getSource<GeoJSONSource>(name)?.setData(drawn[name]));
      }
    },
    reveal: ({ longitude, latitude }) => {
      const place: [number, number] = [longitude, latitude];
      if (!map.getBounds().contains(place)) map.easeTo({ center: place, duration: 400 });
    },
    fit: (bounds) => map.fitBounds(bounds, { padding, duration: 400 }),
    zoom: (steps) => map.zoomTo(map.getZoom() + steps, { duration: 200 }),
    centre: middle,
    remove: () => {
      stopTheme();
      map.remove();
    },
  };
}
