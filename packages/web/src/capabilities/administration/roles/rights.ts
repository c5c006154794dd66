import { permissions } from '@marsad/contract/administration/permissions.ts';
import type { Right } from '@marsad/contract/administration/rights.ts';

/** A right as roles give it; everybody has those to themselves. */
const selfActions = new Set(['session.self', 'account.self']);

export const capabilities = ['incidents', 'involved', 'analysis', 'administration'] as const;
export type Capability = (typeof capabilities)[number];

/** Where an action stands on the page. */
export function capabilityOf(action: string): Capability {
  const [subject, verb] = action.split('.');
  if (subject === 'incident') return 'incidents';
  if (subject === 'people' && verb !== 'manage') return 'involved';
  if (subject === 'analysis' || subject === 'import') return 'analysis';
  return 'administration';
}

/** Whether an action is about incidents, so that their type and maker can narrow it. */
export const isAboutIncidents = (action: string): boolean =>
  capabilityOf(action) !== 'administration' && action !== 'import.run';

/** Every action that a role can give, by capability, in the order of the contract; those that a role holds beside them too. */
export function actionsByCapability(held: readonly Right[]): Map<Capability, string[]> {
  const known = permissions.map((one) => one.action).filter((action) => !selfActions.has(action));
  const all = [...new Set([...known, ...held.map((right) => right.action)])];
  return new Map(capabilities.map((one) => [one, all.filter((action) => capabilityOf(action) === one)]));
}

const keyOf = ({ action, area, types, own }: Right): string => JSON.stringify([action, area, types, own]);

/** What rights became: those given and those taken. */
export function rightsChanged(before: readonly Right[], after: readonly Right[]): { given: Right[]; taken: Right[] } {
  const old = new Set(before.map(keyOf));
  const now = new Set(after.map(keyOf));
  return {
    given: after.filter((right) => !old.has(keyOf(right))),
    taken: before.filter((right) => !now.has(keyOf(right))),
  };
}
