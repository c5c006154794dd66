// A file that no mapping fits: one is made beside it, judged as it grows, saved, and used for the import.
import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, launchBrowser, picture, visit, webFolder } from './browser.ts';

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

const file = (series: string) => ({
  name: `incident book ${series}.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'رقم الحادث;نوع الحادث;التاريخ;خط العرض;خط الطول;العنوان;الأولوية',
      `${series}1;شجار;05/01/2024 10:30;33.9;35.5;شارع أول;1`,
      `${series}2;سرقة;31/01/2024 23:00;33.91;35.51;شارع ثانٍ;2`,
      `${series}3;سرقة;31/02/2024 23:00;33.91;35.51;شارع ثانٍ;2`,
      `${series}4;سرقة;01/03/2024 23:00;35.51;33.91;شارع ثالث;3`,
    ].join('\n'),
  ),
});
const words = {
  ar: { makeNew: 'مطابقة جديدة من هذا الملف', save: 'احفظ', close: 'أغلق المحرّر' },
  en: { makeNew: 'New mapping from this file', save: 'Save', close: 'Close the editor' },
  fr: { makeNew: 'Nouvelle correspondance depuis ce fichier', save: 'Enregistrer', close: 'Fermer l’éditeur' },
};

test.each([
  ['ar', 'dark'],
  ['en', 'light'],
  ['fr', 'light'],
] as const)('a mapping is made from a file in %s, %s', async (language, theme) => {
  const options = { acceptDownloads: true, timezoneId: 'America/New_York', viewport: { width: 1366, height: 1800 } };
  const page = await visit(browser, { address: `${address}/imports`, userName: 'admin', language, theme, options });
  await page.locator('input[name=file]').setInputFiles(file(language));
  await page.getByRole('button', { name: words[language].makeNew }).click();
  const editor = page.locator('.mapping-editor');
  // The guess found the columns; what it cannot know is told as lacking.
  await editor.locator('.mapping-faults li').first().waitFor();
  const save = editor.getByRole('button', { name: words[language].save, exact: true });
  expect(await save.isDisabled()).toBe(true);
  await picture(page, `mapping-editor-begin-${language}-${theme}`);
  const belonging = editor.locator('.mapping-part').last();
  const fill = (index: number, text: string) => belonging.locator('input:not([type=checkbox])').nth(index).fill(text);
  await fill(0, `BK-${language.toUpperCase()}`);
  for (const index of [1, 2, 3]) await fill(index, 'سجل المخفر');
  for (const [index, text] of ['35', '33', '37', '34.7'].entries()) await fill(4 + index, text);
  // The room that all rows belong to: prefix, then otherwise.
  await fill(9, `BK-${language.toUpperCase()}-1`);
  await editor.locator('.mapping-codes select[aria-label="شجار"]').selectOption('violence.fight');
  await expect.poll(() => editor.locator('.mapping-judgement tbody tr').count()).toBe(4);
  expect(await editor.locator('.mapping-judgement tbody tr.refused').count()).toBe(2);
  await expect.poll(() => save.isDisabled()).toBe(false);
  await expectAccessible(page);
  await picture(page, `mapping-editor-${language}-${theme}`);
  await save.click();
  await expect.poll(() => editor.locator('[role=status]').count()).toBe(2);
  const [download] = await Promise.all([page.waitForEvent('download'), editor.locator('a[download]').click()]);
  const taken = JSON.parse(readFileSync(await download.path(), 'utf8'));
  // The force's zone, whatever the browser's is.
  expect(taken).toMatchObject({
    timeZone: 'Asia/Beirut',
    name: `incident-book-${language}`,
    type: { table: { شجار: 'violence.fight' } },
  });
  await editor.getByRole('button', { name: words[language].close }).click();
  expect(await page.locator('select[name=mapping]').inputValue()).toBe(`incident-book-${language}`);
  await page.locator('.imports .bar .primary').click();
  const run = page.locator('.run').first();
  await run.locator('.chip.done').waitFor();
  expect(await run.locator('.counts').textContent()).toMatch(/2/);
  await page.context().close();
});

test('another file keeps what was said of the mapping, an alert goes with its fault, and closing asks first', async () => {
  const options = { viewport: { width: 1366, height: 1800 } };
  const at = { address: `${address}/imports`, userName: 'admin', language: 'en', theme: 'dark', options } as const;
  const page = await visit(browser, at);
  await page.locator('input[name=file]').setInputFiles(file('one'));
  await page.getByRole('button', { name: words.en.makeNew }).click();
  const editor = page.locator('.mapping-editor');
  await editor.locator('.mapping-faults li').first().waitFor();
  const name = editor.locator('input').first();
  await name.fill('kept-through');
  const belonging = editor.locator('.mapping-part').last();
  await belonging.locator('input:not([type=checkbox])').first().fill('BK-KEPT');
  // A heading row that the file has not: what is wrong is told, and no longer once it is mended.
  await page.route('**/rpc/sync/describeFile**', (route) => route.abort('connectionreset'), { times: 1 });
  const heading = editor.getByLabel('Row of the heading');
  await heading.fill('2');
  await page.getByRole('alert').waitFor();
  await heading.fill('1');
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  await page.locator('input[name=file]').setInputFiles(file('two'));
  await expect.poll(() => page.locator('.file-field bdi').textContent()).toContain('two');
  await editor.locator('.mapping-faults li').first().waitFor();
  expect(await name.inputValue()).toBe('kept-through');
  expect(await belonging.locator('input:not([type=checkbox])').first().inputValue()).toBe('BK-KEPT');
  await editor.getByRole('button', { name: words.en.close }).click();
  await editor.getByRole('button', { name: 'Not saved. Press again to close' }).click();
  await expect.poll(() => editor.count()).toBe(0);
  await page.context().close();
});
