// The link goes, the work goes on: over TLS and from another host name, as a room would reach its centre.
import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectClient } from '../packages/server/src/platform/db/pools.ts';
import { createCertificates } from '../packages/server/src/platform/tls/create-certificates.ts';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, launchBrowser, picture, visit, webFolder } from './browser.ts';

const host = 'marsad.room-network.test';
const folder = mkdtempSync(path.join(tmpdir(), 'marsad-offline-'));
let server: TestServer;
let browser: Browser;
let port: number;
let address: string;
let tls: { cert: Buffer; key: Buffer };

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
async function start(again?: TestServer): Promise<TestServer> {
  const started = await startTestServer(inject('ownerUrl'), { webFolder, origin: address, tls, again });
  await started.http.listen({ host: '127.0.0.1', port });
  return started;
}

beforeAll(async () => {
  const made = await createCertificates(folder, [host], new Date());
  tls = { cert: readFileSync(made.certFile), key: readFileSync(made.keyFile) };
  port = await freePort();
  address = `https://${host}:${port}`;
  server = await start();
  // The browser trusts the force's own authority by its key, and finds the name without a name server.
  const authority = new X509Certificate(readFileSync(made.authorityFile));
  const pin = createHash('sha256')
    .update(authority.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  browser = await launchBrowser([
    `--host-resolver-rules=MAP ${host} 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${pin}`,
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

async function board(userName: string): Promise<Page> {
  const page = await visit(browser, { address, userName, language: 'en', theme: 'dark' });
  await page.locator('.dot.on').waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}
async function log(page: Page, place: string): Promise<void> {
  await page.locator('.queue').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('FGT');
  await page.locator('.found').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await page.locator('.row', { hasText: place }).waitFor();
}
async function stored(): Promise<string[]> {
  const client = await connectClient(server.ownerUrl, 'test');
  try {
    const rows = await client.query('SELECT place_text FROM incident ORDER BY created_at, incident_id');
    return rows.rows.map((row) => row.place_text);
  } finally {
    await client.end();
  }
}

test('the server gone: the board opens with its age, three incidents and a note wait through a reload, and arrive once, in order', async () => {
  const page = await board('dispatcher');
  await log(page, 'Before the cut');
  await expect.poll(stored).toEqual(['Before the cut']);
  // The board as it stands is kept a moment later: what a power cut would leave.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const open = indexedDB.open('marsad');
            open.onsuccess = () => {
              const all = open.result.transaction('kept').objectStore('kept').getAll();
              all.onsuccess = () => {
                open.result.close();
                const kept = (all.result as { key: string; value: { incidents: unknown[] } }[]).find((one) =>
                  one.key.startsWith('board:'),
                );
                resolve(kept?.value.incidents.length ?? 0);
              };
            };
          }),
      ),
    )
    .toBe(1);
  const before = server;
  await server.close();
  await page.locator('.dot:not(.on)').waitFor();
  await log(page, 'First without a link');
  await log(page, 'Second without a link');
  // A restart of the machine: the page is opened anew, with nobody to serve it.
  await page.reload();
  await page.locator('.row', { hasText: 'Before the cut' }).waitFor();
  await page.locator('.row', { hasText: 'Second without a link' }).waitFor();
  await page.locator('.kept').waitFor();
  await log(page, 'Third without a link');
  await page.locator('input[name=note]').fill('Told by radio');
  await page.keyboard.press('Enter');
  await page.locator('.outbox li', { hasText: 'Told by radio' }).waitFor();
  expect(await page.locator('.waiting-count').textContent()).toContain('4');
  await expectAccessible(page);
  await picture(page, 'board-offline-en-dark');
  // A unit sent without a link is at work at once, and free for nothing else.
  await page.keyboard.press('Control+k');
  await page.locator('.palette [role=combobox]').fill('a M-12');
  await page.keyboard.press('Enter');
  await page.locator('.unit.busy', { hasText: 'M-12' }).waitFor();

  server = await start(before);
  await page.locator('.dot.on').waitFor({ timeout: 30_000 });
  await expect.poll(() => page.locator('.waiting-count').count(), { timeout: 30_000 }).toBe(0);
  expect(await stored()).toEqual([
    'Before the cut',
    'First without a link',
    'Second without a link',
    'Third without a link',
  ]);
  const row = page.locator('.row', { hasText: 'Third without a link' });
  await expect.poll(() => row.count()).toBe(1);
  await row.click();
  await page.locator('.tl li', { hasText: 'Told by radio' }).waitFor();
  await page.context().close();
});

test('the line is cut while the answer is on its way, and the page reloaded: the incident is there once', async () => {
  const page = await board('dispatcher');
  const before = (await stored()).length;
  let cut = 0;
  let first = 0;
  await page.route('**/rpc/incidents/logIncident', async (route) => {
    // The server gets the command; its answer never arrives.
    cut += 1;
    if (cut > 1) return route.continue();
    const headers = Object.entries(await route.request().allHeaders()).filter(([name]) => !name.startsWith(':'));
    const taken = await server.http.inject({
      method: 'POST',
      url: '/rpc/incidents/logIncident',
      headers: Object.fromEntries(headers),
      payload: route.request().postData() ?? '',
    });
    first = taken.statusCode;
    await route.abort('connectionreset');
  });
  await log(page, 'Answer lost');
  await page.reload();
  await page.locator('.dot.on').waitFor();
  expect(first).toBe(200);
  // Sent a second time, and the row it stands for has a number now.
  await expect.poll(() => cut, { timeout: 30_000 }).toBeGreaterThan(1);
  await expect.poll(stored, { timeout: 30_000 }).toContain('Answer lost');
  await expect.poll(() => page.locator('.waiting-count').count(), { timeout: 30_000 }).toBe(0);
  expect(await page.locator('.row', { hasText: 'Answer lost' }).count()).toBe(1);
  expect(await stored()).toHaveLength(before + 1);
  await page.context().close();
});

test('what the server refuses afterwards is shown with its reason, the text is kept, and what hangs on it waits', async () => {
  const page = await board('calltaker');
  const before = server;
  await server.close();
  await page.locator('.dot:not(.on)').waitFor();
  await log(page, 'Taken while the post ended');
  await page.locator('input[name=note]').fill('A note to it');
  await page.keyboard.press('Enter');
  await page.locator('.outbox li', { hasText: 'A note to it' }).waitFor();
  await page.reload();
  // Meanwhile the type is taken out of use: the server will refuse the incident.
  const client = await connectClient(before.ownerUrl, 'test');
  await client.query("UPDATE incident_type SET active = false WHERE code = 'violence.fight'");
  server = await start(before);
  await page.locator('.refused-count').waitFor({ timeout: 30_000 });
  await page.locator('.row', { hasText: 'Taken while the post ended' }).click();
  await page.getByText('The type is unknown or no longer used.').waitFor();
  await page.locator('.outbox li.is-held', { hasText: 'A note to it' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'board-refused-en-dark');
  // The type comes back, it is sent again, and the note follows it.
  await client.query("UPDATE incident_type SET active = true WHERE code = 'violence.fight'");
  await client.end();
  await server.organisation.reload();
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => page.locator('.waiting-count').count(), { timeout: 30_000 }).toBe(0);
  await page.locator('.row', { hasText: 'Taken while the post ended' }).click();
  await page.locator('.tl li', { hasText: 'A note to it' }).waitFor();
  await page.context().close();
});

test('over HTTP/2 a foreign page still changes nothing, and a form half typed survives a reload', async () => {
  const page = await board('dispatcher');
  await page.keyboard.press('n');
  await page.keyboard.type('FGT');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Half typed');
  await page.reload();
  await page.locator('.dot.on').waitFor();
  await page.keyboard.press('n');
  await page.locator('.nif-aside', { hasText: 'Half typed' }).waitFor();
  await page.keyboard.press('Alt+0');
  await expect.poll(() => page.locator('input[name=place]').inputValue()).toBe('Half typed');
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/incidents',
    headers: { origin: 'https://evil.invalid', host: `${host}:${port}` },
    payload: { commandId: randomUUID() },
  });
  expect(answer.statusCode).toBe(403);
  await page.context().close();
});

