import { permissions } from '@marsad/contract/administration/permissions.ts';
import type { Right } from '@marsad/contract/administration/rights.ts';
import { expect, test } from 'vitest';
import { actionsByCapability, capabilityOf, rightsChanged } from './rights.ts';

const right = (action: string, area: Right['area'] = 'unit'): Right => ({ action, area, types: 'all', own: false });

test('every action that a role can give stands in one group, one that nobody names any more too', () => {
  const groups = actionsByCapability([right('incident.read'), right('former.action')]);
  const shown = [...groups.values()].flat();
  expect(new Set(shown).size).toBe(shown.length);
  const givable = permissions.map((one) => one.action).filter((action) => !action.endsWith('.self'));
  expect([...shown].sort()).toEqual([...givable, 'former.action'].sort());
});

test.each([
  ['incident.close', 'incidents'],
  ['people.break_glass', 'involved'],
  ['people.manage', 'administration'],
  ['import.run', 'analysis'],
  ['audit.read', 'administration'],
])('%s stands under %s', (action, capability) => {
  expect(capabilityOf(action)).toBe(capability);
});

test('what was given and what was taken', () => {
  const before = [right('incident.read'), right('incident.note')];
  const after = [right('incident.read', 'force'), right('incident.note')];
  expect(rightsChanged(before, after)).toEqual({
    given: [right('incident.read', 'force')],
    taken: [right('incident.read')],
  });
});
