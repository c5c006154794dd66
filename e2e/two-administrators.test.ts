// Two administrators at one record, and forms that are closed by accident: nothing is overwritten unseen, nothing typed is lost.
import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, makeRole, right, takeIn } from '../packages/server/test/administration.ts';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, type Language, launchBrowser, picture, type Theme, visit, webFolder } from './browser.ts';

let server: TestServer;
let browser: Browser;
let address: string;
/** A second administrator, who is quicker. */
let other: string;

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
  const admin = await server.signIn('admin');
  const actions = ['organisation.manage', 'people.manage', 'role.manage', 'reference.manage'];
  const rights = actions.map((action) => right(action, 'everywhere'));
  const roleId = await makeRole(server, admin, 'second_hand', rights);
  other = (await takeIn(server, admin, 'second.hand', roleId, server.unit('PRA'))).cookie;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (path: string, language: Language = 'en', theme: Theme = 'dark'): Promise<Page> =>
  visit(browser, { address: `${address}${path}`, userName: 'admin', language, theme });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const field = (page: Page, name: string): Locator => dialog(page).locator(`input[name=${name}]`);

interface Kept extends Record<string, unknown> {
  typeId: number;
  code: string;
}
async function typeOf(code: string): Promise<Kept> {
  const { types } = (await callsOf(server)(other, 'GET', '/reference/kept')).body as { types: Kept[] };
  return types.find((type) => type.code === code) ?? expect.fail(`no type ${code}`);
}
/** The quicker administrator changes a type. */
async function changeType(type: Kept, more: object): Promise<void> {
  const changed = await callsOf(server)(other, 'PUT', `/reference/types/${type.typeId}`, { ...type, ...more });
  expect(changed.status, changed.reasons.join()).toBe(200);
}

test.each([
  ['en', 'dark'],
  ['ar', 'light'],
] as const)(
  'a type that another changed meanwhile, in %s, %s: who and what is told, what was typed stays and is sent on what stands',
  async (language, theme) => {
    const code = language === 'en' ? 'violence.threat' : 'violence.fight';
    const type = await typeOf(code);
    const page = await open(`/reference?form=${type.typeId}`, language, theme);
    await field(page, 'nameEn').fill('Typed by me');
    await field(page, 'nameFr').fill('Tapé par moi');
    await changeType(type, { nameEn: 'Quicker', iccs: '0101' });
    await page.keyboard.press('Enter');
    const told = dialog(page).getByRole('alert');
    await told.getByText(language === 'en' ? 'Name in English' : 'الاسم بالإنكليزية').waitFor();
    expect(await told.textContent()).toContain(language === 'en' ? 'Test second.hand' : 'شخص اختبار');
    expect(await field(page, 'nameEn').inputValue()).toBe('Typed by me');
    await picture(page, `two-administrators-${language}-${theme}`);
    await expectAccessible(page);
    await told.getByRole('button').click();
    // The field that nobody here touched shows what stands; the others what was typed.
    expect(await field(page, 'iccs').inputValue()).toBe('0101');
    expect(await field(page, 'nameFr').inputValue()).toBe('Tapé par moi');
    await field(page, 'nameEn').focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await typeOf(code)).toMatchObject({ nameEn: 'Typed by me', nameFr: 'Tapé par moi', iccs: '0101' });
    await page.context().close();
  },
);

test('a form that is left by Escape or a reload has what was typed when it is opened again, until it is cancelled', async () => {
  const person = server.organisation.roles.find((one) => one.code === 'dispatcher');
  const page = await open('/people?find=dispatcher');
  await page.locator('.ppl-row').first().click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const before = await field(page, 'nameLatin').inputValue();
  await field(page, 'nameLatin').fill('Half typed');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  expect(await field(page, 'nameLatin').inputValue()).toBe('Half typed');
  await dialog(page).getByText('You typed this earlier and did not send it.').waitFor();
  await picture(page, 'form-recalled-en-dark');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  expect(await field(page, 'nameLatin').inputValue()).toBe(before);
  expect(await dialog(page).getByText('You typed this earlier').count()).toBe(0);
  await page.keyboard.press('Escape');
  // A reason alone is kept too.
  await page.goto(`${address}/roles/${person?.roleId}`);
  await page.getByRole('button', { name: 'Take out of use' }).click();
  await dialog(page).locator('textarea[name=reason]').fill('No longer needed');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take out of use' }).click();
  expect(await dialog(page).locator('textarea[name=reason]').inputValue()).toBe('No longer needed');
  await page.context().close();
});

test('limits that another set meanwhile: the other priority is taken over, mine stays', async () => {
  const page = await open('/reference?list=limits');
  const minutes = (priority: number) => page.locator(`input[name=priority${priority}]`);
  await minutes(1).fill('12');
  const call = callsOf(server);
  const { limits } = (await call(other, 'GET', '/reference')).body;
  const forceId = server.unit('PRA');
  const was = (priority: number) =>
    limits.find(
      (one: { forceId: number; priority: number; typeId: number | null }) =>
        one.forceId === forceId && one.priority === priority && one.typeId === null,
    )?.responseMinutes ?? null;
  const sent = [1, 3].map((priority) => ({ priority, was: was(priority), responseMinutes: 50 + priority }));
  expect((await call(other, 'PUT', `/reference/limits/${forceId}`, { limits: sent })).status).toBe(200);
  await page.getByRole('button', { name: 'Save' }).click();
  const told = page.getByRole('alert');
  await told.getByText('Limit of priority 1').waitFor();
  await picture(page, 'two-administrators-limits-en-dark');
  await told.getByRole('button').click();
  expect(await minutes(1).inputValue()).toContain('12');
  expect(await minutes(3).inputValue()).toContain('53');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Waiting incidents that are now due at another time').waitFor();
  await page.context().close();
});
