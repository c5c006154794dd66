// What is planned for a unit is taken back on its page, and what was changed of a type and a patrol unit stands in its form.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, daysFromNow, names } from '../packages/server/test/administration.ts';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, type Language, launchBrowser, picture, type Theme, visit, webFolder } from './browser.ts';

let server: TestServer;
let browser: Browser;
let address: string;
let admin: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
  admin = await server.signIn('admin');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (path: string, language: Language = 'en', theme: Theme = 'dark'): Promise<Page> =>
  visit(browser, { address: `${address}${path}`, userName: 'admin', language, theme });

/** A station that is to move and then to end. */
async function plannedUnit(): Promise<number> {
  const call = callsOf(server);
  const code = `P${randomUUID().slice(0, 6).toUpperCase()}`;
  const made = await call(admin, 'POST', '/organisation/units', {
    ...{ kind: 'station', code, ...names('Harbour'), parentId: server.unit('TRI'), validFrom: '2026-01-01' },
    ...{ population: null, typeCodes: [] },
  });
  const { unitId } = made.body;
  const url = `/organisation/units/${unitId}`;
  await call(admin, 'POST', `${url}/move`, { parentId: server.unit('AKK'), from: daysFromNow(30) });
  await call(admin, 'POST', `${url}/end`, { lastDay: daysFromNow(60) });
  return unitId;
}

test('a planned move and a planned end are cancelled by keys, with a reason that stands in the history', async () => {
  const page = await open(`/organisation/${await plannedUnit()}`);
  const dialog = page.getByRole('dialog');
  for (const [what, reason] of [
    ['Cancel the move', 'Put off'],
    ['Cancel the end', 'Still needed'],
  ] as const) {
    await page.getByRole('button', { name: what }).focus();
    await page.keyboard.press('Enter');
    await dialog.locator('textarea[name=reason]').fill(reason);
    await picture(page, `unit-plan-${what.split(' ').at(-1)}-en-dark`);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: what }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('button', { name: what }).count()).toBe(0);
  }
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Put off').waitFor();
  await page.getByText('Still needed').waitFor();
  await picture(page, 'unit-plan-history-en-dark');
  await page.context().close();
});

test('planned units and the history of a type and a patrol unit, read from the right in Arabic', async () => {
  const call = callsOf(server);
  const page = await open(`/organisation/${await plannedUnit()}`, 'ar', 'light');
  await page.getByRole('button', { name: 'ألغِ النقل' }).waitFor();
  await picture(page, 'unit-plans-ar-light');
  await expectAccessible(page);
  const { types } = (await call(admin, 'GET', '/reference/kept')).body;
  const type = types.find((one: { code: string }) => one.code === 'violence.fight');
  const change = { ...type, priority: 4, requiredFields: ['narrative'], active: true, reason: 'تعميم' };
  expect((await call(admin, 'PUT', `/reference/types/${type.typeId}`, change)).status).toBe(200);
  await page.goto(`${address}/reference?form=${type.typeId}`);
  await page.locator('.adm-history summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('.adm-history').getByText('تعميم').first().waitFor();
  await page.locator('.adm-history li').last().scrollIntoViewIfNeeded();
  await picture(page, 'type-history-ar-light');
  await expectAccessible(page);
  await page.goto(`${address}/organisation/${server.unit('TRI')}?tab=patrols`);
  await page.getByRole('button', { name: 'عدّل M-01' }).click();
  await page.locator('.adm-history summary').click();
  await page.locator('.adm-history').getByText('لم يتغيّر شيء بعد.').waitFor();
  await picture(page, 'patrol-history-ar-light');
  await page.context().close();
});
