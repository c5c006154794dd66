import { Switch, TextInput, Tree, type TreeNodeData, useTree } from '@mantine/core';
import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react';
import { useText } from '../../../platform/text.ts';
import { type Branch, branchesOf, idsAbove } from './tree-data.ts';
import { useOrganisationWords } from './words.ts';

interface UnitTreeProps {
  units: readonly TreeUnit[];
  truncated: boolean;
  chosen: number | null;
  choose(unitId: number): void;
}

/** The tree of units: arrows walk and open it, Enter chooses; typing above narrows it. */
export function UnitTree({ units, truncated, chosen, choose }: UnitTreeProps) {
  const { say } = useOrganisationWords();
  const { name } = useText();
  const [words, setWords] = useState('');
  const [withEnded, setWithEnded] = useState(false);
  const data = useMemo(() => {
    const nodeOf = ({ unit, children }: Branch): TreeNodeData => ({
      value: String(unit.unitId),
      label: (
        <span className="org-label" data-ended={unit.ended || undefined}>
          <bdi>{name(unit)}</bdi>
          <small dir="ltr">{unit.code}</small>
        </span>
      ),
      children: children.map(nodeOf),
    });
    return branchesOf(units, words, withEnded).map(nodeOf);
  }, [units, words, withEnded, name]);
  const [open, setOpen] = useState<Record<string, boolean>>(() => openAtFirst(units));
  useEffect(() => setOpen((now) => ({ ...now, ...opened(idsAbove(units, chosen)) })), [units, chosen]);
  const narrowed = words.trim() !== '';
  const tree = useTree({
    expandedState: narrowed ? opened(units.map((unit) => unit.unitId)) : open,
    onExpandedStateChange: (next) => !narrowed && setOpen(next),
    selectedState: chosen === null ? [] : [String(chosen)],
  });
  const keys = (event: KeyboardEvent) => {
    const value = (event.target as HTMLElement).dataset.value;
    if (event.key === 'Enter' && value) choose(Number(value));
  };
  const click = (value: string, focus: (event: MouseEvent) => void) => (event: MouseEvent) => {
    focus(event);
    if ((event.target as HTMLElement).closest('.org-twist')) tree.toggleExpanded(value);
    else choose(Number(value));
  };
  return (
    <section className="org-tree" aria-label={say('tree')}>
      <div className="org-tree-head">
        <TextInput
          type="search"
          aria-label={say('find')}
          placeholder={say('find')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Switch
          size="xs"
          label={say('showEnded')}
          checked={withEnded}
          onChange={(event) => setWithEnded(event.currentTarget.checked)}
        />
      </div>
      {data.length === 0 ? (
        <p className="adm-state">{say('none')}</p>
      ) : (
        <Tree
          aria-label={say('tree')}
          data={data}
          tree={tree}
          levelOffset={14}
          expandOnClick={false}
          onKeyDown={keys}
          renderNode={({ node, expanded, hasChildren, elementProps }) => (
            <div
              {...{ ...elementProps, onClick: click(node.value, elementProps.onClick) }}
              className={`org-node ${elementProps.className}`}
            >
              <span className="org-twist" data-open={expanded || undefined} aria-hidden>
                {hasChildren ? '▸' : ''}
              </span>
              {node.label}
            </div>
          )}
        />
      )}
      {truncated && <p className="adm-state">{say('truncated')}</p>}
    </section>
  );
}

const opened = (ids: readonly number[]): Record<string, boolean> =>
  Object.fromEntries(ids.map((id) => [String(id), true]));

// The forces are open at first, and the way down to what the address names.
const openAtFirst = (units: readonly TreeUnit[]): Record<string, boolean> =>
  opened(units.filter((unit) => unit.kind === 'force').map((unit) => unit.unitId));
