// What the browser itself says of our pages: nothing breaks the content policy, nothing is asked of another host, and the page
// of the API works with no network but our own server.
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { launchBrowser, picture, visit, webFolder } from './browser.ts';

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

/** Complaints of the content policy and requests to other hosts, as they come. */
async function watch(page: Page): Promise<string[]> {
  const said: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) said.push(message.text());
  });
  await page.route('**', (route) => {
    const url = new URL(route.request().url());
    if (url.origin === address || ['data:', 'blob:'].includes(url.protocol)) return route.continue();
    said.push(`asked ${url.host}`);
    return route.abort();
  });
  return said;
}

test('no page breaks the content policy or asks another host', async () => {
  const page = await visit(browser, { address, userName: 'admin', language: 'ar', theme: 'dark' });
  await page.locator('main').first().waitFor();
  const said = await watch(page);
  for (const path of ['/', '/overview', '/import', '/']) {
    await page.goto(`${address}${path}`);
    await page.locator('main').first().waitFor();
    await page.waitForLoadState('networkidle');
  }
  expect(said).toEqual([]);
  await page.context().close();
});

test('the page of the API lists operations with no network but this server', async () => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const said = await watch(page);
  await page.goto(`${address}/api/docs`);
  await page.getByRole('heading', { name: 'Log an incident' }).first().waitFor();
  await picture(page, 'api-docs');
  expect(said).toEqual([]);
  await page.close();
});
