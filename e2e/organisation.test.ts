// The force's tree as an administrator keeps it: a station is made, drawn, moved and ended, by keys alone; refusals keep
// what was typed; who has no right sees nothing of it.
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { daysFromNow, square } from '../packages/server/test/administration.ts';
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
const heading = (page: Page) => page.locator('.org-detail h2');
const dialog = (page: Page) => page.getByRole('dialog');
const treeItem = (page: Page, unitId: number | string) => page.locator(`[role=treeitem][data-value="${unitId}"]`);
/** Opens a form by the key of its button. */
async function press(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
}
/** How many corners the outline has that is being drawn, as the browser keeps it. */
const cornersOf = (page: Page, unitId: number) =>
  page.evaluate(
    (key) => JSON.parse(localStorage.getItem(key) ?? '{}').value?.value.corners.length ?? 0,
    `form:unit-area:${unitId}`,
  );
/** Types into the field that has this name, in the place of what stands there. */
async function type(page: Page, name: string, text: string) {
  const field = dialog(page).locator(`[name=${name}]`);
  await field.focus();
  await field.fill(text);
}

test('by keys: a station is found a place in the tree, drawn, moved with a date and ended with a date', async () => {
  // Without motion a map is at once where an arrow sends it.
  const options = { reducedMotion: 'reduce' as const };
  const at = { address: `${address}/organisation`, userName: 'admin', language: 'en', theme: 'dark' } as const;
  const page = await visit(browser, { ...at, options });
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('tri tripoli');
  await expect.poll(() => page.getByRole('treeitem').count()).toBeLessThan(15);
  await page.getByRole('treeitem').first().focus();
  const room = server.unit('TRI');
  for (let steps = 0; steps < 5; steps += 1) {
    const focused = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.value);
    if (focused === String(room)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain(`/organisation/${room}?find=tri`);
  await page.getByRole('searchbox').fill('');

  await press(page, 'New unit under it');
  await type(page, 'code', 'tri-90');
  await type(page, 'nameAr', 'مخفر المرفأ الجديد');
  await type(page, 'nameEn', 'New port station');
  await type(page, 'nameFr', 'Nouveau poste du port');
  await type(page, 'validFrom', '2026-01-01');
  await page.keyboard.press('Enter');
  await expect.poll(() => heading(page).textContent()).toBe('New port station');
  await dialog(page).waitFor({ state: 'detached' });
  const unitId = server.unit('TRI-90');
  expect(page.url()).toContain(`/organisation/${unitId}`);
  await treeItem(page, unitId).waitFor();
  expect(await page.locator('.org-path').textContent()).toContain('Tripoli');

  await press(page, 'Set its area');
  await dialog(page).getByText('Drawn on the map').click();
  await dialog(page).locator('.map[data-state=drawn]').waitFor();
  const canvas = dialog(page).locator('canvas');
  await canvas.focus();
  await page.keyboard.press('Enter');
  // The map glides to where the arrow sends it: the next corner waits until it has come to rest elsewhere.
  for (const [key, corners] of [
    ['ArrowRight', 2],
    ['ArrowDown', 3],
  ] as const) {
    await page.keyboard.press(key);
    // Enter where the last corner lies sets none: pressed until the map has moved.
    await expect
      .poll(async () => {
        await page.keyboard.press('Enter');
        return cornersOf(page, unitId);
      })
      .toBe(corners);
  }
  await dialog(page).getByText('Corners: 3').waitFor();
  await picture(page, 'organisation-draw-en-dark');
  await type(page, 'from', '2026-02-01');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.org-facts').textContent()).toContain('since 1 Feb 2026');

  await press(page, 'Move');
  await dialog(page).locator('[name=parentId]').focus();
  await page.keyboard.type('Akkar');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await type(page, 'from', daysFromNow(10));
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.org-facts').textContent()).toMatch(/Will move.*under.*Akkar/s);

  await press(page, 'End');
  await type(page, 'reason', 'Merged with the old port');
  await type(page, 'lastDay', daysFromNow(-1));
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('.org-kind').getByText('Ended').waitFor();
  await expect.poll(() => treeItem(page, unitId).count()).toBe(0);
  await page.getByRole('switch', { name: 'Ended too' }).focus();
  await page.keyboard.press('Space');
  await treeItem(page, unitId).waitFor();
  await page.getByRole('tab', { name: 'History' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Merged with the old port').waitFor();
  await expectAccessible(page);
  await picture(page, 'organisation-history-en-dark');
  await page.context().close();
});

test('what is refused is said in the person’s language beside its field, and what was typed stays, through a reload too', async () => {
  const page = await open(`/organisation/${server.unit('TRI')}`, 'ar', 'light');
  await press(page, 'وحدة جديدة تحتها');
  await type(page, 'code', 'TRI');
  await type(page, 'nameAr', 'مخفر لا مكان له');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('alert').waitFor();
  await type(page, 'nameEn', 'A station');
  await type(page, 'nameFr', 'Un poste');
  await page.keyboard.press('Enter');
  await dialog(page).getByText('هذا الرمز لوحدة أخرى في القوة نفسها').first().waitFor();
  await picture(page, 'organisation-refused-ar-light');
  await expectAccessible(page);
  await page.reload();
  await dialog(page).waitFor();
  expect(await dialog(page).locator('[name=nameAr]').inputValue()).toBe('مخفر لا مكان له');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await press(page, 'وحدة جديدة تحتها');
  expect(await dialog(page).locator('[name=nameFr]').inputValue()).toBe('Un poste');
  await dialog(page).getByRole('button', { name: 'تراجع' }).click();
  await press(page, 'وحدة جديدة تحتها');
  expect(await dialog(page).locator('[name=nameFr]').inputValue()).toBe('');
  await page.context().close();
});

test('a file is judged in the browser, seen on the map, and then kept', async () => {
  const page = await open(`/organisation/${server.unit('TRI-1')}`, 'fr', 'light');
  await press(page, 'Définir son secteur');
  const give = (content: string) =>
    dialog(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'secteur.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(content) });
  const told = dialog(page).locator('.org-outline-told');
  const save = dialog(page).getByRole('button', { name: 'Enregistrer' });
  for (const [content, sentence] of [
    ['no JSON', 'Le fichier n’est pas du GeoJSON.'],
    [JSON.stringify({ type: 'Point', coordinates: [35, 34] }), 'ne contient aucun polygone'],
    [JSON.stringify({ type: 'Polygon', coordinates: [[[35, 34]]] }), 'Le contour n’est pas valable'],
    [JSON.stringify(square(2.3, 48.8, 0.1)), 'Le secteur sort des limites de la force'],
  ] as const) {
    await give(content);
    await expect.poll(() => told.textContent()).toContain(sentence);
    expect(await save.isDisabled()).toBe(true);
  }
  await give(JSON.stringify({ type: 'Feature', properties: {}, geometry: square(35.82, 34.42, 0.03) }));
  await expect.poll(() => told.textContent()).toContain('Sommets : 4 · parties : 1');
  await dialog(page).locator('.map[data-state=drawn]').waitFor();
  await picture(page, 'organisation-file-fr-light');
  await expectAccessible(page);
  await save.click();
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Historique' }).click();
  await expect.poll(() => page.locator('.org-dated').nth(1).locator('li').count()).toBe(2);
  await page.context().close();
});

test.each([
  ['ar', 'dark'],
  ['ar', 'light'],
  ['en', 'dark'],
  ['en', 'light'],
  ['fr', 'dark'],
] as const)('the page in %s, %s', async (language, theme) => {
  const page = await open(`/organisation/${server.unit('TRI')}?tab=people`, language, theme);
  await page.locator('.org-rows li').first().waitFor();
  await page.locator('.map[data-state=drawn]').waitFor();
  await picture(page, `organisation-people-${language}-${theme}`);
  await expectAccessible(page);
  await page.getByRole('tab').nth(2).click();
  await page.locator('.org-sign').first().waitFor();
  await expectAccessible(page);
  await page.goto(`${address}/organisation`);
  await heading(page).waitFor();
  await page.locator('.map[data-state=drawn]').waitFor();
  await expectAccessible(page);
  await picture(page, `organisation-${language}-${theme}`);
  await page.context().close();
});

test('people come page by page, with those of the units under it when asked for', async () => {
  const page = await open(`/organisation/${server.unit('C-N')}?tab=people`);
  await page.getByRole('switch', { name: 'Units under it too' }).click({ force: true });
  await expect.poll(() => page.locator('.org-rows li').count()).toBe(50);
  await page.getByRole('button', { name: 'More' }).click();
  await expect.poll(() => page.locator('.org-rows li').count()).toBe(100);
  await picture(page, 'organisation-under-en-dark');
  await page.context().close();
});

test('without the right there is no page; an unknown unit and a lost link are told', async () => {
  const other = await open('/organisation', 'en', 'dark', 'dispatcher');
  await other.getByText('Your posts do not include this page.').waitFor();
  expect(await other.locator('a[href="/organisation"]').count()).toBe(0);
  expect(await other.locator('.org-tree').count()).toBe(0);
  await other.context().close();

  const page = await open('/organisation/999999');
  await page.locator('.org-tree').waitFor();
  await page.getByRole('alert').waitFor();
  await picture(page, 'organisation-unknown-en-dark');
  expect(await page.getByRole('alert').textContent()).toContain('There is no such unit within your area.');
  await page.goto(`${address}/organisation/${server.unit('TRI')}`);
  await heading(page).waitFor();
  await page.context().setOffline(true);
  await treeItem(page, server.unit('TRI-2')).locator('> div').first().click();
  await page.getByText('The data could not be loaded.').first().waitFor();
  await picture(page, 'organisation-offline-en-dark');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => page.locator('.org-kind').textContent()).toContain('TRI-2');
  await page.context().close();
});
