// Choosing from a tree by pointer or keys: a button that says what is chosen, and a list that is searched by typing.
import './tree-picker.css';
import { IconCheck, IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useText } from '../platform/text.ts';
import { useTreePickerText } from './tree-picker-words.ts';
import { openTo, type TreeNode, type TreeRow, treeRows } from './tree-rows.ts';

interface Props<Id extends string | number> {
  label: string;
  /** What is chosen when nothing is. */
  allLabel: string;
  nodes: readonly TreeNode<Id>[];
  chosen: readonly Id[];
  choose(ids: Id[]): void;
  /** How many levels are open to begin with. */
  openDepth: number;
}

/** One or several nodes of a tree. Enter or a click takes one alone and closes; Ctrl-Enter or the sign at its end adds it. */
export function TreePicker<Id extends string | number>(props: Props<Id>) {
  const { label, allLabel, nodes, chosen, choose, openDepth } = props;
  const [shown, setShown] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const names = chosen.map((one) => nodes.find((node) => node.id === one)?.name ?? String(one));
  useEffect(() => {
    if (!shown) return;
    const outside = (event: Event) => !place.current?.contains(event.target as Node) && setShown(false);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [shown]);
  const close = () => {
    setShown(false);
    button.current?.focus();
  };
  return (
    <div className="tree-picker" ref={place}>
      <span id={`${id}-label`}>{label}</span>
      <button
        ref={button}
        type="button"
        className="tree-picker-button"
        id={`${id}-value`}
        aria-labelledby={`${id}-label ${id}-value`}
        aria-haspopup="dialog"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        <bdi>{names[0] ?? allLabel}</bdi>
        {names.length > 1 && <bdi>+{names.length - 1}</bdi>}
        <IconChevronDown size={14} stroke={1.8} aria-hidden />
      </button>
      {shown && <Panel label={label} allLabel={allLabel} {...{ nodes, chosen, choose, openDepth, close }} />}
    </div>
  );
}

function Panel<Id extends string | number>(props: Props<Id> & { close(): void }) {
  const { label, allLabel, nodes, chosen, choose, openDepth, close } = props;
  const { language } = useText();
  const text = useTreePickerText();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<ReadonlySet<Id>>(() => openTo(nodes, openDepth));
  const rows = useMemo(() => treeRows(nodes, query, open), [nodes, query, open]);
  // Place 0 is the choice of everything.
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const active = Math.min(at, rows.length);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const take = (row: TreeRow<Id> | undefined) => {
    choose(row ? [row.node.id] : []);
    close();
  };
  const add = ({ node }: TreeRow<Id>) =>
    choose(chosen.includes(node.id) ? chosen.filter((one) => one !== node.id) : [...chosen, node.id]);
  const turn = (row: TreeRow<Id>, opened: boolean) => {
    const next = new Set(open);
    if (opened) next.add(row.node.id);
    else next.delete(row.node.id);
    setOpen(next);
  };
  const actOf = (event: KeyboardEvent): (() => void) | undefined => {
    const row = rows[active - 1];
    const [onward, back] = language === 'ar' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    if (event.key === 'ArrowDown') return () => setAt(Math.min(active + 1, rows.length));
    if (event.key === 'ArrowUp') return () => setAt(Math.max(active - 1, 0));
    if (event.key === 'Enter') return () => (event.ctrlKey && row ? add(row) : take(row));
    if (event.key === 'Escape') return close;
    // While something is typed these keys move in it.
    if (query !== '' || !row?.hasChildren) return undefined;
    if (event.key === onward) return () => turn(row, true);
    return event.key === back ? () => turn(row, false) : undefined;
  };
  const onKey = (event: KeyboardEvent) => {
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className="tree-picker-panel" role="dialog" aria-label={label}>
      <input
        type="search"
        ref={input}
        role="combobox"
        aria-label={text('search')}
        aria-expanded="true"
        aria-haspopup="tree"
        aria-controls={`${id}-tree`}
        aria-activedescendant={`${id}-${active}`}
        placeholder={text('search')}
        value={query}
        onKeyDown={onKey}
        onChange={(event) => {
          const typed = event.target.value;
          setQuery(typed);
          // The first that was found, not what stands above it.
          setAt(typed === '' ? 0 : treeRows(nodes, typed, open).findIndex((row) => !row.context) + 1);
        }}
      />
      <div
        className="tree-picker-rows"
        id={`${id}-tree`}
        role="tree"
        aria-label={label}
        aria-multiselectable="true"
        ref={list}
        tabIndex={-1}
      >
        <div
          id={`${id}-0`}
          role="treeitem"
          tabIndex={-1}
          aria-level={1}
          aria-selected={chosen.length === 0}
          data-active={active === 0}
          onMouseMove={() => setAt(0)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(undefined)}
          onKeyDown={onKey}
        >
          <span className="tree-picker-name">{allLabel}</span>
          {chosen.length === 0 && <IconCheck size={15} stroke={2} aria-hidden />}
        </div>
        {rows.map((row, index) => (
          <div
            key={row.node.id}
            id={`${id}-${index + 1}`}
            role="treeitem"
            tabIndex={-1}
            aria-level={row.depth + 1}
            aria-selected={chosen.includes(row.node.id)}
            {...(row.hasChildren && { 'aria-expanded': row.expanded })}
            data-active={active === index + 1}
            data-context={row.context}
            style={{ paddingInlineStart: `${6 + row.depth * 16}px` }}
            onMouseMove={() => setAt(index + 1)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => (event.ctrlKey ? add(row) : take(row))}
            onKeyDown={onKey}
          >
            <Turner row={row} act={() => turn(row, !row.expanded)} />
            <bdi className="tree-picker-name">{row.node.name}</bdi>
            <span
              className="tree-picker-add"
              aria-hidden="true"
              onClick={(event) => {
                event.stopPropagation();
                add(row);
              }}
            >
              {chosen.includes(row.node.id) ? <IconCheck size={15} stroke={2} /> : <IconPlus size={15} stroke={1.6} />}
            </span>
          </div>
        ))}
      </div>
      {rows.length === 0 && <p className="tree-picker-none">{text('none')}</p>}
      <p className="tree-picker-hint">{text('hint')}</p>
    </div>
  );
}

function Turner<Id extends string | number>({ row, act }: { row: TreeRow<Id>; act(): void }) {
  return (
    <span
      className="tree-picker-turn"
      aria-hidden="true"
      data-open={row.expanded}
      onClick={(event) => {
        if (!row.hasChildren) return;
        event.stopPropagation();
        act();
      }}
    >
      {row.hasChildren && <IconChevronRight size={14} stroke={1.8} />}
    </span>
  );
}
