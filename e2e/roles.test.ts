// The sentence, on the screen: a role made there works on the board, in the stream, in figures and their export
// without a line of code, and lets nobody do more.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

interface Who {
  userName?: string;
  password?: string;
  ownPassword?: string;
  language?: Language;
  theme?: Theme;
}
const open = (
  path: string,
  { userName = 'admin', language = 'en', theme = 'dark', ...more }: Who = {},
): Promise<Page> => visit(browser, { address: `${address}${path}`, userName, language, theme, ...more });

async function log(typeCode: string, roomCode: 'TRI' | 'AKK', placeText: string): Promise<string> {
  const incidentId = randomUUID();
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/incidents',
    headers: { cookie: await server.signIn(roomCode === 'AKK' ? 'akkar' : 'dispatcher') },
    payload: {
      commandId: randomUUID(),
      incidentId,
      roomId: server.unit(roomCode),
      typeId: server.type(typeCode),
      placeText,
      longitude: 36.08,
      latitude: 34.55,
    },
  });
  expect(answer.statusCode).toBe(200);
  return incidentId;
}

async function choose(within: Locator, label: string, words: string, option: string | RegExp): Promise<void> {
  await within.getByLabel(label).first().fill(words);
  await within.page().getByRole('option', { name: option }).click();
}

/** Lets an action count for knives alone. */
async function onlyKnives(page: Page, action: string): Promise<void> {
  await page.getByLabel(`Which incidents: ${action}`).selectOption('chosen');
  await page.getByLabel(`Choose types: ${action}`).first().fill('knives');
  await page.getByRole('option', { name: 'Fight with knives' }).click();
  await page.keyboard.press('Escape');
}

/** Makes a role from that of headquarters: knives of the whole force, to be read and counted, nothing besides. */
async function makeKnifeDesk(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Headquarters/ }).click();
  await page.getByRole('button', { name: 'Make a new role from it' }).click();
  await page.getByLabel('Name in Arabic').fill('مكتب السكاكين');
  await page.getByLabel('Name in English').fill('Knife desk');
  await page.getByLabel('Name in French').fill('Bureau des couteaux');
  await page.getByLabel('Code').fill('knife_desk');
  await onlyKnives(page, 'Read incidents');
  await onlyKnives(page, 'Read analysis');
  await page.getByLabel('Where: Export incidents').selectOption('');
  await picture(page, 'roles-new-en-dark');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make the role' }).click();
  await page.locator('.role-detail h2', { hasText: 'Knife desk' }).waitFor();
}

/** Takes somebody in with a role, on the People page; returns the password that the page gave. */
async function takeIn(page: Page, nameLatin: string, role: string, unit: RegExp): Promise<string> {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'New person' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name in Arabic').fill('نادين الخوري');
  await form.getByLabel('Name in Latin letters').fill(nameLatin);
  await form.getByLabel('Language').selectOption('en');
  await choose(form, 'Role', role, role);
  await choose(form, 'Unit', 'judicial', unit);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const password = (await page.locator('.ppl-once code').textContent()) ?? '';
  await page.getByRole('button', { name: 'I have handed it over' }).click();
  return password;
}