test('a refusal that gives no reason of ours is kept with its text, and holds up nothing behind it', async () => {
  const page = await board('dispatcher');
  await page.route('**/rpc/incidents/logIncident', (route) =>
    (route.request().postData() ?? '').includes('Refused by a schema')
      ? route.fulfill({
          status: 400,
          json: { json: { defined: false, code: 'BAD_REQUEST', status: 400, message: 'no', data: { issues: [] } } },
        })
      : route.continue(),
  );
  await log(page, 'Refused by a schema');
  await log(page, 'Comes after it');
  await expect.poll(stored, { timeout: 30_000 }).toContain('Comes after it');
  // Found from the chip on any page, whatever is open beside it; its name leads to what was typed.
  await page.locator('.rail a[href="/incidents"]').click();
  await page.locator('.refused-count').click();
  const all = page.getByRole('dialog', { name: 'Waiting to be sent' });
  await all.getByText('Some fields are not valid.').waitFor();
  await expectAccessible(page);
  await picture(page, 'outbox-en-dark');
  await all.getByRole('link', { name: 'Refused by a schema' }).click();
  await all.waitFor({ state: 'detached' });
  await page.locator('.detail').getByText('Some fields are not valid.').waitFor();
  expect(await stored()).not.toContain('Refused by a schema');
  await page.context().close();
});

