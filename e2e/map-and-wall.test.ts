// The map on the board and the wall, in a browser that can draw them; and one stream for all tabs of a browser.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../packages/server/test/server.ts';
import { expectAccessible, launchBrowser, picture, visit, webFolder } from './browser.ts';
import { streetArchive } from './streets.ts';

let server: TestServer;
let browser: Browser;
let address: string;
let cookie: string;
const folder = mkdtempSync(path.join(tmpdir(), 'marsad-streets-'));
const withoutGpu = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

async function log(type: string, placeText: string, [longitude, latitude]: readonly [number, number], minutesAgo = 0) {
  const incidentId = randomUUID();
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/incidents',
    headers: { cookie },
    payload: {
      commandId: randomUUID(),
      incidentId,
      roomId: server.unit('TRI'),
      typeId: server.type(type),
      placeText,
      longitude,
      latitude,
      radiusMetres: 400,
      madeAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    },
  });
  expect(answer.statusCode).toBe(200);
  return incidentId;
}

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { webFolder });
  address = await server.http.listen({ host: '127.0.0.1', port: 0 });
  cookie = await server.signIn('dispatcher');
  browser = await launchBrowser(withoutGpu);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

const drawn = (page: Page) => page.locator('.map[data-state=drawn]').waitFor({ timeout: 40_000 });

interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The middle of what has a colour in a part of the page (page pixels), or has another one; null where nothing has. */
async function middleOf(page: Page, clip: Part, colour: number[], other = false) {
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(
    async ({ data, wanted, left, top, other }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) return null;
      context.drawImage(bitmap, 0, 0);
      const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
      let [count, x, y] = [0, 0, 0];
      for (let at = 0; at < pixels.length; at += 4) {
        const differs = wanted.some((value, channel) => Math.abs((pixels[at + channel] ?? 0) - value) > 12);
        if (differs !== other) continue;
        count += 1;
        x += (at / 4) % bitmap.width;
        y += Math.floor(at / 4 / bitmap.width);
      }
      return count < 20 ? null : { x: left + x / count, y: top + y / count };
    },
    { data: png, wanted: colour, left: clip.x, top: clip.y, other },
  );
}

test('an incident is drawn where it is, by its priority, and chosen there it is chosen everywhere', async () => {
  const page = await visit(browser, { address, userName: 'dispatcher', language: 'en', theme: 'dark' });
  await drawn(page);
  const box = await page.locator('.map').boundingBox();
  if (!box) throw new Error('Expected a map on the board, got none.');
  // Without the tools and the legend.
  const ground = { x: box.x + 10, y: box.y + 10, width: box.width - 60, height: box.height - 80 };
  const priorityOne = [0xff, 0x5c, 0x5c];
  expect(await middleOf(page, ground, priorityOne)).toBeNull();
  await log('violence.knives', 'Square of the map', [35.845, 34.435]);
  await page.locator('.row', { hasText: 'Square of the map' }).waitFor();
  await expect.poll(() => middleOf(page, ground, priorityOne)).not.toBeNull();
  const at = await middleOf(page, ground, priorityOne);
  await page.mouse.click(at?.x ?? 0, at?.y ?? 0);
  await page.locator('.row[aria-current=true]', { hasText: 'Square of the map' }).waitFor();
  expect(new URL(page.url()).searchParams.get('incident')).not.toBeNull();
  // The same as a list, for who does not see the map.
  await page.keyboard.press('Escape');
  await page.locator('.row[aria-current=true]').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'List instead of map' }).click();
  await page.locator('.map-list').getByRole('button', { name: 'Square of the map' }).click();
  await page.locator('.row[aria-current=true]', { hasText: 'Square of the map' }).waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test.each([
  ['ar', 'light', 1366, 768],
  ['en', 'dark', 1366, 768],
  ['fr', 'light', 800, 1100],
  ['ar', 'dark', 3840, 2160],
] as const)('the board with its map in %s, %s, %i by %i', async (language, theme, width, height) => {
  if (language === 'ar' && theme === 'light') {
    await log('traffic.injury', 'أوتوستراد شكا، كلم 62', [35.75, 34.33], 17);
    await log('missing.child', 'أبي سمراء', [35.84, 34.42], 9);
    await log('order.noise', 'القبة', [35.853, 34.437], 22);
    await log('suspicious.vehicle', 'زغرتا، ساحة البلدية', [35.88, 34.4], 3);
  }
  const options = { viewport: { width, height } };
  const page = await visit(browser, { address, userName: 'dispatcher', language, theme, options });
  await page.locator('.row').first().waitFor();
  if (width > 900) await drawn(page);
  await page.keyboard.press('ArrowDown');
  await page.locator('.row[aria-current=true]').waitFor({ state: 'attached' });
  await page.locator('.detail article').waitFor();
  await expectAccessible(page);
  await picture(page, `board-map-${language}-${theme}-${width}`);
  await page.context().close();
});

