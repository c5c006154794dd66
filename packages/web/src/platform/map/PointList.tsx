import type { MapArea, MapPoint } from './map-types.ts';
import { useMapText } from './words.ts';

interface Props {
  points: readonly MapPoint[];
  areas: readonly MapArea[];
  selected: string | null;
  choose(id: string): void;
  chooseArea(id: string): void;
}

/** What is on the map as a list: for a screen reader, for who works without a mouse, and where no map can be drawn. */
export function PointList({ points, areas, selected, choose, chooseArea }: Props) {
  const text = useMapText();
  return (
    <section className="map-list" aria-label={text('listTitle')}>
      {points.length + areas.length === 0 && <p>{text('nothing')}</p>}
      <ul>
        {areas.map((area) => (
          <li key={`area ${area.id}`}>
            <button type="button" onClick={() => chooseArea(area.id)}>
              <bdi>{area.name}</bdi>
            </button>
          </li>
        ))}
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
