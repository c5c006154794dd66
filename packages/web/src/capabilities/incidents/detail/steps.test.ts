import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const none = { firstDispatchedAt: null, firstEnRouteAt: null, firstOnSceneAt: null, resolvedAt: null, dueAt: null };
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 20, minute)).toISOString();
const states = (more: object) => stepsOf({ createdAt: at(0), ...none, ...more }).map((step) => step.state);

test('the track shows what is done, what comes next, and what was jumped over', () => {
  expect(states({})).toEqual(['done', 'next', 'later', 'later', 'later']);
  expect(states({ firstDispatchedAt: at(1), firstEnRouteAt: at(2) })).toEqual([
    'done',
    'done',
    'done',
    'next',
    'later',
  ]);
  // Reported on scene without having said that they drive; resolved by telephone without anybody sent.
  expect(states({ firstDispatchedAt: at(1), firstOnSceneAt: at(5) })).toEqual([
    'done',
    'done',
    'passed',
    'done',
    'next',
  ]);
  expect(states({ resolvedAt: at(9) })).toEqual(['done', 'passed', 'passed', 'passed', 'done']);
});

test('the limit stands at the arrival until somebody has arrived', () => {
  const due = (more: object) => stepsOf({ createdAt: at(0), ...none, dueAt: at(10), ...more })[3]?.due;
  expect(due({})).toBe(at(10));
  expect(due({ firstOnSceneAt: at(4) })).toBeNull();
});

test('a step before one that must come first is marked, and only that one', () => {
  const wrong = (more: object) => stepsOf({ createdAt: at(5), ...none, ...more }).map((step) => step.wrong);
  expect(wrong({ firstDispatchedAt: at(6), firstEnRouteAt: at(7) })).toEqual([false, false, false, false, false]);
  expect(wrong({ firstDispatchedAt: at(6), firstEnRouteAt: at(4) })).toEqual([false, false, true, false, false]);
});
