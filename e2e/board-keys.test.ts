// The board by keys alone: queue, palette in three languages, command line, sheet of keys; no mouse is touched.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, type Language, launchBrowser, picture, type Theme, visit, webFolder } from './browser.ts';

let server: TestServer;
let browser: Browser;
let address: string;

async function log(type: string, placeText: string, minutesAgo: number): Promise<void> {
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/incidents',
    headers: { cookie: await server.signIn('dispatcher') },
    payload: {
      commandId: randomUUID(),
      incidentId: randomUUID(),
      roomId: server.unit('TRI'),
      typeId: server.type(type),
      placeText,
      madeAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    },
  });
  expect(answer.statusCode).toBe(200);
}

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  await log('violence.fight', 'Port square', 12);
  await log('theft.vehicle', 'ساحة التل', 5);
  await log('order.noise', 'Rue de l’Église', 1);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function board(language: Language, theme: Theme): Promise<Page> {
  const page = await visit(browser, { address, userName: 'dispatcher', language, theme });
  await page.locator('.row').nth(2).waitFor();
  return page;
}
const chosen = (page: Page, place: string) =>
  page.locator('.row[aria-current=true]', { hasText: place }).waitFor({ state: 'attached' });
const done = async (page: Page): Promise<void> => {
  await page.keyboard.press('Enter');
  await palette(page).waitFor({ state: 'detached' });
};
const palette = (page: Page) => page.locator('.palette [role=combobox]');

test('up and down go through the queue as it stands, on an Arabic keyboard too, and Escape leaves', async () => {
  const page = await board('en', 'dark');
  await page.keyboard.press('ArrowDown');
  await chosen(page, 'Port square');
  // J where an Arabic keyboard has ت.
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ت', code: 'KeyJ', bubbles: true })),
  );
  await chosen(page, 'ساحة التل');
  // K means the same once the detail stands.
  await page.locator('.inc', { hasText: 'ساحة التل' }).waitFor();
  await page.keyboard.press('k');
  await chosen(page, 'Port square');
  await page.keyboard.press('u');
  await page.locator('.unit:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.row[aria-current=true]').waitFor({ state: 'detached' });
  await page.context().close();
});

test('the palette finds an incident by words of any language, whatever the screen speaks', async () => {
  const page = await board('en', 'light');
  for (const [words, place] of [
    ['سرقة سيارة', 'ساحة التل'],
    ['tapage eglise', 'Rue de l’Église'],
    ['fight', 'Port square'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await palette(page).fill(words);
    await page.getByRole('option', { name: place }).waitFor();
    await done(page);
    await chosen(page, place);
  }
  // A page, by a word of another language than the screen's.
  await page.keyboard.press('/');
  await palette(page).fill('جدار');
  await page.keyboard.press('Enter');
  await page.locator('.wall-numbers').waitFor();
  // On every other page it finds them too, and leads to the board.
  await page.goto(`${address}/account`);
  await page.locator('.palette-open').click();
  await palette(page).fill('fight');
  await page.getByRole('option', { name: 'Port square' }).waitFor();
  await done(page);
  await chosen(page, 'Port square');
  await page.context().close();
});

test('the command line says what it will do, does it, and says in words what it cannot do', async () => {
  const page = await board('en', 'dark');
  await page.keyboard.press('Control+k');
  await palette(page).fill('a M-12 #1');
  await page.getByRole('option', { name: /Assign M-12 to #TRI-\d\d-000001 Fight/ }).waitFor();
  await expectAccessible(page);
  await picture(page, 'palette-command-en-dark');
  await done(page);
  await page.locator('.row', { hasText: 'Port square' }).locator('.u', { hasText: 'M-12' }).waitFor();
  await page.locator('.unit.busy', { hasText: 'M-12' }).waitFor();
  // The chosen incident, by keys: A offers who is free.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await chosen(page, 'ساحة التل');
  await page.keyboard.press('a');
  await page.keyboard.type('M-12');
  await page.getByRole('option', { name: 'M-12 is already on an incident.' }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('a 5');
  await done(page);
  await page.locator('.row', { hasText: 'ساحة التل' }).locator('.u', { hasText: 'M-05' }).waitFor();
  // S says first what it would record, and held on it says it once.
  await page.locator('.sent li', { hasText: 'M-05' }).waitFor();
  for (let times = 0; times < 4; times += 1) await page.keyboard.down('s');
  await page.keyboard.up('s');
  await page.getByRole('option', { name: 'Move M-05 on to: En route' }).waitFor();
  expect(await palette(page).inputValue()).toBe('s M-05 er');
  await page.keyboard.press('Escape');
  await palette(page).waitFor({ state: 'detached' });
  await page.locator('.unit.busy', { hasText: 'M-05' }).getByText('Assigned').waitFor();
  await page.keyboard.press('Control+k');
  await palette(page).fill('s M-12 os');
  await done(page);
  await page.locator('.unit.busy', { hasText: 'M-12' }).getByText('On scene').waitFor();
  await page.keyboard.press('Control+k');
  await palette(page).fill('n #1 two persons on foot');
  await done(page);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+k');
  await palette(page).fill('#1');
  await done(page);
  await page.locator('.detail').getByText('two persons on foot').waitFor();
  await page.context().close();
});

test('a call put aside waits above the next form: nothing of one caller stands in the form of another', async () => {
  const page = await board('ar', 'light');
  await page.keyboard.press('n');
  await page.locator('input[name=type]').fill('FGT');
  await page.locator('input[name=place]').fill('باب الرمل');
  await page.locator('input[name=callerName]').fill('Hala');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.locator('.nif-aside', { hasText: 'باب الرمل' }).waitFor();
  for (const name of ['type', 'place', 'what', 'callerName'])
    expect(await page.locator(`input[name=${name}]`).inputValue(), name).toBe('');
  await expectAccessible(page);
  await picture(page, 'new-incident-aside-ar-light');
  await page.keyboard.press('Alt+0');
  await expect.poll(() => page.locator('input[name=callerName]').inputValue()).toBe('Hala');
  const drop = page.locator('form.new .bar button').last();
  await drop.click();
  await drop.click();
  await page.locator('form.new').waitFor({ state: 'detached' });
  await page.keyboard.press('n');
  expect(await page.locator('.nif-aside').count()).toBe(0);
  await page.context().close();
});

test.each([
  ['ar', 'dark'],
  ['en', 'light'],
  ['fr', 'dark'],
] as const)('the sheet of keys and the palette in %s, %s: axe finds nothing', async (language, theme) => {
  const page = await board(language, theme);
  await page.keyboard.press('ArrowDown');
  await page.locator('.detail article').waitFor();
  await page.keyboard.press('?');
  await page.locator('.key-sheet').waitFor();
  await expectAccessible(page);
  await picture(page, `keys-${language}-${theme}`);
  await page.keyboard.press('Escape');
  await page.locator('.key-sheet').waitFor({ state: 'detached' });
  // Escape closed the sheet, not what is chosen behind it.
  await page.locator('.row[aria-current=true]').waitFor();
  await page.keyboard.press('Control+k');
  await palette(page).fill('a ');
  await page.locator('.palette [role=option]').first().waitFor();
  await expectAccessible(page);
  await picture(page, `palette-${language}-${theme}`);
  await page.context().close();
});
