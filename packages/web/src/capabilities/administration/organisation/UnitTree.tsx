import { Select, Switch, TextInput, Tree, type TreeNodeData, useTree } from '@mantine/core';
import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState } from 'react';
import { countText } from '../../../platform/count-text.ts';
import { useText } from '../../../platform/text.ts';
import { useKindWords } from '../words.ts';
import { type Branch, branchesOf, countFound, kindOrder, unitsAbove } from './tree-data.ts';
import type { OrganisationPlace } from './use-place.ts';
import { unitsCounted, useOrganisationWords } from './words.ts';

interface UnitTreeProps {
  units: readonly TreeUnit[];
  truncated: boolean;
  chosen: number | null;
  place: OrganisationPlace;
  set(more: Partial<OrganisationPlace>, how?: { replace: boolean }): void;
  choose(unitId: number): void;
}

/** The tree of units: arrows walk and open it, Enter chooses; words and a kind narrow it, each branch counts what is under it. */
export function UnitTree({ units, truncated, chosen, place, set, choose }: UnitTreeProps) {
  const { say, language } = useOrganisationWords();
  const { say: kindWord } = useKindWords();
  const branches = useMemo(() => branchesOf(units, place), [units, place]);
  const kinds = kindOrder.filter((kind) => units.some((unit) => unit.kind === kind));
  return (
    <section className="org-tree" aria-label={say('tree')}>
      <div className="org-tree-head">
        <div className="org-tree-title">
          <h1>{say('title')}</h1>
          <span role="status">{countText(language, unitsCounted, countFound(branches))}</span>
        </div>
        <TextInput
          type="search"
          aria-label={say('find')}
          placeholder={say('find')}
          dir="auto"
          maxLength={100}
          value={place.words}
          onChange={(event) => set({ words: event.currentTarget.value }, { replace: true })}
        />
        <div className="org-tree-narrow">
          <Select
            size="xs"
            aria-label={say('kind')}
            placeholder={say('allKinds')}
            clearable
            clearButtonProps={{ 'aria-label': say('allKinds') }}
            data={kinds.map((kind) => ({ value: kind, label: kindWord(kind) }))}
            value={place.kind === '' ? null : place.kind}
            onChange={(kind) => set({ kind: kind ?? '' })}
          />
          <Switch
            size="xs"
            label={say('showEnded')}
            checked={place.withEnded}
            onChange={(event) => set({ withEnded: event.currentTarget.checked })}
          />
        </div>
      </div>
      {branches.length === 0 ? (
        <p className="adm-state">{say('none')}</p>
      ) : (
        <Branches
          units={units}
          branches={branches}
          narrowed={place.words.trim() !== '' || place.kind !== ''}
          chosen={chosen}
          choose={choose}
        />
      )}
      {truncated && <p className="adm-state">{say('truncated')}</p>}
    </section>
  );
}

interface BranchesProps {
  units: readonly TreeUnit[];
  branches: readonly Branch[];
  narrowed: boolean;
  chosen: number | null;
  choose(unitId: number): void;
}

function Branches({ units, branches, narrowed, chosen, choose }: BranchesProps) {
  const { say } = useOrganisationWords();
  const data = useMemo(() => branches.map(nodeOf), [branches]);
  const [open, setOpen] = useState<Record<string, boolean>>(() => openAtFirst(units));
  const byId = useMemo(() => new Map(units.map((unit) => [unit.unitId, unit])), [units]);
  useEffect(() => {
    const own = byId.get(chosen ?? -1);
    setOpen((now) => ({ ...now, ...opened([...unitsAbove(byId, chosen), ...(own ? [own] : [])]) }));
  }, [byId, chosen]);
  const tree = useTree({
    expandedState: narrowed ? opened(units) : open,
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
  );
}

const nodeOf = (branch: Branch): TreeNodeData => ({
  value: String(branch.unit.unitId),
  label: <NodeLabel branch={branch} />,
  children: branch.children.map(nodeOf),
});

function NodeLabel({ branch: { unit, below, found } }: { branch: Branch }) {
  const { say } = useOrganisationWords();
  const { name } = useText();
  return (
    <span className="org-label" data-ended={unit.ended || undefined} data-above={!found || undefined}>
      <bdi title={name(unit)}>{name(unit)}</bdi>
      {unit.ended && <span className="adm-hidden">{say('ended')}</span>}
      {below > 0 && (
        <span className="org-below" title={say('below', { count: below })}>
          {below}
        </span>
      )}
      <small>
        <bdi dir="ltr">{unit.code}</bdi>
      </small>
    </span>
  );
}

const opened = (units: readonly { unitId: number }[]): Record<string, boolean> =>
  Object.fromEntries(units.map((unit) => [String(unit.unitId), true]));

// The forces are open at first, and the way down to what the address names.
const openAtFirst = (units: readonly TreeUnit[]): Record<string, boolean> =>
  opened(units.filter((unit) => unit.kind === 'force'));
