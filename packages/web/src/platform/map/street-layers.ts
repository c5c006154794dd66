import type { LayerSpecification } from 'maplibre-gl';
import type { Colours } from './colours.ts';

/**
 * Streets, water and names of a PMTiles file in either of the two common schemas: that of Protomaps (`roads`,
 * `places`, property `kind`) and that of OpenMapTiles (`transportation`, `place`, property `class`). A layer that the
 * file does not hold draws nothing.
 */
export function streetLayers(colours: Colours, fonts: string[]): LayerSpecification[] {
  const layer = (id: string, sourceLayer: string) => ({
    id: `${id}-${sourceLayer}`,
    source: 'streets',
    'source-layer': sourceLayer,
  });
  const kind = ['coalesce', ['get', 'kind'], ['get', 'class'], ''] as never;
  return [
    { ...layer('water', 'water'), type: 'fill', paint: { 'fill-color': colours.sea } },
    ...['roads', 'transportation'].map(
      (name): LayerSpecification => ({
        ...layer('street', name),
        type: 'line',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': colours.landline,
          'line-width': [
            'interpolate',
            ['exponential', 1.5],
            ['zoom'],
            7,
            ['match', kind, ['highway', 'motorway', 'trunk', 'major_road', 'primary'], 0.8, 0.2],
            16,
            ['match', kind, ['highway', 'motorway', 'trunk', 'major_road', 'primary'], 12, 5],
          ],
        },
      }),
    ),
    ...['roads', 'transportation_name'].map(
      (name): LayerSpecification => ({
        ...layer('street-name', name),
        type: 'symbol',
        minzoom: 14,
        layout: { 'symbol-placement': 'line', 'text-field': nameField, 'text-font': fonts, 'text-size': 11 },
        paint: { 'text-color': colours.ink3, 'text-halo-color': colours.land, 'text-halo-width': 1.5 },
      }),
    ),
    ...['places', 'place'].map(
      (name): LayerSpecification => ({
        ...layer('place', name),
        type: 'symbol',
        layout: { 'text-field': nameField, 'text-font': fonts, 'text-size': 12 },
        paint: { 'text-color': colours.ink3, 'text-halo-color': colours.land, 'text-halo-width': 1.5 },
      }),
    ),
  ];
}

const nameField = ['coalesce', ['get', 'name'], ''] as never;
