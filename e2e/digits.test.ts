// Eastern digits: a person's choice at one browser, for numbers and times in Arabic; codes stay, and both kinds are typed everywhere.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, launchBrowser, picture, visit, webFolder } from './browser.ts';

let server: TestServer;
let browser: Browser;
let address: string;
const western = /[0-9]/;
const eastern = /[٠-٩]/;

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  address = (await server.http.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost');
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/incidents',
    headers: { cookie: await server.signIn('dispatcher') },
    payload: {
      commandId: randomUUID(),
      incidentId: randomUUID(),
      roomId: server.unit('TRI'),
      typeId: server.type('violence.fight'),
      placeText: 'بناية 12، طابق 3',
    },
  });
  expect(answer.statusCode).toBe(200);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const choose = async (page: Page, label: string) => {
  await page.goto(`${address}/account`);
  await page.getByRole('radiogroup', { name: 'أرقام العربية' }).getByText(label).click();
};

test('numbers and times turn, codes and what was typed stay; the choice is kept for its person, and 0-9 for another', async () => {
  const page = await visit(browser, { address, userName: 'dispatcher', language: 'ar', theme: 'light' });
  await page.locator('.row').first().waitFor();
  expect(await page.locator('header time').textContent()).toMatch(western);
  await choose(page, '٠١٢٣');
  await expect.poll(() => page.locator('header time').textContent()).toMatch(eastern);
  await expectAccessible(page);
  await picture(page, 'digits-account-ar-light');
  await page.goto(address);
  const row = page.locator('.row').first();
  await row.waitFor();
  expect(await page.locator('header time').textContent()).not.toMatch(western);
  expect(await row.locator('.w').textContent()).toMatch(eastern);
  expect(await row.locator('.w').textContent()).not.toMatch(western);
  expect(await row.locator('.pl').textContent()).toBe('بناية 12، طابق 3');
  expect(await page.locator('.unit b').first().textContent()).toMatch(/^[A-Z]+-\d+[^0-9]*$/);
  await row.click();
  await page.locator('.inc-track').waitFor();
  expect(await page.locator('.detail').first().textContent()).toMatch(/TRI-\d\d-\d{6}/);
  expect(await page.locator('.inc-track').textContent()).not.toMatch(western);
  await expectAccessible(page);
  await picture(page, 'digits-board-ar-light');
  await page.goto(`${address}/incidents`);
  await page.locator('.list-row, tbody tr').first().waitFor();
  await picture(page, 'digits-list-ar-light');
  // Another language keeps its own digits.
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  expect(await page.locator('header time').textContent()).toMatch(western);
  await page.getByRole('button', { name: 'ع', exact: true }).click();
  // Another person at this browser reads 0-9 until they choose.
  await page.getByRole('button', { name: 'خروج', exact: true }).click();
  await page.locator('input[name=username]').fill('calltaker');
  await page.locator('input[name=password]').fill('marsad-practice');
  await page.keyboard.press('Enter');
  await page.locator('header time').waitFor();
  expect(await page.locator('header time').textContent()).toMatch(western);
  await page.context().close();
});

test('both kinds of digits are typed where numbers are, whatever the choice', async () => {
  const page = await visit(browser, { address, userName: 'dispatcher', language: 'ar', theme: 'dark' });
  await page.locator('.queue').waitFor();
  await page.keyboard.press('n');
  const telephone = page.locator('input[type=tel]');
  await telephone.pressSequentially('٠٣ ١٢٣ ۴۵۶');
  expect(await telephone.inputValue()).toBe('03 123 456');
  await page.context().close();
});

test('a limit in minutes is typed in Eastern digits, and is the same limit', async () => {
  const page = await visit(browser, {
    address: `${address}/reference?list=limits`,
    userName: 'admin',
    language: 'ar',
    theme: 'dark',
  });
  const low = page.locator('input[name=priority4]');
  await low.waitFor();
  await low.fill('');
  await low.pressSequentially('٩٥');
  expect(await low.inputValue()).toMatch(/^95/);
  await page.locator('textarea[name=reason]').fill('تعميم');
  const sent = page.waitForRequest('**/changeLimits');
  await page.getByRole('button', { name: 'حفظ' }).click();
  expect((await sent).postDataJSON().json.limits).toMatchObject([{ priority: 4, responseMinutes: 95 }]);
  await page.context().close();
});
