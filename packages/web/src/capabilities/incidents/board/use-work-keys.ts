import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { type KeyAction, useKeys } from '../../../platform/keys/keys.ts';
import { openPalette } from '../../../platform/palette/sources.ts';
import { codeOfStatus } from '../command-line/plan.ts';
import { nextOf } from '../detail/next-step.ts';
import { useBoardText } from './words.ts';

interface Options {
  /** The chosen incident as the board knows it. */
  selected: BoardIncident | undefined;
  actions: readonly string[];
}

/** The keys that work the chosen incident. Those of the palette show what will be done before Enter does it. */
export function useWorkKeys({ selected, actions }: Options): void {
  const text = useBoardText();
  const next = nextOf(selected?.assignments ?? []);
  const keys: KeyAction[] = [];
  if (selected && actions.includes('incident.dispatch')) {
    keys.push({ key: 'A', label: text('keyAssign'), run: () => openPalette('a ') });
    if (next)
      keys.push({
        key: 'S',
        label: text('keyStatus'),
        run: () => openPalette(`s ${next.lead.callSign} ${codeOfStatus(next.to)}`),
      });
  }
  if (selected && actions.includes('incident.note')) {
    const write = () => document.querySelector<HTMLElement>('.detail [name=note]')?.focus();
    keys.push({ key: 'E', label: text('keyNote'), run: write });
  }
  useKeys(text('detail'), keys);
}
