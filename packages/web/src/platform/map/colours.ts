// The map takes its colours from the same tokens as the page, so that dark and light hold for both.
const names = ['sea', 'land', 'landline', 'ink', 'ink2', 'ink3', 's1', 'accent', 'p1', 'p2', 'p3', 'p4'] as const;
export type Colours = Record<(typeof names)[number], string>;

export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim() || 'gray';
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Colours;
}

/** Calls back when the page turns dark or light; returns how to stop. */
export function onThemeTurn(turned: () => void): () => void {
  const observer = new MutationObserver(turned);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
