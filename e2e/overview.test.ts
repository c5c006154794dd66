// The Overview in a real browser: what a room logs is counted, filters stand in the address, nothing is hidden from axe.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
  const cookie = await server.signIn('dispatcher');
  for (let one = 0; one < 3; one += 1) {
    const answer = await server.http.inject({
      method: 'POST',
      url: '/api/incidents',
      headers: { cookie },
      payload: {
        commandId: randomUUID(),
        incidentId: randomUUID(),
        roomId: server.unit('TRI'),
        typeId: server.type('violence.fight'),
        placeText: 'ساحة التمرين',
        longitude: 35.85,
        latitude: 34.43,
      },
    });
    expect(answer.statusCode).toBe(200);
  }
  await server.martCaughtUp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function overview(language: Language, theme: Theme, search = ''): Promise<Page> {
  const options = { acceptDownloads: true };
  const page = await visit(browser, {
    address: `${address}/overview${search}`,
    userName: 'hq',
    language,
    theme,
    options,
  });
  await page.locator('.figures').waitFor();
  return page;
}

const incidentsOf = (page: Page) => page.locator('.numbers-strip dd').first();

test('what a room logged is counted, in three languages and both lights, and axe finds nothing', async () => {
  for (const [language, theme] of [
    ['ar', 'dark'],
    ['en', 'light'],
    ['fr', 'dark'],
  ] as const) {
    const page = await overview(language, theme);
    expect(await incidentsOf(page).textContent()).toBe('3');
    await expectAccessible(page);
    await picture(page, `overview-${language}-${theme}`);
    await page.context().close();
  }
});

test('a filter is in the address: a link shows a colleague the same, and Back undoes it', async () => {
  const page = await overview('en', 'dark');
  await page.getByRole('combobox', { name: 'Type' }).selectOption({ value: 'theft' });
  await page.getByText('No incidents in this period').waitFor();
  expect(new URL(page.url()).searchParams.get('type')).toBe('theft');
  const colleague = await browser.newContext({ storageState: await page.context().storageState() });
  const same = await colleague.newPage();
  await same.goto(page.url());
  await same.locator('main .state').waitFor();
  await page.goBack();
  await page.locator('.figures').waitFor();
  expect(await incidentsOf(page).textContent()).toBe('3');
  await colleague.close();
  await page.context().close();
});

test('the numbers behind a figure, its CSV and its SVG are one click away', async () => {
  const page = await overview('en', 'light');
  const types = page.getByRole('region', { name: 'By type' });
  const saved = page.waitForEvent('download');
  await types.getByRole('button', { name: 'CSV' }).click();
  const csv = readFileSync(await (await saved).path(), 'utf8');
  expect(csv).toBe('\uFEFFType,Reported,Police-initiated\r\nFight,3,0\r\n');
  const drawn = page.waitForEvent('download');
  await types.getByRole('button', { name: 'SVG' }).click();
  expect(readFileSync(await (await drawn).path(), 'utf8')).toMatch(/^<svg[^>]*xmlns/);
  await types.getByRole('button', { name: 'Numbers' }).click();
  expect(await types.getByRole('row').allInnerTexts()).toEqual(['Type\tReported\tPolice-initiated', 'Fight\t3\t0']);
  await page.context().close();
});
