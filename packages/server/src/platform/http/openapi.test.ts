import { contract } from '@marsad/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';

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
  expect(told.sort()).toEqual(routes.sort());
});

test('the page and its script are on board', async () => {
  const page = await server.http.inject({ method: 'GET', url: '/api/docs' });
  expect(page.body).toContain('spec-url="/api/openapi.json"');
  expect(page.body).not.toMatch(/https?:\/\//);
  const script = await server.http.inject({ method: 'GET', url: '/api/docs/rapidoc.js' });
  expect([script.statusCode, script.body.length > 100_000]).toEqual([200, true]);
});
