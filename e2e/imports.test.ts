// A file through the page, as an administrator would: chosen, previewed, tried, imported, its refused rows read and taken out.
import { readFileSync } from 'node:fs';
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

const file = {
  name: 'thefts.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'uid,location_type,longitude,latitude,date_start,date_end',
      'X1,invented street,-73.9,40.7,2024-03-01 10:00,2024-03-01 12:00',
      'X2,invented square,-73.9,40.7,2024-03-02 10:00,2024-03-02 12:00',
      'X3,invented square,-73.9,40.7,soon,2024-03-02 12:00',
    ].join('\n'),
  ),
};

test.each([
  ['ar', 'dark'],
  ['en', 'light'],
  ['fr', 'dark'],
] as const)('a file is previewed, tried and imported in %s, %s', async (language, theme) => {
  const options = { acceptDownloads: true };
  const page = await visit(browser, { address: `${address}/imports`, userName: 'admin', language, theme, options });
  await page.locator('select[name=mapping]').selectOption('nyc-thefts');
  await page.locator('input[name=file]').setInputFiles(file);
  await page.locator('.table tr.refused').waitFor();
  expect(await page.locator('.table tbody tr').count()).toBe(3);
  await expectAccessible(page);
  await picture(page, `imports-preview-${language}-${theme}`);
  // The trial first, then in earnest: the second button and the first.
  const before = await page.locator('.run').count();
  await page.locator('.imports .bar .chip').click();
  await expect.poll(() => page.locator('.run').count()).toBe(before + 1);
  await page.locator('.run .chip.done').first().waitFor();
  await page.locator('.imports .bar .primary').click();
  await expect.poll(() => page.locator('.run').count()).toBe(before + 2);
  const run = page.locator('.run').first();
  await run.locator('.chip.done').waitFor();
  await run.getByRole('button').click();
  await run.locator('tbody tr').waitFor();
  expect(await run.locator('tbody tr').textContent()).toContain('soon');
  const [download] = await Promise.all([page.waitForEvent('download'), run.locator('a[download]').click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('soon');
  await expectAccessible(page);
  await picture(page, `imports-${language}-${theme}`);
  await page.context().close();
});

test('a sending that broke off is taken up again, the file may be chosen once more, and two presses start one import', async () => {
  const options = { timezoneId: 'America/New_York' };
  const at = { address: `${address}/imports`, userName: 'admin', language: 'en', theme: 'light', options } as const;
  const page = await visit(browser, at);
  await page.locator('select[name=mapping]').selectOption('nyc-thefts');
  const sent: string[] = [];
  await page.route('**/api/import-files/*?name=*', (route) => {
    sent.push(new URL(route.request().url()).pathname);
    return sent.length === 1 ? route.abort('connectionreset') : route.continue();
  });
  await page.locator('input[name=file]').setInputFiles(file);
  await page.getByText('The file is still with you; try again.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.table tr.refused').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(new Set(sent).size).toBe(1);
  // The same file, chosen once more, is a new sending.
  await page.locator('input[name=file]').setInputFiles(file);
  await expect.poll(() => new Set(sent).size).toBe(2);
  await page.locator('.table tr.refused').waitFor();
  // Times are read in the mapping's zone, which the heading names.
  const table = page.locator('.imports .table').first();
  expect(await table.locator('thead').textContent()).toContain('America/New_York');
  expect(await table.locator('tbody tr').first().textContent()).toContain('2024-03-01 12:00:00');
  const before = await page.locator('.run').count();
  await page.locator('.imports .bar .chip').dblclick();
  await expect.poll(() => page.locator('.run').count()).toBe(before + 1);
  await page.locator('.run .chip.done').first().waitFor();
  await page.reload();
  await page.locator('.run').first().waitFor();
  expect(await page.locator('.run').count()).toBe(before + 1);
  expect(await page.locator('.run .counts').first().textContent()).toMatch(/^Rows: 3\s*Accepted: 2/);
  // It began when the force's clocks say, wherever the browser believes to be.
  const started = await page.evaluate(() =>
    fetch('/api/imports?limit=1')
      .then((answer) => answer.json())
      .then((list) => list.items[0].startedAt as string),
  );
  const beirut = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Beirut', dateStyle: 'medium', timeStyle: 'short' });
  expect(await page.locator('.run .sub').first().textContent()).toContain(beirut.format(new Date(started)));
  await page.context().close();
});

test('a file that does not fit says why, and a person without the right is not offered the page', async () => {
  const page = await visit(browser, {
    address: `${address}/imports`,
    userName: 'admin',
    language: 'en',
    theme: 'dark',
  });
  await page.locator('input[name=file]').setInputFiles({ ...file, buffer: Buffer.from('a,b\n1,2\n') });
  await page.getByText('The file lacks a column that the mapping names.').waitFor();
  const other = await visit(browser, {
    address: `${address}/imports`,
    userName: 'dispatcher',
    language: 'en',
    theme: 'dark',
  });
  await other.getByText('Your posts do not include this page.').waitFor();
  expect(await other.locator('input[name=file]').count()).toBe(0);
});
