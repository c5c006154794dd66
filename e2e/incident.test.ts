// The record of an incident as a room works on it: re-graded, corrected by two at once, people behind glass, a duplicate
// merged, a file attached, and its own page to link to and print.

import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, type Language, launchBrowser, picture, type Theme, visit, webFolder } from './browser.ts';

let server: TestServer;
let browser: Browser;
let address: string;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
  cookie = await server.signIn('dispatcher');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function logged(placeText: string, typeCode = 'burglary.in_progress', more: object = {}): Promise<string> {
  const incidentId = randomUUID();
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/incidents',
    headers: { cookie },
    payload: {
      commandId: randomUUID(),
      incidentId,
      roomId: server.unit('TRI'),
      typeId: server.type(typeCode),
      placeText,
      ...more,
    },
  });
  expect(answer.statusCode).toBe(200);
  return incidentId;
}

async function board(userName: string, language: Language, theme: Theme, incidentId: string): Promise<Page> {
  // A row that has just changed glows for a moment; axe would judge the glow.
  const options: BrowserContextOptions = { reducedMotion: 'reduce' };
  const page = await visit(browser, { address, userName, language, theme, options });
  await page.locator('.dot.on').waitFor();
  await page.goto(`${address}/?incident=${incidentId}`);
  await page.locator('.inc').waitFor();
  await page.locator('.dot.on').waitFor();
  return page;
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('re-graded by keys, the story says what it was; two who correct at once decide with open eyes', async () => {
  const id = await logged('الميناء، شارع بور سعيد', 'burglary.in_progress', {
    priority: 2,
    narrative: 'المتصلة ترى ضوءاً داخل محل مقفل',
    longitude: 35.83,
    latitude: 34.44,
    radiusMetres: 40,
  });
  const dispatcher = await board('dispatcher', 'en', 'dark', id);
  await dispatcher.keyboard.press('r');
  await dispatcher.locator('select[name=priority]').selectOption({ label: 'immediate' });
  await dispatcher.locator('input[name=regrade-reason]').fill('caller hears glass');
  await expectAccessible(dispatcher);
  await picture(dispatcher, 'incident-regrade-en-dark');
  await dispatcher.keyboard.press('Enter');
  const line = dispatcher.locator('.tl li', { hasText: 'Priority raised to immediate' });
  await line.waitFor();
  expect(await line.textContent()).toContain('was prompt');
  // Both open the form on the same version; the call-taker is quicker.
  const taker = await board('calltaker', 'ar', 'light', id);
  for (const page of [taker, dispatcher]) {
    await page.keyboard.press('c');
    await page.locator('.inc-form').waitFor();
  }
  await taker.locator('input[name=placeText]').fill('الميناء، مقابل الفرن');
  await taker.keyboard.press('Enter');
  await taker.locator('.inc > .sub', { hasText: 'مقابل الفرن' }).waitFor();
  await dispatcher.locator('.inc > .sub', { hasText: 'مقابل الفرن' }).waitFor();
  await dispatcher.locator('input[name=placeText]').fill('El Mina, Port Said street 14');
  await dispatcher.keyboard.press('Enter');
  await dispatcher.locator('.inc-conflict', { hasText: 'رنا خوري' }).waitFor();
  await expectAccessible(dispatcher);
  await picture(dispatcher, 'incident-conflict-en-dark');
  await button(dispatcher, 'Send mine').click();
  await dispatcher.locator('.inc > .sub', { hasText: 'Port Said street 14' }).waitFor();
  await button(dispatcher, 'History of fields').click();
  await dispatcher.locator('.inc-history li').nth(2).waitFor();
  await picture(dispatcher, 'incident-history-en-dark');
  await expectAccessible(dispatcher);
  // A form begun is there again after a reload.
  await taker.keyboard.press('r');
  await taker.locator('input[name=regrade-reason]').fill('سبب لم يُرسل بعد');
  await taker.reload();
  await taker.locator('.inc').waitFor();
  await taker.keyboard.press('r');
  expect(await taker.locator('input[name=regrade-reason]').inputValue()).toBe('سبب لم يُرسل بعد');
  await picture(taker, 'incident-regrade-ar-light');
});

test('people are counted for all, opened for a reason that everybody sees, and kept nowhere in the browser', async () => {
  const id = await logged('ساحة النور', 'violence.assault');
  const page = await board('dispatcher', 'ar', 'dark', id);
  await button(page, 'الأشخاص والمركبات').click();
  await button(page, 'أضف شخصاً').click();
  await page.locator('input[name=involved-name]').fill('سليم غانم');
  await page.locator('input[name=involved-telephone]').fill('03123456');
  await page.keyboard.press('Enter');
  await page.locator('.tl li', { hasText: 'دُوّن شخص معني' }).waitFor();
  await button(page, 'أظهر').click();
  await page.locator('.inc-glass').waitFor();
  await expectAccessible(page);
  await picture(page, 'incident-glass-ar-dark');
  await page.locator('input[name=glass-reason]').fill('الاتصال بذوي المصاب');
  await page.keyboard.press('Enter');
  await page.locator('.inc-involved', { hasText: 'سليم غانم' }).waitFor();
  await page.locator('.tl li', { hasText: 'الاتصال بذوي المصاب' }).waitFor();
  await button(page, 'صحّح القيد').click();
  await page.locator('input[name=involved-name]').fill('سليم غنّام');
  await page.locator('input[name=involved-reason]').fill('تهجئة');
  await page.keyboard.press('Enter');
  await page.locator('.inc-involved del', { hasText: 'سليم غانم' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'incident-people-ar-dark');
  const kept = await page.evaluate(async () => {
    const rows: unknown[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      for (const store of database.objectStoreNames) {
        rows.push(
          await new Promise((resolve, reject) => {
            const all = database.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => resolve(all.result);
            all.onerror = () => reject(all.error);
          }),
        );
      }
      database.close();
    }
    return JSON.stringify(rows);
  });
  expect(kept).toContain('ساحة النور');
  for (const secret of ['سليم', '03123456']) expect(kept).not.toContain(secret);
  // Put away and opened again they are asked for again.
  await button(page, 'أخفِ').click();
  expect(await page.locator('.inc-involved').count()).toBe(0);
});

test('a duplicate is merged with its unit, calls join, a clock is corrected beside the old one', async () => {
  const id = await logged('Kobbe, school gate', 'violence.fight');
  const into = await logged('Kobbe, the school', 'violence.fight');
  const page = await board('dispatcher', 'en', 'light', id);
  // A unit is chosen, then what will be done is read, then it is done.
  await page.keyboard.press('a');
  await page.locator('.palette [role=option]').nth(1).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: /^Assign / }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.palette').waitFor({ state: 'detached' });
  await page.locator('.sent li', { hasText: 'Assigned' }).waitFor();
  await page.locator('body').press('s');
  await page.getByRole('option', { name: /to: En route/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.palette').waitFor({ state: 'detached' });
  await page.locator('.sent li', { hasText: 'En route' }).waitFor();
  await page.locator('body').press('l');
  await page.locator('select[name=way]').selectOption({ label: 'This is a duplicate of it: merge' });
  await page.locator(`select[name=other] option[value="${into}"]`).waitFor({ state: 'attached' });
  await page.locator('select[name=other]').selectOption(into);
  await expectAccessible(page);
  await picture(page, 'incident-merge-en-light');
  await button(page, 'Merge').click();
  await page.locator('.tl li', { hasText: 'Merged into' }).waitFor();
  await page.locator('.inc-list a').first().click();
  await page.waitForURL(`**/incidents/${into}`);
  await page.locator('.tl li', { hasText: 'Took in the duplicate' }).waitFor();
  await page.locator('.sent li', { hasText: 'En route' }).waitFor();
  await button(page, /^Calls/).click();
  await page.locator('input[name=call-text]').fill('They are still fighting');
  await page.locator('input[name=call-name]').fill('Hala');
  await button(page, 'Join a call').click();
  await page.locator('.tl li', { hasText: 'They are still fighting' }).waitFor();
  await expect.poll(() => page.locator('.inc-panel .inc-list li').count()).toBe(3);
  await picture(page, 'incident-calls-en-light');
  await button(page, /^Clocks/).click();
  const row = page.locator('.inc-clock', { hasText: 'En route' });
  await row.getByRole('button', { name: 'Correct' }).click();
  const field = row.locator('input[name=clock-at]');
  const told = await field.inputValue();
  await field.fill(`${told.slice(0, -2)}${told.endsWith('01') ? '02' : '01'}`);
  await row.locator('input[name=clock-reason]').fill('by radio');
  await row.locator('button[type=submit]').click();
  await page.locator('.tl li', { hasText: 'Clock corrected' }).waitFor();
  await page.locator('.inc-clock del').waitFor();
  await expectAccessible(page);
  await picture(page, 'incident-page-en-light');
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'incident-print-en-light');
  await page.emulateMedia({ media: 'screen' });
});

test('a file is attached and downloaded; what is not accepted is said in words', async () => {
  const id = await logged('La place, devant la mairie', 'property.damage');
  const page = await board('dispatcher', 'fr', 'dark', id);
  await button(page, /^Pièces jointes/).click();
  const input = page.locator('input[name=attachment]');
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(2000, 7)]);
  await input.setInputFiles({ name: 'vitrine.png', mimeType: 'image/png', buffer: png });
  await page.locator('.tl li', { hasText: 'vitrine.png' }).waitFor();
  const downloading = page.waitForEvent('download');
  await page.locator('.inc-list a', { hasText: 'vitrine.png' }).click();
  expect((await downloading).suggestedFilename()).toBe('vitrine.png');
  await input.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>') });
  await page.getByText('Ce type de fichier n’est pas accepté.').waitFor();
  await expectAccessible(page);
  await picture(page, 'incident-files-fr-dark');
});

test('the page of an incident outside the area says so, and the record reads in Arabic from right to left', async () => {
  const id = await logged('طريق الشاطئ', 'traffic.injury');
  const stranger = await visit(browser, { address, userName: 'akkar', language: 'ar', theme: 'light' });
  await stranger.locator('.dot.on').waitFor();
  await stranger.goto(`${address}/incidents/${id}`);
  await stranger.getByText('لا يوجد هذا الحادث ضمن نطاقك.').waitFor();
  await expectAccessible(stranger);
  const page = await visit(browser, { address, userName: 'dispatcher', language: 'ar', theme: 'light' });
  await page.locator('.dot.on').waitFor();
  await page.goto(`${address}/incidents/${id}`);
  await page.locator('.inc-track').waitFor();
  await expectAccessible(page);
  await picture(page, 'incident-page-ar-light');
});
