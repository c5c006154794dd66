// The list of incidents as people use it: searched however the letters are written, narrowed, walked by keys, opened, told of
// what is new, and taken out.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { sheetsOf } from '../packages/server/test/sheets.ts';
import { expectAccessible, launchBrowser, picture, visit, webFolder } from './browser.ts';

let server: TestServer;
let browser: Browser;
let address: string;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
  cookie = await server.signIn('dispatcher');
  for (let one = 0; one < 40; one += 1) await log({ placeText: `شارع المطران ${one}`, narrative: 'ضجيج' });
  await log({ placeText: 'مدرسة الإيمان', narrative: 'شجار بين أهالٍ', type: 'violence.knives', priority: 1 });
  await log({ placeText: 'سوق الخضر', narrative: '=1+1 اعتداء', type: 'violence.fight', priority: 2 });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function log({ type = 'order.noise', ...more }: Record<string, unknown> & { type?: string }) {
  const payload = {
    commandId: randomUUID(),
    incidentId: randomUUID(),
    roomId: server.unit('TRI'),
    typeId: server.type(type),
    ...more,
  };
  const answer = await server.http.inject({ method: 'POST', url: '/api/incidents', headers: { cookie }, payload });
  expect(answer.statusCode).toBe(200);
  return payload;
}

const rows = (page: Page) => page.locator('.list-table tbody tr[data-id]');

test.each([
  ['ar', 'light'],
  ['en', 'dark'],
  ['fr', 'light'],
] as const)('searched with another hamza, narrowed, opened by keys, in %s, %s', async (language, theme) => {
  const page = await visit(browser, { address: `${address}/incidents`, userName: 'dispatcher', language, theme });
  await rows(page).first().waitFor();
  await expectAccessible(page);
  await picture(page, `list-${language}-${theme}`);
  await page.locator('input[name=words]').fill('مدرسه الايمان');
  await page.keyboard.press('Enter');
  await expect.poll(() => rows(page).count()).toBe(1);
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('مدرسه الايمان');
  expect(await rows(page).first().textContent()).toContain('مدرسة الإيمان');
  // The address is the list: somebody else, or a reload, sees the same.
  await page.reload();
  await expect.poll(() => rows(page).count()).toBe(1);
  await page.locator('.list-clear').click();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(10);
  await page.locator('.list-priorities button').nth(0).click();
  await page.locator('.list-priorities button').nth(1).click();
  await expect.poll(() => rows(page).count()).toBe(2);
  await expect.poll(() => new URL(page.url()).searchParams.get('priority')).toBe('1,2');
  // Down one row, Enter opens it beside the list, Escape leaves it where the hand was.
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  const second = await rows(page).nth(1).getAttribute('data-id');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe(second);
  await page.keyboard.press('Enter');
  await page.locator('.list-record article').waitFor();
  expect(await page.locator('.list-record article').textContent()).toContain('مدرسة الإيمان');
  await expectAccessible(page);
  await picture(page, `list-open-${language}-${theme}`);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.list-record').count()).toBe(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe(second);
  await page.context().close();
});

test('what is new is told, and comes when it is asked for', async () => {
  const page = await visit(browser, {
    address: `${address}/incidents`,
    userName: 'dispatcher',
    language: 'en',
    theme: 'dark',
  });
  await rows(page).first().waitFor();
  const top = await rows(page).first().getAttribute('data-id');
  await log({ placeText: 'مكان جديد' });
  await page.locator('.list-new').waitFor();
  expect(await page.locator('.list-new').textContent()).toContain('+1');
  expect(await rows(page).first().getAttribute('data-id')).toBe(top);
  await page.locator('.list-new').click();
  await expect.poll(() => rows(page).first().textContent()).toContain('مكان جديد');
  await expect.poll(() => page.locator('.list-new').count()).toBe(0);
  await page.context().close();
});

