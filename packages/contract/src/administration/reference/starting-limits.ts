/**
 * Minutes from created to first on scene that a force begins with, by priority; priority 4 has none. A beginning to be
 * changed (`changeLimits`), so that nothing waits unseen in a force that has not chosen yet; no norm of any force.
 */
export const startingLimits: ReadonlyMap<number, number> = new Map([
  [1, 10],
  [2, 20],
  [3, 60],
]);
