// The lists as an administrator keeps them: a type is made in a group, changed and taken out of use; refusals keep what was
// typed; a disposition is made; who has no right sees nothing of it.
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectClient } from '../packages/server/src/platform/db/pools.ts';
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

const open = (path: string, language: Language = 'en', theme: Theme = 'dark', userName = 'admin') =>
  visit(browser, { address: `${address}${path}`, userName, language, theme });
const dialog = (page: Page) => page.getByRole('dialog');
const field = (page: Page, name: string) => dialog(page).locator(`[name=${name}]`);
const row = (page: Page, text: string) => page.locator('.ref-table tr').filter({ hasText: text });

test('by keys: a type is made in a group, changed, and taken out of use', async () => {
  const page = await open('/reference');
  await page.getByRole('button', { name: 'New type in Theft' }).focus();
  await page.keyboard.press('Enter');
  await field(page, 'code').focus();
  expect(await field(page, 'code').inputValue()).toBe('theft.');
  await page.keyboard.press('End');
  await page.keyboard.type('drone');
  for (const [name, text] of [
    ['nameAr', 'سرقة طائرة مسيّرة'],
    ['nameEn', 'Theft of a drone'],
    ['nameFr', 'Vol d’un drone'],
    ['iccs', '0502'],
    ['eido', 'theft'],
  ] as const) {
    await field(page, name).focus();
    await page.keyboard.type(text);
  }
  await dialog(page).getByRole('checkbox', { name: 'Position on the map' }).focus();
  await page.keyboard.press('Space');
  await picture(page, 'reference-form-en-dark');
  await expectAccessible(page);
  await field(page, 'eido').focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  const made = row(page, 'theft.drone');
  await made.waitFor();
  expect(await made.textContent()).toMatch(/Theft of a drone.*0502.*THEFT.*3.*Reported.*Position on the map/);

  await page.getByRole('button', { name: 'Theft of a drone', exact: true }).focus();
  await page.keyboard.press('Enter');
  await dialog(page).getByText('2', { exact: true }).click();
  await dialog(page).getByRole('switch', { name: 'In use' }).focus();
  await page.keyboard.press('Space');
  await field(page, 'nameEn').focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await expect.poll(() => made.count()).toBe(0);
  await page.getByRole('switch', { name: 'Out of use too' }).focus();
  await page.keyboard.press('Space');
  await made.waitFor();
  expect(await made.textContent()).toMatch(/Out of use.*2/);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('drone');
  await expect.poll(() => page.locator('.ref-table tbody tr').count()).toBe(2);
  expect(page.url()).toContain('find=drone');
  await page.context().close();
});

test('what is refused is said in the person’s language, and what was typed stays', async () => {
  const page = await open('/reference?list=dispositions', 'ar', 'light');
  await page.getByRole('button', { name: 'نتيجة جديدة' }).click();
  await field(page, 'code').fill('arrest');
  await field(page, 'nameAr').fill('صلح');
  await field(page, 'nameEn').fill('Mediated');
  await field(page, 'nameFr').fill('Médiation');
  await page.keyboard.press('Enter');
  await dialog(page).getByText('هذا الرمز لنتيجة أخرى.').first().waitFor();
  await picture(page, 'reference-refused-ar-light');
  await expectAccessible(page);
  expect(await field(page, 'nameAr').inputValue()).toBe('صلح');
  await field(page, 'code').fill('mediated');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await row(page, 'mediated').waitFor();
  await picture(page, 'reference-dispositions-ar-light');
  await page.context().close();
});

test.each([
  ['ar', 'dark'],
  ['en', 'light'],
  ['fr', 'light'],
] as const)('the page in %s, %s', async (language, theme) => {
  const page = await open('/reference', language, theme);
  await page.locator('.ref-table tbody tr').nth(10).waitFor();
  await picture(page, `reference-${language}-${theme}`);
  await expectAccessible(page);
  await page.context().close();
});

test('limits: a priority gets its minutes; too many are refused in the person’s language, and what was typed stays', async () => {
  const page = await open('/reference?list=limits', 'ar', 'light');
  const low = page.locator('input[name=priority4]');
  await low.fill('99999');
  await page.getByRole('button', { name: 'حفظ' }).click();
  await page.getByRole('alert').getByText('المهلة دقائق كاملة').waitFor();
  expect(await low.inputValue()).toContain('99999');
  await picture(page, 'reference-limits-refused-ar-light');
  await low.fill('90');
  await page.locator('textarea[name=reason]').fill('تعميم');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const client = await connectClient(server.ownerUrl, 'test');
  const minutes = async () =>
    (
      await client.query(
        'SELECT response_minutes FROM priority_limit WHERE force_id = $1 AND priority = 4 AND type_id IS NULL',
        [server.unit('PRA')],
      )
    ).rows.map((one) => one.response_minutes);
  await expect.poll(minutes).toEqual([90]);
  await client.end();
  await page.getByText('حُفظت. حوادث تنتظر تبدّل موعدها').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'حفظ' }).isDisabled()).toBe(true);
  await expectAccessible(page);
  await page.context().close();
  const dark = await open('/reference?list=limits', 'en', 'dark');
  await expect.poll(() => dark.locator('input[name=priority4]').inputValue()).toContain('90');
  await picture(dark, 'reference-limits-en-dark');
  await expectAccessible(dark);
  await dark.context().close();
});

test('without the right there is no page', async () => {
  const page = await open('/reference', 'en', 'dark', 'dispatcher');
  await page.getByText('Your posts do not include this page.').waitFor();
  expect(await page.locator('a[href="/reference"]').count()).toBe(0);
  await page.context().close();
});
