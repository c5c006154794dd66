import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Colours } from './colours.ts';
import { streetLayers } from './street-layers.ts';

export interface Drawn {
  land: FeatureCollection;
  areas: FeatureCollection;
  cells: FeatureCollection;
  names: FeatureCollection;
  doubt: FeatureCollection;
  points: FeatureCollection;
}

// The page's own faces: what is written on the map is drawn by the browser, so nothing is fetched for it and Arabic is
// shaped as everywhere else.
export const mapFonts = ['Inter Variable', 'Noto Sans Arabic Variable', 'sans-serif'];

/** The whole style of a map: calm ground, areas as lines, colour kept for what happens. `scale` enlarges signs and letters. */
export function mapStyle(
  colours: Colours,
  drawn: Drawn,
  { streets, scale }: { streets: string | null; scale: number },
): StyleSpecification {
  const geojson = (data: FeatureCollection) => ({ type: 'geojson' as const, data });
  return {
    version: 8,
    sources: {
      land: geojson(drawn.land),
      areas: geojson(drawn.areas),
      cells: geojson(drawn.cells),
      names: geojson(drawn.names),
      doubt: geojson(drawn.doubt),
      points: geojson(drawn.points),
      ...(streets && { streets: { type: 'vector' as const, url: `pmtiles://${streets}` } }),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colours.landline, 'line-width': 1 } },
      ...(streets ? streetLayers(colours, mapFonts) : []),
      ...areaLayers(colours, scale),
      ...pointLayers(colours, scale),
    ],
  };
}

// What is chosen, and what is being drawn, is filled and lined with the accent.
const marked: ExpressionSpecification = ['any', ['get', 'selected'], ['==', ['get', 'role'], 'draft']];

function areaLayers(colours: Colours, scale: number): LayerSpecification[] {
  return [
    {
      id: 'area-fill',
      type: 'fill',
      source: 'areas',
      paint: {
        'fill-color': colours.accent,
        'fill-opacity': ['case', marked, 0.18, ['==', ['get', 'role'], 'home'], 0.05, 0],
      },
    },
    {
      id: 'cells',
      type: 'fill',
      source: 'cells',
      paint: { 'fill-color': colours.accent, 'fill-opacity': ['get', 'strength'] },
    },
    {
      id: 'area-line',
      type: 'line',
      source: 'areas',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': [
          'case',
          marked,
          colours.accent,
          ['match', ['get', 'role'], ['force', 'home'], true, false],
          colours.ink3,
          colours.landline,
        ],
        'line-width': ['case', marked, 2, ['==', ['get', 'role'], 'home'], 1.5, 1],
        'line-opacity': ['match', ['get', 'role'], 'faint', 0.6, 1],
      },
    },
    {
      id: 'area-name',
      type: 'symbol',
      source: 'names',
      layout: { 'text-field': ['get', 'name'], 'text-font': mapFonts, 'text-size': 11 * scale, 'text-max-width': 8 },
      paint: {
        'text-color': ['case', ['get', 'strong'], colours.ink, colours.ink3],
        'text-halo-color': colours.land,
        'text-halo-width': ['case', ['get', 'strong'], 2, 1.5],
      },
    },
  ];
}

function pointLayers(colours: Colours, scale: number): LayerSpecification[] {
  const ring = (id: string, flag: string, colour: string, radius: number): LayerSpecification => ({
    id,
    type: 'circle',
    source: 'points',
    filter: ['get', flag],
    paint: {
      'circle-radius': radius * scale,
      'circle-color': 'rgba(0, 0, 0, 0)',
      'circle-stroke-color': colour,
      'circle-stroke-width': 2,
    },
  });
  return [
    {
      id: 'doubt',
      type: 'fill',
      source: 'doubt',
      paint: { 'fill-color': colours.accent, 'fill-opacity': ['case', ['get', 'selected'], 0.14, 0.05] },
    },
    {
      id: 'doubt-line',
      type: 'line',
      source: 'doubt',
      paint: {
        'line-color': colours.accent,
        'line-opacity': ['case', ['get', 'selected'], 0.9, 0.35],
        'line-dasharray': [3, 2],
      },
    },
    ring('late', 'late', colours.p1, 12),
    ring('selected', 'selected', colours.accent, 16),
    {
      // Under the signs, so that these take their places first: a label never lies on a sign or on another label; the
      // most important finds its place first, and what finds none is told by the pointer and by the list.
      id: 'point-label',
      type: 'symbol',
      source: 'points',
      filter: ['!=', ['get', 'label'], ''],
      layout: {
        'symbol-sort-key': ['-', 0, ['get', 'order']],
        'text-field': ['get', 'label'],
        'text-font': mapFonts,
        'text-size': 11 * scale,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.1,
        'text-padding': 1,
        'text-justify': 'auto',
      },
      paint: { 'text-color': colours.ink2, 'text-halo-color': colours.land, 'text-halo-width': 1.5 },
    },
    {
      id: 'points',
      type: 'symbol',
      source: 'points',
      layout: {
        'icon-image': ['get', 'shape'],
        'icon-size': scale,
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: { 'icon-opacity': ['case', ['get', 'faded'], 0.5, 1] },
    },
  ];
}
