import type { ListedIncident } from '@marsad/contract/incidents/list-incidents.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useNarrow } from '../../../platform/use-narrow.ts';
import { usePrinting } from '../../../platform/use-printing.ts';
import { type CellContext, cellOf, headOf, titleOf } from './cells.tsx';
import type { Column } from './question.ts';
import { useListText } from './words.ts';

interface Props {
  rows: readonly ListedIncident[];
  columns: readonly Column[];
  context: CellContext;
  open: string;
  choose(incidentId: string): void;
  /** Asked for when the end comes near; null when there is no more. */
  more: (() => void) | null;
}

const rowPixels = 34;
/** On a phone a row has two lines; as `list.css` draws it. */
const phoneRowPixels = 60;
const near = 30;

/** The rows as a table. Only what is seen is drawn; the arrows walk through all of it, Enter opens. */
export function ListTable({ rows, columns, context, open, choose, more }: Props) {
  const { say } = useListText();
  const printing = usePrinting();
  const narrow = useNarrow();
  const scroll = useRef<HTMLDivElement>(null);
  const [hand, setHand] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (narrow ? phoneRowPixels : rowPixels),
    overscan: 12,
    // Rows are measured anew when their height changes.
    getItemKey: (index) => `${narrow} ${index}`,
  });
  const seen = virtual.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= rows.length - near) more();
  }, [more, last, rows.length]);
  const reach = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    setHand(to);
    virtual.scrollToIndex(to);
    // The row may not be drawn yet: it is there in the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus()),
    );
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: hand + 1,
      ArrowUp: hand - 1,
      PageDown: hand + 15,
      PageUp: hand - 15,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    const row = rows[hand];
    if (to !== undefined) reach(to);
    else if (event.key === 'Enter' && row) choose(row.incidentId);
    else return;
    event.preventDefault();
  };
  const [first, total] = printing ? [0, rows.length] : [seen[0]?.index ?? 0, seen.length];
  const before = printing ? 0 : (seen[0]?.start ?? 0);
  const after = printing ? 0 : virtual.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    <div className="list-scroll" ref={scroll}>
      <table className="list-table" aria-rowcount={more ? -1 : rows.length + 1} onKeyDown={press}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`is-${column}`}>
                {say(headOf[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ blockSize: before }} />}
          {rows.slice(first, first + total).map((row, offset) => (
            <Row
              key={row.incidentId}
              row={row}
              index={first + offset}
              columns={columns}
              context={context}
              open={row.incidentId === open}
              reachable={first + offset === hand || (hand < first && offset === 0)}
              choose={(index) => {
                setHand(index);
                choose(row.incidentId);
              }}
            />
          ))}
          {after > 0 && <tr aria-hidden style={{ blockSize: after }} />}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: ListedIncident;
  index: number;
  columns: readonly Column[];
  context: CellContext;
  open: boolean;
  /** Whether Tab stops here. */
  reachable: boolean;
  choose(index: number): void;
}

const Row = memo(
  function Row({ row, index, columns, context, open, reachable, choose }: RowProps) {
    return (
      <tr
        data-index={index}
        data-id={row.incidentId}
        aria-rowindex={index + 2}
        aria-current={open}
        tabIndex={reachable ? 0 : -1}
        onClick={() => choose(index)}
      >
        {columns.map((column) => (
          <td key={column} className={`is-${column}`} title={titleOf(column, row, context)}>
            {cellOf(column, row, context)}
          </td>
        ))}
      </tr>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.index === b.index &&
    a.columns === b.columns &&
    a.context === b.context &&
    a.open === b.open &&
    a.reachable === b.reachable,
);
