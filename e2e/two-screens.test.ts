// One incident, two screens, as a room would: signed in, logged by keys alone, seen live on the other, once.
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

async function screen(userName: string, language: Language, theme: Theme): Promise<Page> {
  const page = await visit(browser, { address, userName, language, theme });
  await page.locator('.queue').waitFor();
  await page.locator('.dot.on').waitFor();
  return page;
}

test('an incident logged by keys on one screen appears on another, once, and not in another room', async () => {
  const taker = await screen('calltaker', 'ar', 'dark');
  const dispatcher = await screen('dispatcher', 'en', 'dark');
  const elsewhere = await screen('akkar', 'fr', 'light');
  await taker.keyboard.press('n');
  await taker.keyboard.type('سكاكين');
  // The suggestion is what a call-taker looks for before going on: the lists may still be arriving.
  await taker.locator('.found').waitFor();
  await taker.keyboard.press('Tab');
  await taker.keyboard.type('باب التمرين، السوق');
  await taker.keyboard.press('Tab');
  await taker.keyboard.type('خمسة أشخاص يتشاجرون');
  await taker.keyboard.press('Enter');
  const row = dispatcher.locator('.row', { hasText: 'باب التمرين' });
  await row.waitFor();
  expect(await dispatcher.locator('.row').count()).toBe(1);
  await row.getByText('Fight with knives').waitFor();
  await row.click();
  await dispatcher.getByText('خمسة أشخاص يتشاجرون').waitFor();
  await taker.locator('.row', { hasText: 'باب التمرين' }).waitFor();
  expect(await elsewhere.locator('.row').count()).toBe(0);
  // The dispatcher sends a unit and writes a note; the call-taker, who may not send, sees both.
  await dispatcher.getByRole('button', { name: 'M-03', exact: true }).first().click();
  await dispatcher.locator('.sent li', { hasText: 'Assigned' }).waitFor();
  await dispatcher.locator('.sent').getByRole('button', { name: 'En route' }).click();
  await dispatcher.locator('.sent li', { hasText: 'En route' }).waitFor();
  await dispatcher.locator('input[name=note]').fill('طلبنا مؤازرة');
  await dispatcher.keyboard.press('Enter');
  await taker.locator('.row', { hasText: 'باب التمرين' }).click();
  await taker.locator('.tl li', { hasText: 'طلبنا مؤازرة' }).waitFor();
  await taker.locator('.sent li', { hasText: 'في الطريق' }).waitFor();
  await taker.locator('.unit.busy', { hasText: 'M-03' }).waitFor();
  expect(await taker.locator('.free-units').count()).toBe(0);
  await expectAccessible(dispatcher);
  await picture(taker, 'board-ar-dark');
  await picture(dispatcher, 'board-en-dark');
  // A reload shows what stands, once.
  await dispatcher.reload();
  await dispatcher.locator('.row').waitFor();
  expect(await dispatcher.locator('.row').count()).toBe(1);
});

test('an incident is brought to its end: nothing ends while a unit works on it, and closed it leaves every screen', async () => {
  const dispatcher = await screen('dispatcher', 'en', 'light');
  const taker = await screen('calltaker', 'ar', 'dark');
  await taker.keyboard.press('n');
  await taker.keyboard.type('rixe');
  await taker.locator('.found').waitFor();
  await taker.keyboard.press('Tab');
  await taker.keyboard.type('ساحة النهاية');
  await taker.keyboard.press('Enter');
  const row = dispatcher.locator('.row', { hasText: 'ساحة النهاية' });
  await row.click();
  await dispatcher.getByRole('button', { name: 'M-05', exact: true }).first().click();
  await dispatcher.locator('.sent li', { hasText: 'Assigned' }).waitFor();
  const step = (name: string) => dispatcher.getByRole('button', { name, exact: true });
  await step('Resolve').click();
  await step('Do it').click();
  await dispatcher.getByText('A unit is still at work on the incident: M-05. Clear it first.').waitFor();
  await step('On scene').click();
  await step('Cleared').click();
  await dispatcher.locator('.sent li', { hasText: 'Cleared' }).waitFor();
  await step('Do it').click();
  await dispatcher.locator('.group').waitFor();
  await picture(dispatcher, 'board-resolved-en-light');
  await step('Close').click();
  await dispatcher.locator('select[name=disposition]').selectOption({ label: 'Settled on scene' });
  await expectAccessible(dispatcher);
  await step('Do it').click();
  await dispatcher.locator('.tl li', { hasText: 'Closed · Settled on scene' }).waitFor();
  await expect.poll(() => row.count()).toBe(0);
  await expect.poll(() => taker.locator('.row', { hasText: 'ساحة النهاية' }).count()).toBe(0);
});

test.each([
  ['ar', 'light'],
  ['en', 'dark'],
  ['fr', 'light'],
] as const)('axe finds nothing on the board and the form in %s, %s', async (language, theme) => {
  const page = await screen('dispatcher', language, theme);
  await expectAccessible(page);
  await page.keyboard.press('n');
  await picture(page, `form-${language}-${theme}`);
  await expectAccessible(page);
});
