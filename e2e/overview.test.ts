// The Overview in a real browser: what a room logs is counted, filters stand in the address, nothing is hidden from axe.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';

import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';

const root = path.resolve(import.meta.dirname, '..');
let server: TestServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    existsSync(file),
  );
  if (!executablePath) throw new Error('Expected Chromium or Chrome, got none. Install it and run again.');
  server = await startTestServer(inject('ownerUrl'), { webFolder: path.join(root, 'packages/web/dist') });
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
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  browser = await chromium.launch({ executablePath, args });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function overview(language: 'ar' | 'en' | 'fr', theme: 'dark' | 'light', search = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await context.addInitScript(
    ([l, t]) => {
      localStorage.setItem('language', l ?? 'ar');
      localStorage.setItem('theme', t ?? 'dark');
    },
    [language, theme],
  );
  const page = await context.newPage();
  await page.goto(`${address}/overview${search}`);
  await page.locator('input[name=username]').fill('hq');
  await page.locator('input[name=password]').fill('marsad-practice');
  await page.keyboard.press('Enter');
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
    expect(await incidentsOf(page).innerText()).toBe('3');
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
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
  expect(await incidentsOf(page).innerText()).toBe('3');
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
