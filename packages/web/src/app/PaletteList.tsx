import { useEffect, useRef } from 'react';
import type { PaletteItem } from '../platform/palette/sources.ts';

interface Props {
  items: readonly PaletteItem[];
  active: PaletteItem | undefined;
  choose(item: PaletteItem): void;
}

/** What the palette found, by group, in the order found. */
export function PaletteList({ items, active, choose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const id = active?.id;
  useEffect(() => {
    if (id) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return (
    <div className="palette-list" id="palette-list" role="listbox" tabIndex={-1} ref={list}>
      {items.map((item, index) => (
        <div key={item.id} role="presentation">
          {item.group !== items[index - 1]?.group && (
            <div className="palette-group" role="presentation">
              {item.group}
            </div>
          )}
          <button
            type="button"
            id={`palette-${item.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={item.id === id}
            aria-disabled={item.problem ?? false}
            className={item.problem ? 'palette-item problem' : 'palette-item'}
            // The focus stays in the line; a finger that scrolls the list presses nothing.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item)}
          >
            <bdi>{item.title}</bdi>
            {item.detail && <bdi className="palette-detail">{item.detail}</bdi>}
          </button>
        </div>
      ))}
    </div>
  );
}
