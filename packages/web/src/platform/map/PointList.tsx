import type { MapPoint } from './map-types.ts';
import { useMapText } from './words.ts';

interface Props {
  points: readonly MapPoint[];
  selected: string | null;
  choose(id: string): void;
}

/** What is on the map as a list: for a screen reader, for who works without a mouse, and where no map can be drawn. */
export function PointList({ points, selected, choose }: Props) {
  const text = useMapText();
  return (
    <section className="map-list" aria-label={text('listTitle')}>
      {points.length === 0 && <p>{text('nothing')}</p>}
      <ul>
        {points.map((point) => (
          <li key={point.id}>
            <button type="button" aria-current={point.id === selected} onClick={() => choose(point.id)}>
              <bdi>{point.name}</bdi>
              {point.late && ` · ${text('late')}`}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
