// Where I am: one post is told, of several one is chosen; the board follows, and what is done carries the post of its moment.
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../packages/server/test/room.ts';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, type Language, launchBrowser, picture, type Theme, visit, webFolder } from './browser.ts';

let server: TestServer;
let room: Room;
let browser: Browser;
let address: string;

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  room = new Room(server);
  // The dispatcher of Tripoli helps out as a supervisor in Akkar.
  await room.owner(
    `INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
     SELECT gen_random_uuid(), person_id, r.role_id, u.unit_id, '2024-01-01' FROM person CROSS JOIN role r CROSS JOIN org_unit u
     WHERE user_name = 'dispatcher' AND r.code = 'shift_supervisor' AND u.code = 'AKK'`,
  );
  server.directory.forget();
  address = (await server.http.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (userName: string, language: Language = 'en', theme: Theme = 'dark'): Promise<Page> =>
  visit(browser, { address, userName, language, theme });
const tripoli = 'Tripoli operations room · Dispatcher';
const akkar = 'Akkar operations room · Shift supervisor';
const where = (page: Page) => page.getByRole('combobox', { name: 'The post I act from' });

async function logHere(page: Page, place: string): Promise<void> {
  await page.locator('.queue').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('FGT');
  // The types may still be on their way: the one that was typed is offered when they have come.
  await page.locator('form [role=option]').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.locator('.row', { hasText: place }).waitFor();
}

/** Room of the incident, and unit and role of the post that its logging carries. */
const loggedFrom = (place: string) =>
  room.owner(
    `SELECT r.code AS room, u.code AS unit, role.code AS role FROM incident i JOIN org_unit r ON r.unit_id = i.room_id
     JOIN audit_entry a ON a.subject_id = i.incident_id::text AND a.action = 'incident.log' JOIN post p ON p.post_id = a.post_id
     JOIN org_unit u ON u.unit_id = p.unit_id JOIN role ON role.role_id = p.role_id WHERE i.place_text = $1`,
    [place],
  );

test('with one post nothing is to be chosen: unit and post are told', async () => {
  const page = await open('calltaker', 'ar', 'light');
  await page.locator('.where-role').waitFor();
  expect(await page.locator('.where').textContent()).toContain('طرابلس');
  expect(await page.locator('.where select, select.where').count()).toBe(0);
  await expectAccessible(page);
  await picture(page, 'where-one-ar-light');
  await page.context().close();
});

test('the board follows the post, a reload and another tab keep it, and what is done carries it', async () => {
  const page = await open('dispatcher');
  await where(page).waitFor();
  await logHere(page, 'From the first post');
  await where(page).selectOption({ label: akkar });
  await page.locator('.row', { hasText: 'From the first post' }).waitFor({ state: 'detached' });
  await logHere(page, 'From the second post');
  await page.reload();
  await page.locator('.row', { hasText: 'From the second post' }).waitFor();
  expect(await where(page).locator('option:checked').textContent()).toBe(akkar);
  await expectAccessible(page);
  await picture(page, 'where-en-dark');
  const beside = await page.context().newPage();
  await beside.goto(address);
  await where(beside).selectOption({ label: tripoli });
  await page.locator('.row', { hasText: 'From the first post' }).waitFor();
  expect(await loggedFrom('From the first post')).toEqual([{ room: 'TRI', unit: 'TRI', role: 'dispatcher' }]);
  expect(await loggedFrom('From the second post')).toEqual([{ room: 'AKK', unit: 'AKK', role: 'shift_supervisor' }]);
  await page.context().close();
});

test('without a link the post is chosen too, and each command keeps that of its moment', async () => {
  const page = await open('dispatcher');
  await page.locator('.dot.on').waitFor();
  await where(page).selectOption({ label: akkar });
  await page.locator('.queue').waitFor();
  await where(page).selectOption({ label: tripoli });
  await page.locator('.row', { hasText: 'From the first post' }).waitFor();
  await page.context().setOffline(true);
  await page.locator('.dot:not(.on)').waitFor({ timeout: 60_000 });
  await logHere(page, 'Waited in Tripoli');
  await where(page).selectOption({ label: akkar });
  await logHere(page, 'Waited in Akkar');
  await page.context().setOffline(false);
  await page.locator('.waiting-count').waitFor({ state: 'detached', timeout: 60_000 });
  expect(await loggedFrom('Waited in Tripoli')).toEqual([{ room: 'TRI', unit: 'TRI', role: 'dispatcher' }]);
  expect(await loggedFrom('Waited in Akkar')).toEqual([{ room: 'AKK', unit: 'AKK', role: 'shift_supervisor' }]);
  await page.context().close();
});

test('a post that ends while the page stands is refused, and the page goes on from the one that is left', async () => {
  const page = await open('dispatcher');
  await where(page).selectOption({ label: akkar });
  await page.locator('.queue').waitFor();
  await room.owner(
    `UPDATE post SET valid_to = '2024-12-31' WHERE unit_id = $1 AND person_id = (SELECT person_id FROM person WHERE user_name = 'dispatcher')`,
    [server.unit('AKK')],
  );
  server.directory.forget();
  await page.keyboard.press('n');
  await page.keyboard.type('FGT');
  await page.locator('form [role=option]').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('After the end');
  await page.keyboard.press('Enter');
  await page.locator('.where-role', { hasText: 'Dispatcher' }).waitFor();
  expect(await loggedFrom('After the end')).toEqual([]);
  await page.context().close();
});