test('a role made on the screen works on the board, in the stream, in a record, in figures and exports, and no further; changed and retired it holds at once', {
  timeout: 180_000,
}, async () => {
  const seen = await log('violence.knives', 'AKK', 'Knives in Akkar');
  const hidden = await log('violence.fight', 'AKK', 'Fight in Akkar');
  await server.martCaughtUp();
  const admin = await open('/roles');
  await makeKnifeDesk(admin);
  const password = await takeIn(admin, 'Nadine Khoury', 'Knife desk', /\(D-JUD\)$/);

  const desk = await open('/', { userName: 'nadine.khoury', password, ownPassword: 'cedar and slow rain' });
  await desk.locator('.queue').waitFor();
  await desk.locator('.dot.on').waitFor();
  // The rail offers what the role gives, and nothing else.
  expect(await desk.locator('.rail a').allTextContents()).toEqual(['Board', 'Incidents', 'Overview']);
  await desk.getByRole('combobox', { name: 'Room' }).selectOption({ label: 'Akkar operations room' });
  await desk.locator('.row', { hasText: 'Knives in Akkar' }).waitFor();
  expect(await desk.locator('.row').count()).toBe(1);
  // What comes while the board is open: knives, and those alone.
  await log('violence.fight', 'AKK', 'Second fight in Akkar');
  await log('violence.knives', 'AKK', 'Second knives in Akkar');
  await desk.locator('.row', { hasText: 'Second knives in Akkar' }).waitFor();
  expect(await desk.locator('.row').count()).toBe(2);
  await picture(desk, 'roles-desk-board-en-dark');
  await desk.keyboard.press('n');
  expect(await desk.locator('input[name=place]').count()).toBe(0);

  await desk.goto(`${address}/incidents`);
  await desk.locator('.list-table tbody tr[data-id]').first().waitFor();
  expect(await desk.locator('.list-table tbody tr[data-id]').count()).toBe(2);
  await desk.locator('input[name=words]').fill('Akkar');
  await expect.poll(() => desk.locator('.list-table tbody tr[data-id]').count()).toBe(2);
  expect(await desk.locator('.list-table').textContent()).not.toContain('Fight in Akkar');
  await desk.goto(`${address}/incidents/${seen}`);
  await desk.getByText('Knives in Akkar').first().waitFor();
  await desk.goto(`${address}/incidents/${hidden}`);
  await desk.getByText('There is no such incident in your area.').waitFor();
  for (const page of ['/people', '/roles', '/organisation', '/imports', '/audit']) {
    await desk.goto(`${address}${page}`);
    await desk.getByText('Your posts do not include this page.').waitFor();
  }

  await server.martCaughtUp();
  await desk.goto(`${address}/overview`);
  await desk.locator('.figures').waitFor();
  expect(await desk.locator('.numbers-strip dd').first().textContent()).toBe('2');
  const saved = desk.waitForEvent('download');
  await desk.getByRole('region', { name: 'By type' }).getByRole('button', { name: 'CSV' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toBe(
    '\uFEFFType,Reported,Police-initiated\r\nFight with knives,2,0\r\n',
  );

  // A right taken away on the screen is gone for everybody who has the role, and history says who took it.
  await admin.getByRole('link', { name: 'Roles' }).click();
  await admin.getByRole('link', { name: /^Knife desk/ }).click();
  await admin.getByText('Held today by 1').waitFor();
  await admin.getByRole('button', { name: 'Change', exact: true }).click();
  await admin.getByLabel('Where: Read analysis').selectOption('');
  await admin.getByLabel('Reason (optional)').fill('Figures come from the analysts');
  await admin.reload();
  await admin.getByRole('button', { name: 'Change', exact: true }).click();
  // A reload lost nothing of what was typed.
  expect(await admin.getByLabel('Where: Read analysis').inputValue()).toBe('');
  await admin.getByRole('button', { name: 'Save' }).click();
  const history = admin.getByRole('region', { name: 'What changed' });
  await history.locator('[data-what="taken"]', { hasText: 'Read analysis' }).waitFor();
  await history.getByText('Figures come from the analysts').waitFor();
  await desk.goto(`${address}/overview`);
  await desk.getByText('Your posts do not include this page.').waitFor();

  await desk.goto(address);
  await desk.locator('.queue').waitFor();
  await admin.getByRole('button', { name: 'Take out of use' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click();
  await admin.locator('.role-detail h2', { hasText: 'Out of use' }).waitFor();
  await desk.reload();
  // Nothing is left but one's own account.
  await desk.locator('.account-parts').waitFor();
  expect(new URL(desk.url()).pathname).toBe('/account');
  expect(await desk.locator('.rail a').count()).toBe(0);
  await admin.context().close();
  await desk.context().close();
});

test('what is missing or taken is said beside its field, and nothing typed is lost', async () => {
  const page = await open('/roles/new');
  await page.getByLabel('Name in Arabic').fill('دور');
  await page.getByLabel('Name in English').fill('Role');
  await page.getByLabel('Code').fill('Dispatcher');
  await page.getByLabel('Where: Add a note').selectOption('unit');
  await page.getByRole('button', { name: 'Make the role' }).click();
  await page.getByText('A code is small Latin letters').waitFor();
  await page.getByText('This field is required.').waitFor();
  await page.getByLabel('Name in French').fill('Rôle');
  await page.getByLabel('Code').fill('dispatcher');
  await page.getByRole('button', { name: 'Make the role' }).click();
  await page.getByText('Another role has this code.').first().waitFor();
  expect(await page.getByLabel('Where: Add a note').inputValue()).toBe('unit');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(new URL(page.url()).pathname).toBe('/roles');
  await page.goto(`${address}/roles/999999`);
  await page.getByText('There is no such role.').waitFor();
  await page.context().close();
});

test.each([
  ['ar', 'dark'],
  ['ar', 'light'],
  ['en', 'dark'],
  ['en', 'light'],
  ['fr', 'light'],
] as const)('the page and its form in %s, %s: axe finds nothing', async (language, theme) => {
  const role = server.organisation.roles.find((one) => one.code === 'dispatcher');
  const page = await open(`/roles/${role?.roleId}`, { language, theme });
  await page.locator('.role-rights').first().waitFor();
  await expectAccessible(page);
  await picture(page, `roles-${language}-${theme}`);
  await page.locator('.ppl-actions button').nth(1).click();
  await page.locator('.role-form').waitFor();
  await expectAccessible(page);
  await picture(page, `roles-change-${language}-${theme}`);
  await page.context().close();
});
