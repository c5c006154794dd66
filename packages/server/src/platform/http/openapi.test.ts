import { contract } from '@marsad/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { streamedPaths } from './streamed-paths.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
});
afterAll(() => server.close());

test('the document names every operation of the contract, with its method and path', async () => {
  const answer = await server.http.inject({ method: 'GET', url: '/api/openapi.json' });
  expect(answer.statusCode).toBe(200);
  const document = answer.json();
  expect(document.openapi).toMatch(/^3\.1/);
  const routes = Object.values(contract).flatMap((operations) =>
    Object.values(operations).map((operation) => {
      const { route } = (operation as { '~orpc': { route: { method?: string; path?: string } } })['~orpc'];
      return `${route.method?.toLowerCase()} ${route.path}`;
    }),
  );
  const told = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const streamed = Object.entries(streamedPaths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(told.sort()).toEqual([...routes, ...streamed].sort());
});

test('the document is valid OpenAPI 3.1, and every operation says what it is, what it needs and how it fails', async () => {
  const document = (await server.http.inject({ method: 'GET', url: '/api/openapi.json' })).json();
  const verdict = await new Validator().validate(structuredClone(document));
  expect(verdict.errors ?? []).toEqual([]);
  expect(verdict.valid).toBe(true);
  const ids = new Set<string>();
  for (const [path, methods] of Object.entries(document.paths as Record<string, Record<string, Operation>>)) {
    for (const [method, operation] of Object.entries(methods)) {
      const at = `${method} ${path}`;
      expect([at, ids.has(operation.operationId)]).toEqual([at, false]);
      ids.add(operation.operationId);
      expect([at, operation.summary.length > 3, operation.tags.length]).toEqual([at, true, 1]);
      for (const status of ['400', '401', '403', '404', '409', '422', '500', '503'])
        expect([at, status, operation.responses[status]]).toEqual([at, status, { $ref: expect.any(String) }]);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      const told = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
      expect([at, told.sort()]).toEqual([at, inPath.sort()]);
    }
  }
  const list = document.paths['/imports'].get as Operation;
  expect(list.parameters?.map((one) => one.name)).toEqual(expect.arrayContaining(['cursor', 'limit']));
  expect(list.description).toContain('nextCursor');
});

test('a failure is what the document says: a problem', async () => {
  const answer = await server.http.inject({ method: 'GET', url: '/api/session', headers: { 'accept-language': 'en' } });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.json()).toMatchObject({
    status: 401,
    reason: 'session.missing',
    title: expect.stringMatching(/^You are/),
  });
});

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: { name: string; in: string }[];
  responses: Record<string, object>;
}

test('the page and its script are on board', async () => {
  const page = await server.http.inject({ method: 'GET', url: '/api/docs' });
  expect(page.body).toContain('spec-url="/api/openapi.json"');
  expect(page.body).not.toMatch(/https?:\/\//);
  const script = await server.http.inject({ method: 'GET', url: '/api/docs/rapidoc.js' });
  expect([script.statusCode, script.body.length > 100_000]).toEqual([200, true]);
});
