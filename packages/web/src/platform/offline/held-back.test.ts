import { expect, test } from 'vitest';
import type { CommandName } from './commands.ts';
import type { Waiting } from './database.ts';
import { HeldBack } from './held-back.ts';

const row = (name: CommandName, incidentId: string, more: object = {}, state: Waiting['state'] = 'waiting') => ({
  name,
  incidentId,
  input: { incidentId, ...more },
  state,
});

test('links, merges and parents wait for the refused incident they name, at either end', () => {
  const back = new HeldBack();
  back.refused(row('logIncident', 'lost', {}, 'refused'));
  expect(back.holds(row('addNote', 'lost', { text: 'x' }))).toBe(true);
  expect(back.holds(row('linkIncidents', 'here', { otherId: 'lost' }))).toBe(true);
  expect(back.holds(row('unlinkIncidents', 'lost', { otherId: 'here' }))).toBe(true);
  expect(back.holds(row('mergeIncident', 'here', { intoId: 'lost' }))).toBe(true);
  expect(back.holds(row('setParent', 'here', { parentId: 'lost' }))).toBe(true);
});

test('what only shares an incident with a held command goes on; what hangs on a held incident waits', () => {
  const back = new HeldBack();
  back.refused(row('logIncident', 'lost', {}, 'refused'));
  expect(back.holds(row('setParent', 'here', { parentId: 'lost' }))).toBe(true);
  expect(back.holds(row('addNote', 'here', { text: 'lost and found' }))).toBe(false);
  expect(back.holds(row('logIncident', 'child', { parentId: 'lost' }))).toBe(true);
  expect(back.holds(row('addNote', 'child', { text: 'x' }))).toBe(true);
  expect(back.holds(row('setParent', 'here', { parentId: null }))).toBe(false);
});
