import { expect, test } from 'vitest';
import { judgeFailure } from './judge-failure.ts';

const of = (status?: number, data?: object) => judgeFailure(Object.assign(new Error('failed'), { status, data }));

test('every refusal is one, with our reason or without; nothing refused is sent for ever', () => {
  expect(of(409, { reason: 'incident.changed', parameters: { field: 'typeId' } })).toEqual({
    kind: 'refused',
    reason: 'incident.changed',
    parameters: { field: 'typeId' },
  });
  for (const [status, data] of [
    [400, { issues: [{ path: ['placeText'], message: 'text.too_long' }] }],
    [413, undefined],
    [403, { body: '<html>' }],
    [404, {}],
    [422, undefined],
  ] as const)
    expect(of(status, data)).toEqual({ kind: 'refused', reason: 'input.invalid', parameters: null });
});

test('what did not arrive, and who asks for patience, is tried again; signed out waits for the next sign-in', () => {
  expect(of(401)).toEqual({ kind: 'signedOut' });
  expect(of()).toEqual({ kind: 'later', heard: false });
  for (const status of [408, 429, 502, 503, 504])
    expect(of(status, { reason: 'internal' })).toEqual({ kind: 'later', heard: true });
  expect(judgeFailure(undefined)).toEqual({ kind: 'later', heard: false });
});

test('a server that breaks over a command says under which id it is logged', () => {
  expect(of(500, { reason: 'unexpected', parameters: { id: 'f' } })).toEqual({
    kind: 'fault',
    parameters: { id: 'f' },
  });
  expect(of(500)).toEqual({ kind: 'fault', parameters: { id: '-' } });
});