test.each([
  ['ar', 'dark', 'dispatcher', 1920, 1080],
  ['en', 'light', 'centre', 1366, 768],
  ['fr', 'dark', 'hq', 3840, 2160],
] as const)(
  'the wall in %s, %s, of %s, shows the numbers and the map',
  async (language, theme, userName, width, height) => {
    const options = { viewport: { width, height } };
    const page = await visit(browser, { address: `${address}/wall`, userName, language, theme, options });
    await page.locator('.wall-numbers').waitFor();
    const open = page.locator('.wall-numbers dd').first();
    const before = Number(await open.textContent());
    await log('order.noise', `Wall ${language}`, [35.85, 34.43], 70);
    await page.locator('.wall-first li', { hasText: `Wall ${language}` }).waitFor();
    expect(Number(await open.textContent())).toBe(before + 1);
    await drawn(page);
    expect(await page.locator('.wall button, .wall input, .wall a').count()).toBe(0);
    await expectAccessible(page);
    await picture(page, `wall-${language}-${theme}-${width}`);
    await page.context().close();
  },
);

test('the tabs of a browser share one stream; when the one that holds it goes, the next misses nothing', async () => {
  const first = await visit(browser, { address, userName: 'dispatcher', language: 'en', theme: 'dark' });
  await first.locator('.dot.on').waitFor();
  await first.locator('.queue').waitFor();
  await expect.poll(() => server.hub.subscribers).toBe(1);
  const second = await first.context().newPage();
  await second.goto(address);
  await second.locator('.unit').first().waitFor();
  await log('order.noise', 'Seen by both', [35.85, 34.43]);
  await first.locator('.row', { hasText: 'Seen by both' }).waitFor();
  await second.locator('.row', { hasText: 'Seen by both' }).waitFor();
  expect(server.hub.subscribers).toBe(1);
  await first.close();
  await log('order.noise', 'While nobody held it', [35.85, 34.43]);
  await second.locator('.row', { hasText: 'While nobody held it' }).waitFor();
  expect(await second.locator('.row', { hasText: 'While nobody held it' }).count()).toBe(1);
  await expect.poll(() => server.hub.subscribers).toBe(1);
  await second.context().close();
  await expect.poll(() => server.hub.subscribers).toBe(0);
});

test('the streets of the force are read from its own file, a few kilobytes of it, and drawn', async () => {
  const streetsFile = path.join(folder, 'streets.pmtiles');
  writeFileSync(streetsFile, streetArchive());
  const withStreets = await startTestServer(inject('ownerUrl'), { webFolder, streetsFile, again: server });
  const there = await withStreets.http.listen({ host: '127.0.0.1', port: 0 });
  const sea = [0x0f, 0x1a, 0x24];
  const west: Part = { x: 620, y: 80, width: 60, height: 560 };
  const wall = (at: string) => visit(browser, { address: `${at}/wall`, userName: 'hq', language: 'en', theme: 'dark' });
  const without = await wall(address);
  await drawn(without);
  expect(await middleOf(without, west, sea, true)).toBeNull();
  await without.context().close();
  const page = await wall(there);
  const ranges: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/map/streets.pmtiles')) ranges.push(request.headers().range ?? 'whole');
  });
  await drawn(page);
  // The road runs along a latitude, over the sea too.
  await expect.poll(() => middleOf(page, west, sea, true)).not.toBeNull();
  expect(ranges.length).toBeGreaterThan(0);
  expect(ranges.every((range) => range.startsWith('bytes='))).toBe(true);
  await page.context().close();
  await withStreets.close();
});
