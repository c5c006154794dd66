// One incident, two screens, as a room would: signed in, logged by keys alone, seen live on the other, once.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';

const root = path.resolve(import.meta.dirname, '..');
const pictures = path.join(root, '.cache/pictures');
let server: TestServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    existsSync(file),
  );
  if (!executablePath)
    throw new Error(
      'Expected Chromium or Chrome, got none. Install it (Debian: apt-get install chromium) and run again.',
    );
  server = await startTestServer(inject('ownerUrl'), { webFolder: path.join(root, 'packages/web/dist') });
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  mkdirSync(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function screen(userName: string, language: 'ar' | 'en' | 'fr', theme: 'dark' | 'light'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript(
    ([l, t]) => {
      localStorage.setItem('language', l ?? 'ar');
      localStorage.setItem('theme', t ?? 'dark');
    },
    [language, theme],
  );
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('input[name=username]').fill(userName);
  await page.locator('input[name=password]').fill('marsad-practice');
  await page.keyboard.press('Enter');
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
  await dispatcher.getByRole('button', { name: 'En route' }).click();
  await dispatcher.locator('.sent li', { hasText: 'En route' }).waitFor();
  await dispatcher.locator('input[name=note]').fill('طلبنا مؤازرة');
  await dispatcher.keyboard.press('Enter');
  await taker.locator('.row', { hasText: 'باب التمرين' }).click();
  await taker.locator('.tl li', { hasText: 'طلبنا مؤازرة' }).waitFor();
  await taker.locator('.sent li', { hasText: 'في الطريق' }).waitFor();
  await taker.locator('.unit.busy', { hasText: 'M-03' }).waitFor();
  expect(await taker.locator('.free-units').count()).toBe(0);
  const story = new AxeBuilder({ page: dispatcher });
  expect((await story.analyze()).violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  await taker.screenshot({ path: path.join(pictures, 'board-ar-dark.png') });
  await dispatcher.screenshot({ path: path.join(pictures, 'board-en-dark.png') });
  // A reload shows what stands, once.
  await dispatcher.reload();
  await dispatcher.locator('.row').waitFor();
  expect(await dispatcher.locator('.row').count()).toBe(1);
});

test.each([
  ['ar', 'light'],
  ['en', 'dark'],
  ['fr', 'light'],
] as const)('axe finds nothing on the board and the form in %s, %s', async (language, theme) => {
  const page = await screen('dispatcher', language, theme);
  const board = await new AxeBuilder({ page }).analyze();
  expect(board.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press('n');
  await page.screenshot({ path: path.join(pictures, `form-${language}-${theme}.png`) });
  const form = await new AxeBuilder({ page }).analyze();
  expect(form.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
});