test('nothing found says so; without the link what was read stays, with the reason', async () => {
  const page = await visit(browser, {
    address: `${address}/incidents?q=زززز`,
    userName: 'dispatcher',
    language: 'ar',
    theme: 'dark',
  });
  await page.locator('.list-none').waitFor();
  await expectAccessible(page);
  await picture(page, 'list-none-ar-dark');
  await page.locator('.list-clear').click();
  await rows(page).first().waitFor();
  await page.context().setOffline(true);
  await page.locator('.list-priorities button').first().click();
  await page.locator('.list-problem').waitFor({ timeout: 20_000 });
  expect(await rows(page).count()).toBeGreaterThan(0);
  await picture(page, 'list-offline-ar-dark');
  await page.context().close();
});

test.each([
  ['xlsx', 'ar', 'light'],
  ['csv', 'en', 'dark'],
] as const)(
  'the list leaves as %s for somebody and a reason, and read back it says the same',
  async (format, language, theme) => {
    const options = { acceptDownloads: true };
    const at = `${address}/incidents?q=${encodeURIComponent('اعتداء')}&priority=2`;
    const page = await visit(browser, { address: at, userName: 'centre', language, theme, options });
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.locator('.list-head button').last().click();
    await page.locator('select[name=format]').selectOption(format);
    await page.locator('input[name=recipient]').fill('النيابة العامة');
    await page.locator('input[name=reason]').fill('طلب خطي');
    await expectAccessible(page);
    await picture(page, `list-export-${language}-${theme}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^incidents-.+\\.${format}$`));
    const content = readFileSync(await download.path());
    if (format === 'csv') {
      const lines = content.toString('utf8').trim().split('\r\n');
      expect(lines).toHaveLength(2);
      // The columns of the list, each with all that its cells say; no more than that leaves unasked.
      expect(lines[0]?.replace('\uFEFF', '')).toBe(
        'Created,Time zone,Number,Type code,Type,Priority,Place,What happened,Status,Room,Units,Due,Response (seconds),Disposition',
      );
      expect(lines[1]).toContain("'=1+1 اعتداء");
    } else {
      const [sheet] = await sheetsOf(content);
      expect(sheet?.rowCount).toBe(2);
      expect(sheet?.views[0]?.rightToLeft).toBe(true);
      expect(sheet?.getRow(1).values).toContain('ماذا حدث');
      expect(sheet?.getRow(2).values).toContain('=1+1 اعتداء');
    }
    await expect.poll(() => page.locator('.list-export').count()).toBe(0);
    await page.context().close();
  },
);

test('who may not take out is not offered to', async () => {
  const page = await visit(browser, {
    address: `${address}/incidents`,
    userName: 'dispatcher',
    language: 'en',
    theme: 'dark',
  });
  await rows(page).first().waitFor();
  expect(await page.locator('.list-head').textContent()).not.toContain('Export');
  await page.context().close();
});

test('the palette of the board finds what is no longer on it, by number and words', async () => {
  const { incidentId } = await log({ placeText: 'مستودع الأرشيف', narrative: 'حادث قديم' });
  const headers = { cookie };
  const url = `/api/incidents/${incidentId}`;
  const move = (payload: object) =>
    server.http.inject({
      method: 'POST',
      url: `${url}/status`,
      headers,
      payload: { commandId: randomUUID(), ...payload },
    });
  expect((await move({ to: 'cancelled', reason: 'سُجّل خطأً' })).statusCode).toBe(200);
  const page = await visit(browser, { address, userName: 'dispatcher', language: 'ar', theme: 'dark' });
  await page.locator('.queue').waitFor();
  await page.locator('.palette-open').click();
  await page.locator('.palette input').fill('مستودع الارشيف');
  const found = page.locator('.palette-item', { hasText: 'مستودع الأرشيف' });
  await found.waitFor();
  await picture(page, 'list-palette-ar-dark');
  await found.click();
  await page.waitForURL(`**/incidents/${incidentId}`);
  await page.locator('article').waitFor();
  await page.context().close();
});
