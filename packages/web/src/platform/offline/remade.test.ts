import { expect, test } from 'vitest';
import { isOfTime, remade } from './remade.ts';

const now = Date.parse('2026-03-01T08:00:00Z');

test('a command of a clock that went ahead is made now, with what had passed by that clock; what lies ahead stays', () => {
  const input = {
    commandId: 'old',
    madeAt: '2026-03-01T08:10:00.000Z',
    occurredFrom: '2026-03-01T08:09:00.000Z',
    occurredTo: '2026-03-01T07:50:00.000Z',
    scheduledFor: '2026-03-01T20:00:00.000Z',
    narrative: '2026-03-01 08:09',
    typeId: 4,
  };
  expect(remade({ input, madeAt: input.madeAt }, now)).toEqual({
    madeAt: '2026-03-01T08:00:00.000Z',
    input: {
      ...input,
      madeAt: '2026-03-01T08:00:00.000Z',
      occurredFrom: '2026-03-01T08:00:00.000Z',
    },
  });
});

test('a command that waited too long keeps when things happened', () => {
  const input = { madeAt: '2026-01-01T08:00:00.000Z', occurredFrom: '2026-01-01T07:55:00.000Z' };
  expect(remade({ input, madeAt: input.madeAt }, now).input).toMatchObject({
    madeAt: '2026-03-01T08:00:00.000Z',
    occurredFrom: '2026-01-01T07:55:00.000Z',
  });
  expect(['time.future', 'command.too_old', 'incident.changed', null].map(isOfTime)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
