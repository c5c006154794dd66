import type { AssignmentView } from '@marsad/contract/incidents/incident.ts';
import { expect, test } from 'vitest';
import { nextOf } from './next-step.ts';

const unit = (callSign: string, status: AssignmentView['status'], lead = false) =>
  ({ callSign, status, lead }) as AssignmentView;

test('the next step is that of the lead unit at work, an acknowledgement left out', () => {
  expect(nextOf([unit('M-1', 'assigned'), unit('M-2', 'en_route', true)])).toMatchObject({
    lead: { callSign: 'M-2' },
    to: 'on_scene',
  });
  expect(nextOf([unit('M-1', 'assigned'), unit('M-2', 'cleared', true)])).toMatchObject({
    lead: { callSign: 'M-1' },
    to: 'en_route',
  });
  expect(nextOf([unit('M-1', 'transporting', true)])).toMatchObject({ to: 'cleared' });
});

test('nobody at work, no step', () => {
  expect(nextOf([])).toBeNull();
  expect(nextOf([unit('M-1', 'stood_down', true)])).toBeNull();
});
