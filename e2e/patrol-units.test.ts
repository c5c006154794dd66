// A force gets its patrols on the screen: one is made in the Organisation page and stands at once on the open board of its
// room; a call sign that is taken is refused and what was typed stays; out of use it leaves the board.
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, type Language, launchBrowser, picture, type Theme, visit, webFolder } from './browser.ts';

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

const open = (path: string, userName: string, language: Language = 'en', theme: Theme = 'dark') =>
  visit(browser, { address: `${address}${path}`, userName, language, theme });
const patrolsOf = (code: string) => `/organisation/${server.unit(code)}?tab=patrols`;
const field = (page: Page, name: string) => page.getByRole('dialog').locator(`[name=${name}]`);

test('a patrol unit is made by keys, stands on the open board at once, and leaves it when it goes out of use', async () => {
  const board = await open('/', 'dispatcher');
  const sign = board.getByText('NIGHT-7', { exact: true }).first();
  await board.getByText('M-01', { exact: true }).first().waitFor();
  expect(await sign.count()).toBe(0);
  const page = await open(patrolsOf('TRI'), 'admin');
  await page.getByRole('button', { name: 'New patrol unit' }).focus();
  await page.keyboard.press('Enter');
  await field(page, 'callSign').fill('M-01');
  await page.keyboard.press('Enter');
  await page.getByText('Another patrol unit of this room has this call sign.').first().waitFor();
  expect(await field(page, 'callSign').inputValue()).toBe('M-01');
  await picture(page, 'patrol-form-refused-en-dark');
  await expectAccessible(page);
  await field(page, 'callSign').fill('NIGHT-7');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Change NIGHT-7' }).waitFor();
  await sign.waitFor();
  await page.getByRole('button', { name: 'Change NIGHT-7' }).click();
  await page.getByRole('dialog').getByRole('switch', { name: 'In use' }).focus();
  await page.keyboard.press('Space');
  await field(page, 'reason').fill('Winter roster');
  await picture(page, 'patrol-change-en-dark');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('li').filter({ hasText: 'NIGHT-7' }).getByText('Out of use').waitFor();
  await expect.poll(() => sign.count()).toBe(0);
  await page.context().close();
  await board.context().close();
});

test('the list and the form read from the right in Arabic, and the list is found accessible', async () => {
  const page = await open(patrolsOf('TRI'), 'admin', 'ar', 'light');
  await page.getByRole('button', { name: 'دورية جديدة' }).waitFor();
  await page.getByText('M-01', { exact: true }).waitFor();
  await picture(page, 'patrols-ar-light');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'عدّل M-01' }).click();
  await field(page, 'callSign').waitFor();
  await picture(page, 'patrol-change-ar-light');
  await expectAccessible(page);
  await page.context().close();
});
