// What the command palette can find, given by whatever part of the page knows it.
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { useEffect, useId, useRef, useSyncExternalStore } from 'react';

export interface PaletteItem {
  id: string;
  title: string;
  /** What it is, or what Enter will do. */
  detail?: string;
  /** Heading under which it stands. */
  group: string;
  /** Does it; returns a sentence when that was refused, and then the palette stays open. */
  run?: () => unknown;
  /** Instead of doing anything, writes this into the line: a command half typed. */
  complete?: string;
  /** A sentence that says why the line cannot be done. */
  problem?: boolean;
}

export interface PaletteSource {
  /** Items for a line, best first; quick, at every key. */
  find(line: string): readonly PaletteItem[];
  /** Items that must be asked for elsewhere, after a pause in typing. */
  ask?(line: string): Promise<readonly PaletteItem[]>;
}

let sources: readonly { id: string; source: PaletteSource }[] = [];
const listeners = new Set<() => void>();
function set(next: typeof sources): void {
  sources = next;
  for (const listener of listeners) listener();
}

/** Lets the palette find something while a part of the page stands. */
export function usePaletteSource(source: PaletteSource): void {
  const id = useId();
  const latest = useRef(source);
  latest.current = source;
  useEffect(() => {
    const given: PaletteSource = {
      find: (line) => latest.current.find(line),
      ask: async (line) => (await latest.current.ask?.(line)) ?? [],
    };
    set([...sources.filter((one) => one.id !== id), { id, source: given }]);
    return () => set(sources.filter((one) => one.id !== id));
  }, [id]);
}

export const usePaletteSources = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sources,
  );

// The palette may be asked for from anywhere: a key, the top bar, the board with a command begun.
const opening = new EventTarget();

/** Opens the palette, with a line begun. */
export function openPalette(line = ''): void {
  opening.dispatchEvent(new CustomEvent('open', { detail: line }));
}
export function onPaletteOpen(handle: (line: string) => void): () => void {
  const listener = (event: Event) => handle((event as CustomEvent<string>).detail);
  opening.addEventListener('open', listener);
  return () => opening.removeEventListener('open', listener);
}

/**
 * Whether every word of a line begins a word of one of the texts, in whatever language and spelling, with or without the
 * Arabic article or what French writes before an apostrophe. Nothing typed finds all.
 */
export function findsAll(line: string, texts: readonly (string | null)[]): boolean {
  const text = texts.filter(Boolean).join(' ');
  const held = normaliseForSearch(`${text} ${text.replace(/['’]/g, ' ')}`).split(' ');
  return normaliseForSearch(line)
    .split(' ')
    .every((word) =>
      held.some((one) => one.startsWith(word) || (one.startsWith('ال') && one.slice(2).startsWith(word))),
    );
}
