// `npm run pictures`: the pictures of docs/pictures, of every page and of the board on a phone, taken of a server of its own with a
// practice force, in a data folder that is removed afterwards. English dark and Arabic light; each file stays small enough to be
// read over a bad link.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromiumPlaces, installChromium } from './chromium.mjs';
import { indexedPng } from './indexed-png.mjs';
import { bundledEnvironment, installPackages, nodeBinary, root } from './install.mjs';
import { buildWeb } from './web-build.mjs';

const folder = path.join(root, 'docs/pictures');
const mostBytes = 150_000;
const looks = [
  { language: 'en', theme: 'dark' },
  { language: 'ar', theme: 'light' },
];
const desk = { viewport: { width: 1366, height: 768 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
// What a watch in Tripoli may look like: type, minutes ago, place, longitude, latitude, what happened.
const watch = [
  ['violence.fight', 3, 'ساحة التل', 35.8447, 34.4361, 'شجار بين أربعة أشخاص أمام المقهى، لا سلاح ظاهراً.'],
  ['burglary.home', 9, 'شارع عزمي', 35.8398, 34.4372, 'عاد صاحب المنزل فوجد الباب مخلوعاً.'],
  ['traffic.injury', 5, 'مستديرة أبو علي', 35.8522, 34.4391, 'تصادم بين سيارة ودراجة نارية، جريح واحد واعٍ.'],
  ['order.noise', 26, 'الميناء، الكورنيش', 35.8197, 34.4497, 'موسيقى مرتفعة من مطعم على البحر.'],
  ['theft.vehicle', 14, 'القبة', 35.8611, 34.4358, 'سُرقت سيارة بيضاء من أمام البناية.'],
  ['traffic.damage', 18, 'البحصاص', 35.8269, 34.4183, 'تصادم بين شاحنة وسيارة، أضرار مادية فقط.'],
];

installPackages();
installChromium();
buildWeb();
const { chromium } = await import('@playwright/test');
const data = mkdtempSync(path.join(tmpdir(), 'marsad-pictures-'));
chmodSync(data, 0o755);
const port = await freePort();
const address = `http://localhost:${port}`;
const server = spawn(nodeBinary(), ['--disable-warning=ExperimentalWarning', 'packages/server/src/main.ts'], {
  cwd: root,
  env: bundledEnvironment({
    MARSAD_ROOT: root,
    MARSAD_MODE: 'tryout',
    MARSAD_DATA: data,
    MARSAD_PORT: String(port),
    MARSAD_HOST: '127.0.0.1',
    MARSAD_ORIGIN: address,
    MARSAD_DEMO_INCIDENTS: '3000',
    DATABASE_URL: '',
  }),
  stdio: ['ignore', 'pipe', 'inherit'],
});
const over = once(server, 'exit');
const browser = await chromium.launch({
  executablePath: chromiumPlaces.find((place) => existsSync(place)),
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
try {
  await served();
  mkdirSync(folder, { recursive: true });
  const first = await logWatch();
  for (const look of looks) await takeAll(look, first);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await over;
  rmSync(data, { recursive: true, force: true });
}

async function takeAll(look, incidentId) {
  await takeWayIn(look);
  const dispatcher = await signIn('dispatcher', look);
  await take(dispatcher, 'board', look, `/?incident=${incidentId}`, '.map[data-state=drawn]');
  await take(dispatcher, 'incident', look, `/incidents/${incidentId}`, '.inc-track');
  await take(dispatcher, 'account', look, '/account', '.account-list li');
  await take(dispatcher, 'wall', look, '/wall', '.map[data-state=drawn]');
  await dispatcher.context().close();
  const callTaker = await signIn('calltaker', look);
  await callTaker.locator('main').waitFor();
  await callTaker.keyboard.press('n');
  await callTaker.locator('form input').first().waitFor();
  await callTaker.keyboard.type('FGT');
  await take(callTaker, 'form', look, null, '.map[data-state=drawn]');
  await callTaker.context().close();
  const headquarters = await signIn('hq', look);
  await take(headquarters, 'list', look, '/incidents', '.list-table [data-id]');
  await take(headquarters, 'overview', look, '/overview', '.figures');
  await headquarters.context().close();
  await takeOffice(look);
  const inspector = await signIn('inspector', look);
  await take(inspector, 'audit', look, '/audit', '.audit-more');
  await inspector.context().close();
  const patrol = await signIn('dispatcher', look, phone);
  await take(patrol, 'phone-board', look, '/', '.row');
  await take(patrol, 'phone-incident', look, `/?incident=${incidentId}`, '.inc-track');
  await patrol.context().close();
}

/** The pages of who administers the force, each with something chosen. */
async function takeOffice(look) {
  const administrator = await signIn('admin', look);
  await take(administrator, 'imports', look, '/imports', 'main');
  const { units } = await (await administrator.request.get(`${address}/api/session`)).json();
  const { unitId } = units.find((unit) => unit.code === 'TRI');
  await take(administrator, 'organisation', look, `/organisation/${unitId}`, '.map[data-state=drawn]');
  await administrator.goto(`${address}/people`);
  const person = await administrator.locator('.ppl-row').nth(3).getAttribute('href');
  await take(administrator, 'people', look, person, '.ppl-cards');
  await administrator.goto(`${address}/roles`);
  const role = await administrator
    .locator('.ppl-row', { hasText: /^(Shift supervisor|مسؤول المناوبة)/ })
    .getAttribute('href');
  await take(administrator, 'roles', look, role, '.role-rights');
  await take(administrator, 'reference', look, '/reference', '.ref-table');
  await administrator.context().close();
}

async function takeWayIn(look) {
  const page = await open(look, desk);
  await take(page, 'sign-in', look, '/', 'input[name=username]');
  await page.context().close();
}

/** Goes to an address of the application, waits until it is quiet, and writes `<name>-<language>-<theme>.png`. */
async function take(page, name, { language, theme }, to, shown) {
  if (to) await page.goto(`${address}${to}`);
  if (shown) await page.locator(shown).first().waitFor({ timeout: 60_000 });
  await page.evaluate(() => document.fonts.ready);
  // The stream of a board never ends; what is asked besides must have come.
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true], .skeleton'));
  await page.waitForTimeout(1_500);
  const file = path.join(folder, `${name}-${language}-${theme}.png`);
  writeFileSync(file, await small(page, await page.screenshot(), page.viewportSize().width));
  console.log(`${path.relative(root, file)} ${Math.round(statSync(file).size / 1000)} kB`);
}

/** The picture with a palette, scaled down by the browser where that alone is not small enough. */
async function small(page, png, widest) {
  const blank = await page.context().newPage();
  try {
    for (let width = widest; ; width -= 100) {
      const drawn = await blank.evaluate(
        async ([from, to]) => {
          const image = new Image();
          image.src = `data:image/png;base64,${from}`;
          await image.decode();
          const height = Math.round((image.height * to) / image.width);
          const context = new OffscreenCanvas(to, height).getContext('2d');
          context.imageSmoothingQuality = 'high';
          context.drawImage(image, 0, 0, to, height);
          return { height, pixels: new Uint8Array(context.getImageData(0, 0, to, height).data.buffer).toBase64() };
        },
        [png.toString('base64'), width],
      );
      const made = indexedPng(Buffer.from(drawn.pixels, 'base64'), width, drawn.height);
      if (made.length < mostBytes) return made;
    }
  } finally {
    await blank.close();
  }
}

async function open({ language, theme }, screen) {
  const context = await browser.newContext(screen);
  await context.addInitScript(
    ([l, t]) => {
      localStorage.setItem('language', l);
      localStorage.setItem('theme', t);
    },
    [language, theme],
  );
  return context.newPage();
}

async function signIn(userName, look, screen = desk) {
  const page = await open(look, screen);
  await page.goto(address);
  await page.locator('input[name=username]').fill(userName);
  await page.locator('input[name=password]').fill('marsad-practice');
  await page.keyboard.press('Enter');
  await page.locator('input[name=password]').waitFor({ state: 'detached' });
  return page;
}

/** Logs the watch in the dispatcher's room and sends units to the first two; returns the incident to show. */
async function logWatch() {
  const page = await signIn('dispatcher', looks[0]);
  const ask = async (url, payload) => {
    const answer = payload
      ? await page.request.post(`${address}/api${url}`, { data: payload, headers: { origin: address } })
      : await page.request.get(`${address}/api${url}`);
    if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  const { types } = await ask('/reference');
  const session = await ask('/session');
  const roomId = session.posts[0].unitId;
  const incidents = [];
  for (const [code, minutes, placeText, longitude, latitude, narrative] of watch) {
    const { typeId } = types.find((one) => one.code === code);
    const incidentId = randomUUID();
    const madeAt = new Date(Date.now() - minutes * 60_000).toISOString();
    await ask('/incidents', {
      ...{ commandId: randomUUID(), incidentId, roomId, typeId, placeText, narrative },
      ...{ longitude, latitude, positionSource: 'pin', radiusMetres: 40, madeAt },
    });
    incidents.push(incidentId);
  }
  const { units } = await ask(`/board/${roomId}`);
  const free = units.filter((unit) => unit.primaryStatus === 'Available' && !unit.incidentId);
  for (const [index, incidentId] of [incidents[2], incidents[5]].entries()) {
    if (!free[index]) break;
    await ask(`/incidents/${incidentId}/assignments`, {
      ...{ commandId: randomUUID(), incidentId, assignmentId: randomUUID(), patrolUnitId: free[index].patrolUnitId },
      madeAt: new Date().toISOString(),
    });
  }
  await page.context().close();
  return incidents[2];
}

async function served() {
  const ready = new Promise((resolve) => {
    server.stdout.on('data', (piece) => String(piece).includes('Marsad is ready') && resolve(true));
  });
  if ((await Promise.race([ready, over])) !== true) throw new Error('Expected a server, got one that ended.');
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
