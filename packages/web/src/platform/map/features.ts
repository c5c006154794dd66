import type { Feature, FeatureCollection } from 'geojson';
import { circleAround, middleOfLargest } from './circle.ts';
import type { DrawnGeometry, MapArea, MapCell, MapPoint } from './map-types.ts';

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const shape = (polygons: DrawnGeometry): Feature['geometry'] => ({ type: 'MultiPolygon', coordinates: polygons });

export const landFeatures = (land: DrawnGeometry): FeatureCollection =>
  collection([{ type: 'Feature', properties: {}, geometry: shape(land) }]);

export const areaFeatures = (areas: readonly MapArea[], selected: string | null): FeatureCollection =>
  collection(
    areas.map(({ id, name, role, polygons }) => ({
      type: 'Feature',
      properties: { id, name, role, selected: id === selected },
      geometry: shape(polygons),
    })),
  );

export const cellFeatures = (cells: readonly MapCell[]): FeatureCollection =>
  collection(
    cells.map(({ id, ring, strength }) => ({
      type: 'Feature',
      properties: { id, strength },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  );

/** The names of areas, each once, in the middle of its largest part; `strong` where they lie on coloured cells. */
export const nameFeatures = (areas: readonly MapArea[], strong: boolean): FeatureCollection =>
  collection(
    areas
      .filter((area) => area.name !== '')
      .flatMap(({ name, polygons }): Feature[] => {
        const middle = middleOfLargest(polygons);
        return middle
          ? [{ type: 'Feature', properties: { name, strong }, geometry: { type: 'Point', coordinates: middle } }]
          : [];
      }),
  );

const order: Record<MapPoint['shape'], number> = { p4: 0, p3: 1, unit: 2, p2: 3, p1: 4, corner: 5, pin: 5 };

export const pointFeatures = (points: readonly MapPoint[], selected: string | null): FeatureCollection =>
  collection(
    points.map(({ id, longitude, latitude, label, late, faded, ...point }) => ({
      type: 'Feature',
      properties: {
        id,
        shape: point.shape,
        label: label ?? '',
        late: late ?? false,
        faded: faded ?? false,
        selected: id === selected,
        // The urgent lie over the rest, the chosen one over all.
        order: id === selected ? 9 : order[point.shape],
      },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })),
  );

// A doubt smaller than the symbol itself tells nothing.
const leastDoubtMetres = 20;

export const doubtFeatures = (points: readonly MapPoint[], selected: string | null): FeatureCollection =>
  collection(
    points
      .filter((point) => (point.radiusMetres ?? 0) >= leastDoubtMetres)
      .map(({ id, longitude, latitude, radiusMetres }) => ({
        type: 'Feature',
        properties: { selected: id === selected },
        geometry: { type: 'Polygon', coordinates: [circleAround(longitude, latitude, radiusMetres ?? 0)] },
      })),
  );