test('a session ran out and another person signs in: nothing of the first is shown, kept or sent in the new name', async () => {
  const page = await board('dispatcher');
  const client = await connectClient(server.ownerUrl, 'test');
  const before = server;
  await server.close();
  await page.locator('.dot:not(.on)').waitFor();
  await log(page, 'Waits for its writer');
  await page.keyboard.press('n');
  await page.keyboard.type('FGT');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Half typed by the first');
  await client.query('DELETE FROM auth_session');
  server = await start(before);
  const enter = async (userName: string) => {
    await page.locator('input[name=username]').fill(userName, { timeout: 30_000 });
    await page.locator('input[name=password]').fill('marsad-practice');
    await page.keyboard.press('Enter');
    await page.locator('.dot.on').waitFor({ timeout: 30_000 });
  };
  await enter('calltaker');
  await page.locator('.queue').waitFor();
  expect(await page.locator('.row', { hasText: 'Waits for its writer' }).count()).toBe(0);
  expect(await page.locator('.waiting-count').count()).toBe(0);
  await page.keyboard.press('n');
  expect(await page.locator('input[name=place]').inputValue()).toBe('');
  await page.keyboard.press('Escape');
  const owners = () =>
    page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const open = indexedDB.open('marsad');
          open.onsuccess = () => {
            const all = open.result.transaction('kept').objectStore('kept').getAll();
            all.onsuccess = () => {
              open.result.close();
              resolve([...new Set((all.result as { personId: string }[]).map((one) => one.personId))]);
            };
          };
        }),
    );
  const idOf = async (userName: string): Promise<string> =>
    (await client.query('SELECT person_id FROM person WHERE user_name = $1', [userName])).rows[0].person_id;
  expect(await owners()).toEqual([await idOf('calltaker')]);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Half typed');
  expect(await stored()).not.toContain('Waits for its writer');
  // Its writer returns: it is delivered, once, in the name of who made it.
  await page.getByRole('button', { name: 'Sign out' }).click();
  await enter('dispatcher');
  await expect.poll(stored, { timeout: 30_000 }).toContain('Waits for its writer');
  const made = await client.query("SELECT created_by FROM incident WHERE place_text = 'Waits for its writer'");
  expect(made.rows).toEqual([{ created_by: await idOf('dispatcher') }]);
  await client.end();
  await page.context().close();
});
