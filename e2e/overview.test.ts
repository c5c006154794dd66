// The Overview in a real browser: what a room logs is counted, filters stand in the address, nothing is hidden from axe.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { shippedTypes } from '../packages/contract/src/incidents/incident-types.ts';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import {
  expectAccessible,
  type Language,
  launchBrowser,
  picture,
  pictureFile,
  type Theme,
  visit,
  webFolder,
} from './browser.ts';

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
  browser = await launchBrowser(['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function overview(language: Language, theme: Theme, search = '', more: object = {}): Promise<Page> {
  const options = { acceptDownloads: true, ...more };
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
  await page.getByRole('button', { name: /^Type/ }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('theft');
  await page.getByRole('treeitem', { name: 'Theft', exact: true }).first().click();
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

test('the area is found in the tree by typing, in any language, and several may be added, by keys alone', async () => {
  const page = await overview('en', 'dark');
  await page.getByRole('button', { name: /^Area/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('طرابلس');
  await page.getByRole('treeitem', { name: 'Tripoli operations room' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'overview-area-picker');
  const active = page.locator('.tree-picker-rows [data-active=true]');
  expect(await active.textContent()).toBe('Tripoli operations room');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('unit')).toBe(String(server.unit('TRI')));
  await page.keyboard.press('Enter');
  await page.keyboard.type('AKK');
  await active.filter({ hasText: 'Akkar operations room' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(() => new URL(page.url()).searchParams.get('unit'))
    .toBe(`${server.unit('TRI')},${server.unit('AKK')}`);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('button', { name: /^Area/ }).textContent()).toBe('Tripoli operations room+1');
  await page.context().close();
});

test('a figure says its period, area, how many it considers and what it left out', async () => {
  const page = await overview('en', 'light', `?from=2020-01-01&to=2099-12-31&unit=${server.unit('TRI')}`);
  const types = page.getByRole('region', { name: 'By type' });
  await types.getByRole('button', { name: 'About' }).click();
  const facts = await types.locator('.about dl > div').allInnerTexts();
  expect(facts.slice(0, 5)).toEqual([
    'Period\n1 Jan 2020 – 31 Dec 2099',
    'Area\nTripoli operations room',
    'Incidents in period and area\n3',
    'Counted\n3',
    'Left out, and why\nnone',
  ]);
  expect(facts[5]).toMatch(/^Data as of\n.*GMT\+[23]$/);
  await page.context().close();
});

test.each([
  ['ar', 1366, 768],
  ['en', 1920, 1080],
  ['fr', 390, 844],
] as const)(
  'the map of cells is drawn in %s at %i by %i, and nothing is wider than the page',
  async (language, width, height) => {
    const page = await overview(language, 'light', '', { viewport: { width, height } });
    const figure = page.locator('.figure:has(.cells)');
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('.map[data-state=drawn]').waitFor({ timeout: 40_000 });
    expect(await figure.locator('.cells-legend').innerText()).toBe('3');
    await picture(page, `overview-map-${language}-${width}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.context().close();
  },
);

test('the page prints on A4 as a report: a head, no bar, light whatever the screen is', async () => {
  for (const language of ['ar', 'en'] as const) {
    const page = await overview(language, 'dark');
    await page.emulateMedia({ media: 'print' });
    await page.locator('.printed-head').waitFor();
    expect(await page.locator('.rail, .filters, .figure .head button').filter({ visible: true }).count()).toBe(0);
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(await page.locator('.about').count()).toBe(await page.locator('.figure').count());
    expect(await page.locator('.cells-picture svg path').first().isVisible()).toBe(true);
    const pdf = await page.pdf({ path: pictureFile(`overview-${language}.pdf`), preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // As wide as A4 within its margins, and long enough for all of it.
    await page.setViewportSize({ width: 695, height: 3200 });
    await picture(page, `overview-print-${language}`);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.context().close();
  }
});

test('the weeks are those of the period, those of none too; a period that ends before it begins is told as such', async () => {
  const page = await overview('en', 'light');
  const weeks = page.getByRole('region', { name: 'Incidents by week' });
  await weeks.getByRole('button', { name: 'Numbers' }).click();
  const rows = await weeks.locator('tbody tr').allInnerTexts();
  // A year and a day from Monday to Monday: 53 weeks, or 54 where it begins and ends within one.
  expect(rows.length).toBeGreaterThanOrEqual(53);
  expect(rows[0]).toMatch(/\t0\t0\t0\t\d$/);
  expect(rows.at(-1)).toMatch(/\t3\t0\t0\t\d$/);
  await page.goto(`${address}/overview?from=2026-05-01&to=2026-01-01`);
  await page.getByRole('alert').getByText('The period ends before it begins. Correct the dates.').waitFor();
  await page.context().close();
});

test('a figure that draws a part of its bars says so, and draws the others when asked', async () => {
  const cookie = await server.signIn('dispatcher');
  for (const { code } of shippedTypes.slice(0, 14)) {
    const typeId = server.type(code);
    const incident = { incidentId: randomUUID(), roomId: server.unit('TRI'), typeId, placeText: 'ساحة التمرين' };
    const payload = { commandId: randomUUID(), ...incident };
    const answer = await server.http.inject({ method: 'POST', url: '/api/incidents', headers: { cookie }, payload });
    expect(answer.statusCode).toBe(200);
  }
  await server.martCaughtUp();
  const page = await overview('en', 'dark');
  const types = page.getByRole('region', { name: 'By type' });
  const all = await types.getByText(/^12 of \d+ are drawn/).textContent();
  const count = Number(/of (\d+)/.exec(all ?? '')?.[1]);
  expect(count).toBeGreaterThanOrEqual(14);
  const height = async () => (await types.locator('canvas, svg').first().boundingBox())?.height ?? 0;
  const part = await height();
  await types.scrollIntoViewIfNeeded();
  await picture(page, 'overview-part-of-the-bars');
  await types.getByRole('button', { name: 'Draw all' }).click();
  await expect.poll(height).toBeGreaterThan(part);
  await expectAccessible(page);
  await types.getByRole('button', { name: 'Draw the most only' }).waitFor();
  await page.context().close();
});
