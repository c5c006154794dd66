// The People page in a real browser: somebody is taken in, signs in, is given posts, locked, let in again, and leaves.
import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
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

const open = (path: string, language: Language = 'en', theme: Theme = 'dark', userName = 'admin'): Promise<Page> =>
  visit(browser, { address: `${address}${path}`, userName, language, theme });
const looks: [Language, Theme][] = [
  ['ar', 'dark'],
  ['ar', 'light'],
  ['en', 'dark'],
  ['en', 'light'],
  ['fr', 'light'],
];
const signsIn = async (userName: string, password: string): Promise<boolean> =>
  (await server.signIn(userName, password)).includes('session');
/** Chooses from a list that narrows as one types. */
async function choose(within: Locator, label: string, words: string, option: string | RegExp): Promise<void> {
  await within.getByLabel(label).first().fill(words);
  await within.page().getByRole('option', { name: option }).click();
}

test('a person is taken in on the page with what it proposes, signs in with it, changes posts, is locked, opened and leaves', async () => {
  const page = await open('/people');
  await page.getByRole('button', { name: 'New person' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  expect(await form.getByText('Choose from the list.').count()).toBe(2);
  await form.getByLabel('Name in Arabic').fill('إيلي الأشقر');
  await form.getByLabel('Name in Latin letters').fill('Élie Achkar');
  // A reload loses nothing of what was typed.
  await page.reload();
  await page.getByRole('button', { name: 'New person' }).click();
  expect(await form.getByLabel('Name in Arabic').inputValue()).toBe('إيلي الأشقر');
  await choose(form, 'Role', 'Dispatcher', 'Dispatcher');
  await choose(form, 'Unit', 'TRI', /\(TRI\)$/);
  expect(await form.getByLabel('User name').inputValue()).toBe('elie.achkar');
  await expectAccessible(page);
  await picture(page, 'people-new-en-dark');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('It is shown this once').waitFor();
  const password = (await page.locator('.ppl-once code').textContent()) ?? '';
  await expectAccessible(page);
  await picture(page, 'people-once-en-dark');
  await page.getByRole('button', { name: 'I have handed it over' }).click();
  expect(await page.content()).not.toContain(password);
  expect(await signsIn('elie.achkar', password)).toBe(true);
  const posts = page.getByRole('region', { name: 'Posts' });
  const account = page.getByRole('region', { name: 'Account' });
  await posts.getByText('Dispatcher').waitFor();

  await posts.getByRole('button', { name: 'Give a post' }).click();
  await choose(form, 'Role', 'Champion', 'Champion');
  await choose(form, 'Unit', 'akkar', /\(AKK\)$/);
  await page.getByRole('dialog').getByRole('button', { name: 'Give a post' }).click();
  await posts.getByText('Champion').waitFor();
  await posts.locator('li', { hasText: 'Champion' }).getByRole('button', { name: 'End' }).click();
  await page.getByLabel('Last day').fill('2026-01-01');
  await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await page.getByRole('dialog').getByText('The last day lies before the first.').first().waitFor();
  await page.keyboard.press('Escape');

  const menu = async (item: string) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await menu('Lock the account');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lock the account' }).click();
  await dialog.getByText('This field is required.').first().waitFor();
  await dialog.getByLabel('Reason').fill('Badge lost');
  await dialog.getByRole('button', { name: 'Lock the account' }).click();
  await account.getByText('Locked since').waitFor();
  expect(await signsIn('elie.achkar', password)).toBe(false);
  await picture(page, 'people-locked-en-dark');
  await page.getByRole('button', { name: 'Unlock the account' }).click();
  await dialog.getByLabel('Reason').fill('Badge found');
  await dialog.getByRole('button', { name: 'Unlock the account' }).click();
  await account.getByText('Temporary password: chooses their own at sign-in').waitFor();
  expect(await signsIn('elie.achkar', password)).toBe(true);

  await page.getByRole('button', { name: 'New password' }).click();
  await dialog.getByLabel('First password').fill('short');
  await dialog.getByRole('button', { name: 'Set it' }).click();
  await dialog.getByText('A password has at least 12 characters.').waitFor();
  await dialog.getByLabel('First password').fill('a river in winter');
  await dialog.getByRole('button', { name: 'Set it' }).click();
  await page.getByRole('button', { name: 'I have handed it over' }).click();
  expect(await signsIn('elie.achkar', password)).toBe(false);
  expect(await signsIn('elie.achkar', 'a river in winter')).toBe(true);

  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await dialog.getByLabel('Service number (optional)').fill('S-4711');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('region', { name: 'Particulars' }).getByText('S-4711').waitFor();
  await menu('End the service');
  await dialog.getByLabel('Last day').fill('2026-01-02');
  await dialog.getByLabel('Reason').fill('Retired');
  await dialog.getByRole('button', { name: 'End the service' }).click();
  await page.locator('.ppl-person h2').getByText('Service ended').waitFor();
  expect(await signsIn('elie.achkar', 'a river in winter')).toBe(false);
  const history = page.getByRole('region', { name: 'What changed' });
  expect(await history.locator('li').filter({ hasText: 'Badge lost' }).count()).toBe(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take back into service' }).click();
  await dialog.getByLabel('Reason').fill('Wrong person');
  await dialog.getByRole('button', { name: 'Take back into service' }).click();
  await page.getByRole('button', { name: 'New password' }).waitFor();
  await page.context().close();
});

test('the list is narrowed by words, unit, role and state, which stand in the address; more comes page by page; keys walk it', async () => {
  const page = await open('/people?find=S-&state=all');
  const rows = page.locator('.ppl-row');
  await rows.first().waitFor();
  await page.getByLabel('Find by name, number or user name').fill('');
  await expect.poll(() => new URL(page.url()).search).toBe('?state=all');
  await expect.poll(() => rows.count()).toBe(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => rows.count()).toBe(100);
  await choose(page.getByRole('search'), 'Unit', 'tri', /\(TRI\)$/);
  await choose(page.getByRole('search'), 'Role', 'Room comm', 'Room commander');
  await expect.poll(async () => (await rows.count()) < 20 && (await rows.count()) > 0).toBe(true);
  expect(await rows.first().textContent()).toContain('Room commander');
  const { search } = new URL(page.url());
  await rows.first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.ppl-person').waitFor();
  expect(new URL(page.url()).search).toBe(search);
  expect(new URL(page.url()).pathname).toMatch(/^\/people\/[0-9a-f-]{36}$/);
  // The address shows a colleague the same.
  await page.reload();
  await page.locator('.ppl-person').waitFor();
  expect(await rows.first().textContent()).toContain('Room commander');
  await page.getByLabel('Find by name, number or user name').fill('nobody is called this');
  await page.getByText('Nobody by these conditions.').waitFor();
  await expectAccessible(page);
  await picture(page, 'people-none-en-dark');
  await page.getByRole('button', { name: 'Clear the conditions' }).click();
  await expect.poll(() => rows.count()).toBe(50);
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await rows.nth(1).evaluate((row) => row === document.activeElement)).toBe(true);
  await page.context().close();
});

test('who may not administer people is told so; without a link the page says it and tries again', async () => {
  const officer = await open('/people', 'en', 'dark', 'dispatcher');
  await officer.getByText('Your posts do not include this page.').waitFor();
  await officer.context().close();
  const page = await open('/people');
  await page.locator('.ppl-row').first().waitFor();
  await page.context().setOffline(true);
  await page.locator('.ppl-row').nth(3).click();
  await page.getByText('The data could not be loaded.').waitFor({ timeout: 60_000 });
  await picture(page, 'people-offline-en-dark');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.ppl-person').waitFor();
  await page.context().close();
});

test.each(looks)('the page in %s, %s: axe finds nothing', async (language, theme) => {
  const page = await open('/people?find=dispatcher', language, theme);
  await page.locator('.ppl-row').first().click();
  await page.locator('.ppl-person').waitFor();
  await expectAccessible(page);
  await picture(page, `people-${language}-${theme}`);
  await page.context().close();
});
