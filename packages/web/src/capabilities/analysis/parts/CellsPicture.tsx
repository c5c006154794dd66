import type { RefObject } from 'react';
import { boundsOf } from '../../../platform/map/circle.ts';
import type { DrawnGeometry, MapArea, MapCell } from '../../../platform/map/map-types.ts';

interface Props {
  label: string;
  land: Readonly<DrawnGeometry>;
  areas: readonly MapArea[];
  cells: readonly MapCell[];
  bounds: readonly [number, number, number, number] | null;
  holder: RefObject<HTMLDivElement | null>;
}

const width = 760;
const most = 560;
const mercator = (latitude: number): number =>
  (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;

/**
 * The map as a plain drawing: what is saved and printed, and what is shown where the browser can draw no map. Its colours
 * are the page's tokens, put in when it is saved.
 */
export function CellsPicture({ label, land, areas, cells, bounds, holder }: Props) {
  const shown = bounds ?? boundsOf(cells.map((cell) => [cell.ring]));
  if (!shown) return <div ref={holder} />;
  const [west, south, east, north] = shown;
  const [top, bottom] = [mercator(north), mercator(south)];
  const scale = Math.min(width / (east - west), most / (top - bottom)) * 0.94;
  const height = Math.ceil((top - bottom) * scale * 1.06);
  const middle = [(west + east) / 2, (top + bottom) / 2] as const;
  const path = (rings: readonly (readonly (readonly [number, number])[])[]): string =>
    rings
      .map(
        (ring) =>
          `M${ring
            .map(([x, y]) => {
              const across = width / 2 + (x - middle[0]) * scale;
              const down = height / 2 - (mercator(y) - middle[1]) * scale;
              return `${across.toFixed(1)} ${down.toFixed(1)}`;
            })
            .join('L')}Z`,
      )
      .join('');
  return (
    <div ref={holder} className="cells-picture">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <rect width={width} height={height} fill="var(--sea)" />
        <path d={land.map(path).join('')} fill="var(--land)" stroke="var(--landline)" fillRule="evenodd" />
        {cells.map(({ id, ring, strength, name }) => (
          <path key={id} d={path([ring])} fill="var(--accent)" fillOpacity={strength}>
            <title>{name}</title>
          </path>
        ))}
        {areas.map(({ id, polygons, role }) => (
          <path
            key={id}
            d={polygons.map(path).join('')}
            fill="none"
            stroke={role === 'plain' || role === 'faint' ? 'var(--landline)' : 'var(--ink3)'}
          />
        ))}
      </svg>
    </div>
  );
}
