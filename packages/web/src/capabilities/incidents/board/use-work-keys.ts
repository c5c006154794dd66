import { isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { type KeyAction, useKeys } from '../../../platform/keys/keys.ts';
import { openPalette } from '../../../platform/palette/sources.ts';
import { useBoardText } from './words.ts';

interface Options {
  /** The chosen incident as the board knows it. */
  selected: BoardIncident | undefined;
  actions: readonly string[];
}

/** The keys that work the chosen incident. Those of the palette show what will be done before Enter does it. */
export function useWorkKeys({ selected, actions }: Options): void {
  const text = useBoardText();
  const working = selected?.assignments.filter((one) => !isOver(one.status)) ?? [];
  const [first] = working;
  const keys: KeyAction[] = [];
  if (selected && actions.includes('incident.dispatch')) {
    keys.push({ key: 'A', label: text('keyAssign'), run: () => openPalette('a ') });
    if (first)
      keys.push({
        key: 'S',
        label: text('keyStatus'),
        run: () => openPalette(working.length === 1 ? `s ${first.callSign}` : 's '),
      });
  }
  if (selected && actions.includes('incident.note')) {
    const write = () => document.querySelector<HTMLElement>('.detail [name=note]')?.focus();
    keys.push({ key: 'E', label: text('keyNote'), run: write });
  }
  useKeys(text('detail'), keys);
}
