// What New York's thefts and Chicago's assaults hold, worked out from the raw files alone: no code, no query and no library
// of the product. Used by the test beside it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

type Row = Record<string, string>;
type Ring = [number, number][];

/** A raw file as rows by column. Neither file quotes a cell. */
export function readRaw(shared: string, name: string): Row[] {
  const text = gunzipSync(readFileSync(path.join(shared, 'data', name))).toString();
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((column, index) => [column, cells[index] ?? '']));
  });
}

const zoneParts = new Map<string, Intl.DateTimeFormat>();
function wallClock(instant: number, zone: string): string {
  let format = zoneParts.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    zoneParts.set(zone, format);
  }
  return format.format(instant);
}

const offsets = new Map<string, number[]>();

/**
 * The instants at which clocks of a zone show a local time (`YYYY-MM-DD HH:mm`): one, none where they skipped it, two
 * where they showed it twice. Found by trying every offset of North America; clocks there change on the hour.
 */
export function instantsOf(local: string, zone: string): number[] {
  const hour = `${local.slice(0, 13)}:00`;
  const asUtc = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00Z`);
  let found = offsets.get(`${zone} ${hour}`);
  if (!found) {
    found = [4, 5, 6].filter((hours) => wallClock(asUtc(hour) + hours * 3_600_000, zone) === hour);
    offsets.set(`${zone} ${hour}`, found);
  }
  return found.map((hours) => asUtc(local) + hours * 3_600_000);
}

interface Area {
  name: string;
  rings: Ring[];
  box: [number, number, number, number];
}

/** The areas of a GeoJSON file by a property, as bare rings. */
export function readPolygons(shared: string, name: string, property: string): { areas: Area[]; features: unknown[] } {
  const { features } = JSON.parse(gunzipSync(readFileSync(path.join(shared, 'data', name))).toString());
  const areas = features.map((feature: { properties: Row; geometry: { type: string; coordinates: never } }) => {
    const { type, coordinates } = feature.geometry;
    const rings: Ring[] = type === 'Polygon' ? coordinates : (coordinates as Ring[][]).flat();
    const points = rings.flat();
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
    const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
    return { name: String(feature.properties[property]), rings, box: [least(xs), least(ys), most(xs), most(ys)] };
  });
  return { areas, features };
}

/** The names of the areas that hold a point, by counting how often a ray to the east meets their edges. */
export function areasAt(areas: readonly Area[], x: number, y: number): string[] {
  return areas
    .filter(({ rings, box }) => {
      if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) return false;
      let inside = false;
      for (const ring of rings) {
        for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
          const [ax, ay] = ring[at] as [number, number];
          const [bx, by] = ring[before] as [number, number];
          if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
        }
      }
      return inside;
    })
    .map(({ name }) => name);
}
