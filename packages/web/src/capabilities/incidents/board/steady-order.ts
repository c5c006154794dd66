/**
 * The order to show while a hand is on the list: rows stay where they were, what is new comes at the end, and what has
 * left keeps its place until the hand goes. Returns the wanted order where none was shown yet.
 */
export function steadyOrder(shown: readonly string[], wanted: readonly string[]): string[] {
  const known = new Set(shown);
  return [...shown, ...wanted.filter((id) => !known.has(id))];
}

export const sameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);
