// A temporary password at the way in: its person chooses one of their own before anything else opens.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf } from '../packages/server/test/administration.ts';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import {
  chooseOwn,
  expectAccessible,
  type Language,
  launchBrowser,
  picture,
  type Theme,
  visit,
  webFolder,
} from './browser.ts';

const temporary = 'a river in winter 77';
const own = 'cedar and slow rain';
let server: TestServer;
let browser: Browser;
let address: string;
let admin: string;

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  admin = await server.signIn('admin');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function takeIn(userName: string): Promise<string> {
  const personId = randomUUID();
  const roleId = server.organisation.roles.find((one) => one.code === 'dispatcher')?.roleId;
  const made = await callsOf(server)(admin, 'POST', '/people', {
    personId,
    nameAr: 'نادين الخوري',
    nameLatin: 'Nadine Khoury',
    account: { userName, password: temporary },
    post: { postId: randomUUID(), roleId, unitId: server.unit('TRI'), validFrom: '2026-01-01' },
  });
  expect(made.status, made.reasons.join()).toBe(200);
  return personId;
}
const come = (userName: string, password: string, language: Language = 'en', theme: Theme = 'dark'): Promise<Page> =>
  visit(browser, { address, userName, password, language, theme });

test('whoever comes in with a temporary password chooses one by keys alone, and is in; a reload before that opens nothing', async () => {
  await takeIn('new.hand');
  const page = await come('new.hand', temporary);
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  await page.reload();
  // The session of a temporary password shows nobody's board.
  await page.locator('input[name=username]').fill('new.hand');
  await page.locator('input[name=password]').fill(temporary);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.locator('input[name=new]').evaluate((input) => input === document.activeElement))
    .toBe(true);
  await page.keyboard.type(own);
  await page.keyboard.press('Tab');
  await page.keyboard.type('cedar and slow rein');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('The two differ.').waitFor();
  await picture(page, 'first-password-differ-en-dark');
  await expectAccessible(page);
  await chooseOwn(page, temporary);
  await page.getByRole('alert').getByText('That is the same password.').waitFor();
  await chooseOwn(page, 'short');
  await page.getByRole('alert').getByText('at least 12 characters').waitFor();
  await chooseOwn(page, own);
  await page.locator('.queue').waitFor();
  await page.context().close();
  const later = await come('new.hand', own);
  await later.locator('.queue').waitFor();
  await later.context().close();
});

test('a password that was reset while somebody works ends their session, and the new one is chosen at the way in', async () => {
  const personId = await takeIn('forgot.it');
  const page = await come('forgot.it', temporary);
  await chooseOwn(page, own);
  await page.locator('.queue').waitFor();
  const reset = await callsOf(server)(admin, 'PUT', `/people/${personId}/account`, { password: temporary });
  expect(reset.status).toBe(200);
  await page.reload();
  await page.locator('input[name=username]').fill('forgot.it');
  await page.locator('input[name=password]').fill(temporary);
  await page.keyboard.press('Enter');
  await chooseOwn(page, `${own} again`);
  await page.locator('.queue').waitFor();
  await page.context().close();
});

test.each([
  ['ar', 'dark'],
  ['ar', 'light'],
  ['en', 'light'],
  ['fr', 'light'],
] as const)('the step in %s, %s: axe finds nothing, and one may begin again', async (language, theme) => {
  const userName = `look.${language}.${theme}`;
  await takeIn(userName);
  const page = await come(userName, temporary, language, theme);
  await page.locator('input[name=new]').waitFor();
  await picture(page, `first-password-${language}-${theme}`);
  await expectAccessible(page);
  await page.locator('.access-quiet').click();
  await page.locator('input[name=username]').waitFor();
  await page.context().close();
});
