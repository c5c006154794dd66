import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, launchBrowser, picture, visit, webFolder } from './browser.ts';

let server: TestServer;
let browser: Browser;
let address: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each([
  ['ar', 'dark'],
  ['en', 'light'],
] as const)('%s %s', async (language, theme) => {
  const page = await visit(browser, { address: `${address}/organisation`, userName: 'admin', language, theme });
  await page.locator('.org-detail').waitFor();
  await page.locator('.map[data-state=drawn]').waitFor();
  await picture(page, `organisation-${language}-${theme}`);
  await expectAccessible(page);
  expect(1).toBe(1);
});
